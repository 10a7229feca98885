import { useState } from "react";
import { Button } from "../../components/Button";
import list from "../../components/List.module.css";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { Table } from "../../components/Table";
import type { PurposeTerms, PurposeView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { categoryWord, classWord } from "../candidate/disclosureWords";
import { ReportMenu } from "../retention/ReportMenu";
import { PurposeVersionsDialog } from "./PurposeVersionsDialog";
import { SetPurposeDialog } from "./SetPurposeDialog";
import styles from "./Sharing.module.css";
import { basisWord, conditionWord } from "./sharingWords";

type Doing = { what: "set" | "versions"; purpose: PurposeView } | null;

/** The purposes of the notice: what each rests on, what it may use and whom it may reach. */
export function Purposes() {
  const t = useText();
  const view = useCommand("list_purposes", {}).data;
  const [doing, setDoing] = useState<Doing>(null);
  if (view === undefined) return <Skeleton lines={8} />;
  const onClose = () => setDoing(null);
  return (
    <Section
      title={t("sharing-purposes")}
      hint={t("sharing-purposes-hint")}
      actions={<ReportMenu of={{ of: "processing" }} label={t("sharing-processing")} />}
    >
      <Table
        caption={t("sharing-table", { register: t("sharing-purposes") })}
        rows={view.purposes}
        rowKey={({ purpose }) => purpose}
        columns={[
          {
            id: "purpose",
            label: t("sharing-column-purpose"),
            isRowHeader: true,
            cell: ({ number, versions: [latest] }) => (
              <>
                {number} {latest?.terms.text}
                {latest !== undefined && (
                  <p className={list.soft}>{t("sharing-version", { version: latest.version })}</p>
                )}
              </>
            ),
          },
          {
            id: "ground",
            label: t("sharing-column-ground"),
            cell: ({ survivesObjection, versions: [latest] }) =>
              latest !== undefined && (
                <ul className={styles.says}>
                  <li>{basisWord(latest.terms.basis)}</li>
                  {latest.terms.condition !== null && (
                    <li>{conditionWord(latest.terms.condition)}</li>
                  )}
                  <li>{t(survivesObjection ? "sharing-survives" : "sharing-ends-with")}</li>
                </ul>
              ),
          },
          {
            id: "uses",
            label: t("sharing-column-uses"),
            cell: ({ versions: [latest] }) => latest !== undefined && <Uses terms={latest.terms} />,
          },
          {
            id: "actions",
            label: t("sharing-column-actions"),
            isLabelHidden: true,
            cell: (purpose) => (
              <div className={styles.actions}>
                {view.maySet && (
                  <Button
                    size="small"
                    onPress={() => setDoing({ what: "set", purpose })}
                    ariaLabel={t("sharing-change-one", { name: purpose.number })}
                  >
                    {t("sharing-change")}
                  </Button>
                )}
                {purpose.versions.length > 1 && (
                  <Button
                    size="small"
                    onPress={() => setDoing({ what: "versions", purpose })}
                    ariaLabel={t("sharing-versions-one", { name: purpose.number })}
                  >
                    {t("sharing-versions")}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {doing?.what === "set" && (
        <SetPurposeDialog purpose={doing.purpose} view={view} onClose={onClose} />
      )}
      {doing?.what === "versions" && (
        <PurposeVersionsDialog purpose={doing.purpose} onClose={onClose} />
      )}
    </Section>
  );
}

/** What a version of a purpose may use, and whom it may reach. */
export function Uses({ terms: { classes, recipients } }: { terms: PurposeTerms }) {
  const t = useText();
  return (
    <ul className={styles.says}>
      <li>
        {classes.length === 0
          ? t("sharing-uses-nothing")
          : t("sharing-uses", { classes: classes.map(classWord).join(", ") })}
      </li>
      <li>
        {recipients.length === 0
          ? t("sharing-reaches-nobody")
          : t("sharing-reaches", { recipients: recipients.map(categoryWord).join(", ") })}
      </li>
    </ul>
  );
}
