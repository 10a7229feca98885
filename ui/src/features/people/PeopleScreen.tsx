import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Menu } from "../../components/Menu";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { Table } from "../../components/Table";
import type { AccountRow } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { roleWord } from "../../text/words";
import { AddAccountDialog } from "./AddAccountDialog";
import styles from "./People.module.css";
import { Protection } from "./Protection";
import { RecoverySheet } from "./RecoverySheet";
import { RemoveDialog } from "./RemoveDialog";
import { SeesDialog } from "./SeesDialog";
import { TrainingDialog } from "./TrainingDialog";

type Doing = "sees" | "training" | "remove";

/** Who can sign in here, and what protects the records from whom. */
export function PeopleScreen() {
  const t = useText();
  const { viewer, may } = useSession();
  const accounts = useCommand("list_accounts", {}).data;
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [doing, setDoing] = useState<{ what: Doing; person: AccountRow } | null>(null);
  const mayManage = may("manageAccounts");
  const add = (
    <Button variant="primary" icon="plus" onPress={() => setIsAdding(true)}>
      {t("people-add")}
    </Button>
  );
  if (accounts === undefined) return <Skeleton />;
  const { rows, recovery } = accounts;

  return (
    <>
      <PageHeader
        title={t("people-title")}
        subtitle={t("people-lede")}
        {...(mayManage && { actions: add })}
      />
      <div className={styles.frame}>
        {added !== null && <Notice tone="good">{t("people-next", { name: added })}</Notice>}
        <Table
          caption={t("people-table")}
          rows={rows}
          rowKey={({ account }) => account}
          columns={[
            {
              id: "name",
              label: t("people-column-name"),
              isRowHeader: true,
              cell: ({ account, name }) => (
                <span className={styles.name}>
                  {name}
                  {account === viewer.account && <Chip>{t("people-you")}</Chip>}
                </span>
              ),
            },
            {
              id: "role",
              label: t("people-column-role"),
              cell: ({ role }) => roleWord(role),
            },
            {
              id: "vacancies",
              label: t("people-column-vacancies"),
              isNumber: true,
              cell: ({ vacancies }) => t("people-number", { count: vacancies }),
            },
            {
              id: "added",
              label: t("people-column-added"),
              cell: ({ addedOn }) => showDate(addedOn),
            },
            ...(mayManage
              ? [
                  {
                    id: "actions",
                    label: t("people-column-actions"),
                    cell: (person: AccountRow) =>
                      person.account === viewer.account ? null : (
                        <Menu<Doing>
                          label={t("people-actions", { name: person.name })}
                          isIconOnly
                          size="small"
                          items={[
                            { id: "sees", label: t("people-sees-action") },
                            { id: "training", label: t("people-training-action") },
                            { id: "remove", label: t("people-remove-action"), danger: true },
                          ]}
                          onAction={(what) => setDoing({ what, person })}
                        />
                      ),
                  },
                ]
              : []),
          ]}
        />
        {rows.length === 1 && (
          <Notice tone="info" title={t("people-empty-title")}>
            {t("people-empty")}
          </Notice>
        )}
        {mayManage && <RecoverySheet standing={recovery} />}
        <Protection />
      </div>
      {doing?.what === "sees" && (
        <SeesDialog person={doing.person} onClose={() => setDoing(null)} />
      )}
      {doing?.what === "training" && (
        <TrainingDialog person={doing.person} onClose={() => setDoing(null)} />
      )}
      {doing?.what === "remove" && (
        <RemoveDialog person={doing.person} onClose={() => setDoing(null)} />
      )}
      {isAdding && <AddAccountDialog onAdded={setAdded} onClose={() => setIsAdding(false)} />}
    </>
  );
}
