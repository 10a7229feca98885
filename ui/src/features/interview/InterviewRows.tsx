import { Chip } from "../../components/Chip";
import { Link } from "../../components/Link";
import list from "../../components/List.module.css";
import type { InterviewRow } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { feedbackWord, kindWord, stateTone, stateWord, whenWords } from "./interviewWords";

interface Props {
  rows: readonly InterviewRow[];
  /** What names an interview: whom it is of, or for which vacancy. */
  by: "name" | "vacancy";
}

/** Interviews, each leading to its page. */
export function InterviewRows({ rows, by }: Props) {
  return (
    <ul className={list.rows}>
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
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>
          <Link to={{ at: "interview", id: row.interview }}>
            {t("interview-row", {
              what: by === "name" ? row.name : row.vacancyTitle,
              kind: kindWord(row.plan.kind),
            })}
          </Link>
        </span>
        <Chip tone={stateTone(row)}>{stateWord(row)}</Chip>
      </div>
      <p className={list.soft}>{whenWords(row.plan)}</p>
      <p className={list.soft}>
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
