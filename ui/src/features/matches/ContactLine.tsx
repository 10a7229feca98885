import type { ContactView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { channelWord } from "../decisions/channels";
import styles from "./Matches.module.css";

interface Props {
  contact: ContactView;
  /** Says which vacancy it was about. */
  withVacancy?: boolean;
}

/** A contact and what came of it, in a line. */
export function ContactLine({ contact, withVacancy = false }: Props) {
  const t = useText();
  const { vacancyTitle, contactedOn, channel, outcome, answeredOn, recordedBy } = contact;
  return (
    <p className={styles.contact}>
      {t(withVacancy ? "matches-contacted-about" : "matches-contacted", {
        date: showDate(contactedOn),
        channel: channelWord(channel),
        by: recordedBy,
        vacancy: vacancyTitle,
      })}{" "}
      <strong>
        {t("matches-outcome", {
          outcome: outcome ?? "awaited",
          date: answeredOn === null ? "" : showDate(answeredOn),
        })}
      </strong>
    </p>
  );
}
