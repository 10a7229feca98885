import list from "../../components/List.module.css";
import type { InterviewView, Scorecard } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import { markWord, recommendationWord } from "./interviewWords";

interface Props {
  view: Pick<InterviewView, "criteria">;
  card: Scorecard;
}

/** What a scorecard says, to be read. */
export function CardWords({ view, card }: Props) {
  const t = useText();
  return (
    <div className={list.rows}>
      {card.recommendation !== null && (
        <p className={list.title}>{recommendationWord(card.recommendation)}</p>
      )}
      {card.summary !== "" && <p className={styles.evidence}>{card.summary}</p>}
      {card.scores.map(({ criterion, mark, evidence }) => (
        <div key={criterion} className={styles.given}>
          <p className={list.title}>
            {t("interview-criterion-mark", {
              what: view.criteria.find((one) => one.criterion === criterion)?.what ?? "",
              mark: mark === null ? "" : markWord(mark),
            })}
          </p>
          {evidence !== "" && <p className={styles.evidence}>{evidence}</p>}
        </div>
      ))}
    </div>
  );
}
