import { Chip } from "../../components/Chip";
import { Link } from "../../components/Link";
import type { InterviewRow } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import { feedbackWord, kindWord, stateTone, stateWord, whenWords } from "./interviewWords";

interface Props {
  rows: readonly InterviewRow[];
  /** What names an interview: whom it is of, or for which vacancy. */
  by: "name" | "vacancy";
}

/** Interviews, each leading to its page. */
export function InterviewRows({ rows, by }: Props) {
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <Row key={row.interview} row={row} by={by} />
      ))}
    </ul>
  );
}

function Row({ row, by }: { row: InterviewRow; by: Props["by"] }) {
  const t = useText();
  const told = row.panel.filter(({ feedback }) => feedback !== null);
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <span className={styles.rowTitle}>
          <Link to={{ at: "interview", id: row.interview }}>
            {t("interview-row", {
              what: by === "name" ? row.name : row.vacancyTitle,
              kind: kindWord(row.plan.kind),
            })}
          </Link>
        </span>
        <Chip tone={stateTone(row)}>{stateWord(row)}</Chip>
      </div>
      <p className={styles.soft}>{whenWords(row.plan)}</p>
      <p className={styles.soft}>
        {row.panel
          .map(({ name, feedback }) =>
            feedback === null || told.length === 0
              ? name
              : t("interview-row-person", { name, state: feedbackWord(feedback) }),
          )
          .join(" · ")}
      </p>
    </li>
  );
}
