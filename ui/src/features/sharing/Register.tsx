import { useState } from "react";
import { Button } from "../../components/Button";
import list from "../../components/List.module.css";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { RegisterItemKind, RegisterLine, RegistersView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { ItemDialog } from "./ItemDialog";
import { StandingChip, titleOf, wordsOf } from "./lines";
import { ReviewDialog } from "./ReviewDialog";
import styles from "./Sharing.module.css";

type Doing = { what: "add" } | { what: "change" | "review"; line: RegisterLine } | null;

interface Props {
  kind: RegisterItemKind;
  view: RegistersView;
}

/** One register: its lines, how each stands, and what can be done with it. */
export function Register({ kind, view }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const onClose = () => setDoing(null);
  const rows = view.lines.filter(({ line }) => line.kind === kind);
  return (
    <Section
      title={t(`sharing-register-${kind}`)}
      hint={t(`sharing-register-hint-${kind}`)}
      {...(view.mayKeep && {
        actions: (
          <Button icon="plus" onPress={() => setDoing({ what: "add" })}>
            {t(`sharing-register-add-${kind}`)}
          </Button>
        ),
      })}
    >
      {rows.length === 0 ? (
        <p className={list.soft}>{t("sharing-register-none")}</p>
      ) : (
        <Table
          caption={t("sharing-table", { register: t(`sharing-register-${kind}`) })}
          rows={rows}
          rowKey={({ item }) => item}
          columns={[
            {
              id: "name",
              label: t("sharing-column-name"),
              isRowHeader: true,
              cell: ({ line, recipient }) => (
                <>
                  {titleOf(line)}
                  {recipient !== null && <p className={list.soft}>{recipient}</p>}
                </>
              ),
            },
            {
              id: "says",
              label: t("sharing-column-says"),
              cell: ({ line }) => (
                <ul className={styles.says}>
                  {wordsOf(line).map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
              ),
            },
            {
              id: "owner",
              label: t("sharing-owner"),
              cell: ({ line }) => line.details.owner,
            },
            {
              id: "standing",
              label: t("sharing-column-standing"),
              cell: ({ standing }) => <StandingChip standing={standing} />,
            },
            ...(view.mayKeep
              ? [
                  {
                    id: "actions",
                    label: t("sharing-column-actions"),
                    isLabelHidden: true,
                    cell: (line: RegisterLine) => (
                      <div className={styles.actions}>
                        <Button
                          size="small"
                          onPress={() => setDoing({ what: "change", line })}
                          ariaLabel={t("sharing-change-one", { name: titleOf(line.line) })}
                        >
                          {t("sharing-change")}
                        </Button>
                        <Button
                          size="small"
                          onPress={() => setDoing({ what: "review", line })}
                          ariaLabel={t("sharing-review-one", { name: titleOf(line.line) })}
                        >
                          {t("sharing-review")}
                        </Button>
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {doing?.what === "add" && <ItemDialog kind={kind} view={view} onClose={onClose} />}
      {doing?.what === "change" && (
        <ItemDialog kind={kind} line={doing.line} view={view} onClose={onClose} />
      )}
      {doing?.what === "review" && (
        <ReviewDialog line={doing.line} reviewOn={view.reviewOn} onClose={onClose} />
      )}
    </Section>
  );
}
