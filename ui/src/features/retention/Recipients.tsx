import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { DaysLeft } from "../../components/DaysLeft";
import { EmptyState } from "../../components/EmptyState";
import { Notice } from "../../components/Notice";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { RecipientNoticeView, RecipientsView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { categoryWord } from "../candidate/disclosureWords";
import styles from "./Retention.module.css";
import { givenInWords } from "./recipientWords";
import { TellDialog } from "./TellDialog";

/** Those who were not told yet. */
export const toBeTold = ({ notices }: RecipientsView): RecipientNoticeView[] =>
  notices.filter(({ toldOn }) => toldOn === null);

interface OverdueProps {
  view: RecipientsView;
  onSee: () => void;
}

/** Says loudly that somebody should have been told. */
export function RecipientsOverdue({ view, onSee }: OverdueProps) {
  const t = useText();
  const count = toBeTold(view).filter(({ daysLeft }) => daysLeft < 0).length;
  if (count === 0) return null;
  return (
    <Notice
      tone="danger"
      title={t("recipients-overdue", { count })}
      actions={<Button onPress={onSee}>{t("recipients-overdue-see")}</Button>}
    >
      {t("recipients-overdue-text")}
    </Notice>
  );
}

interface Props {
  view: RecipientsView;
}

/** Recipients of what was erased, corrected or restricted: who is to be told by when, and who was. Nothing of those who are gone. */
export function Recipients({ view: { notices, mayTell } }: Props) {
  const t = useText();
  const [telling, setTelling] = useState<RecipientNoticeView | null>(null);
  if (notices.length === 0) {
    return <EmptyState icon="mail" title={t("recipients-none")} text={t("recipients-none-text")} />;
  }
  return (
    <Section title={t("recipients-title")} hint={t("recipients-lede")}>
      <Table
        caption={t("recipients-table")}
        rows={notices}
        rowKey={({ notice }) => notice}
        columns={[
          {
            id: "recipient",
            label: t("recipients-column-recipient"),
            isRowHeader: true,
            cell: ({ toTell: { category, recipient }, again }) => (
              <>
                {recipient}
                <br />
                <span className={styles.kind}>{categoryWord(category)}</span>
                {again && <p className={styles.kind}>{t("recipients-again")}</p>}
              </>
            ),
          },
          {
            id: "what",
            label: t("recipients-column-what"),
            cell: ({ because, since, request }) => (
              <>
                {t("recipients-because", { because })}
                <br />
                <span className={styles.kind}>
                  {t("recipients-done-on", { date: showDate(since) })}
                  {request !== null && ` ${t("recipients-by-request", { number: request })}`}
                </span>
              </>
            ),
          },
          {
            id: "how-many",
            label: t("recipients-column-how-many"),
            cell: ({ toTell: { people, applications } }) =>
              t("recipients-how-many", { people, applications }),
          },
          {
            id: "given",
            label: t("recipients-column-given"),
            cell: ({ toTell: { given } }) => givenInWords(given),
          },
          {
            id: "by",
            label: t("recipients-column-by"),
            cell: (row) => <Told row={row} />,
          },
          ...(mayTell
            ? [
                {
                  id: "tell",
                  label: t("recipients-column-tell"),
                  isLabelHidden: true,
                  cell: (row: RecipientNoticeView) =>
                    row.toldOn === null && (
                      <Button
                        size="small"
                        icon="check"
                        onPress={() => setTelling(row)}
                        ariaLabel={t("recipients-tell-one", { recipient: row.toTell.recipient })}
                      >
                        {t("recipients-tell")}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {telling !== null && <TellDialog row={telling} onClose={() => setTelling(null)} />}
    </Section>
  );
}

function Told({ row: { toldOn, toldBy, toTell, daysLeft } }: { row: RecipientNoticeView }) {
  const t = useText();
  if (toldOn !== null) {
    return (
      <>
        <Chip tone="good" icon="check">
          {t("recipients-told", { date: showDate(toldOn) })}
        </Chip>
        <br />
        <span className={styles.kind}>{t("recipients-told-by", { by: toldBy ?? "" })}</span>
      </>
    );
  }
  return (
    <>
      {t("recipients-by", { date: showDate(toTell.by) })}
      <br />
      <DaysLeft days={daysLeft} date={toTell.by} />
    </>
  );
}
