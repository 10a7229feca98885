import { Chip } from "../../components/Chip";
import type { GridColumn } from "../../components/grid/types";
import { Icon } from "../../components/Icon";
import { Shown } from "../../components/Shown";
import type { CandidateColumn, CandidateRow, ListColumn } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";
import { outcomeWord, sourceWord, stageWord } from "../../text/words";
import styles from "./Candidates.module.css";

/** A column of the list of candidates. */
type Column = GridColumn<CandidateRow, CandidateColumn> & { id: ListColumn };

/** The columns there are, as they stand until somebody chooses. */
export const USUAL_COLUMNS: readonly ListColumn[] = [
  "name",
  "vacancy",
  "stage",
  "eraseOn",
  "receivedOn",
  "email",
  "source",
];

/** The columns of the list of candidates, as they were chosen. */
export function columnsOf(shown: readonly ListColumn[]): readonly Column[] {
  const all = candidateColumns();
  return shown.flatMap((id) => all.filter((column) => column.id === id));
}

/** What a column is called. */
export function columnWord(id: ListColumn): string {
  return candidateColumns().find((column) => column.id === id)?.label ?? id;
}

function candidateColumns(): readonly Column[] {
  return [
    {
      id: "name",
      label: say("candidates-column-name"),
      min: 9,
      grow: 1.6,
      sort: "name",
      cell: (row) => (
        <>
          <span className={styles.name} data-candidate={row.candidate}>
            {row.name}
          </span>
          {row.onReserveList && (
            <span className={styles.reserve} title={say("candidates-reserve")}>
              <Icon name="reserve" size={16} />
              <span className="visually-hidden">{say("candidates-reserve")}</span>
            </span>
          )}
        </>
      ),
    },
    {
      id: "vacancy",
      label: say("candidates-column-vacancy"),
      min: 8,
      grow: 1.2,
      cell: (row) => <VacancyCell row={row} />,
    },
    {
      id: "stage",
      label: say("candidates-column-stage"),
      min: 7.75,
      grow: 0,
      cell: ({ latest }) => latest && <StageCell latest={latest} />,
    },
    {
      id: "eraseOn",
      label: say("candidates-column-erase"),
      min: 8.25,
      grow: 0,
      sort: "eraseOn",
      cell: (row) => (
        <Shown of={row.eraseOn} isCompact>
          {(date) => <EraseCell date={date} due={row.due} />}
        </Shown>
      ),
    },
    {
      id: "receivedOn",
      label: say("candidates-column-received"),
      min: 6.5,
      grow: 0,
      sort: "receivedOn",
      cell: (row) => showDate(row.receivedOn),
    },
    {
      id: "email",
      label: say("candidates-column-email"),
      min: 7,
      grow: 1.3,
      cell: (row) => (
        <Shown of={row.email} isCompact>
          {(email) => <span className={styles.cut}>{email}</span>}
        </Shown>
      ),
    },
    {
      id: "source",
      label: say("candidates-column-source"),
      min: 6,
      grow: 1,
      cell: (row) => (
        <Shown of={row.source} isCompact>
          {(source) => <span className={styles.cut}>{sourceWord(source)}</span>}
        </Shown>
      ),
    },
  ];
}

function VacancyCell({ row }: { row: CandidateRow }) {
  if (row.latest === null) {
    return <span className={styles.soft}>{say("candidates-no-application")}</span>;
  }
  return (
    <>
      <span className={styles.cut}>{row.latest.vacancyTitle}</span>
      {row.applications > 1 && (
        <span className={styles.soft}>
          {say("candidates-more-applications", { count: row.applications - 1 })}
        </span>
      )}
    </>
  );
}

function StageCell({ latest }: { latest: NonNullable<CandidateRow["latest"]> }) {
  if (latest.outcome === null) return <Chip tone="info">{stageWord(latest.stage)}</Chip>;
  const { how } = latest.outcome;
  return <Chip tone={how.kind === "hired" ? "good" : "neutral"}>{outcomeWord(how)}</Chip>;
}

function EraseCell({ date, due }: { date: string | null; due: boolean }) {
  if (date === null) return <span className={styles.soft}>{say("candidates-no-date")}</span>;
  if (!due) return showDate(date);
  return (
    <Chip tone="danger" icon="retention">
      {showDate(date)}
    </Chip>
  );
}
