import { More } from "../../components/More";
import type { ApplicationEvent, ApplicationEventView } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { say, useText } from "../../text/text";
import { outcomeSentence, stageWord } from "../../text/words";
import styles from "./ApplicationCard.module.css";

interface Props {
  history: ApplicationEventView[];
  vacancyTitle: string;
}

/** What happened to an application, latest first, each with who recorded it and when. */
export function ApplicationHistory({ history, vacancyTitle }: Props) {
  const t = useText();
  if (history.length === 0) return null;
  return (
    <More label={t("candidate-history")}>
      <ol
        className={styles.events}
        aria-label={t("candidate-history-of", { vacancy: vacancyTitle })}
      >
        {history.map(({ at, by, what }) => (
          <li key={`${at} ${JSON.stringify(what)}`}>
            {wordEvent(what)}
            <span className={styles.by}>
              {" · "}
              {t("candidate-history-by", { by, at: showDateTime(at) })}
            </span>
          </li>
        ))}
      </ol>
    </More>
  );
}

function wordEvent(what: ApplicationEvent): string {
  switch (what.kind) {
    case "received":
      return say("candidate-history-received");
    case "moved":
      return say("candidate-history-moved", {
        from: stageWord(what.from),
        to: stageWord(what.to),
      });
    case "ended":
      return say("candidate-history-ended", {
        outcome: outcomeSentence(what.outcome.how),
        date: showDate(what.outcome.on),
      });
    case "handedOver":
      return what.on === null
        ? say("candidate-history-hand-over-back")
        : say("candidate-history-handed-over", { date: showDate(what.on) });
    default:
      return say("candidate-history-reopened", { to: stageWord(what.to) });
  }
}
