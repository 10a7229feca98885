import { WayBack } from "../../app/OwnTraining";
import { useSession } from "../../app/session";
import { Notice } from "../../components/Notice";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Today.module.css";

/** Says in good time that this person's training will lapse, and what to do. */
export function TrainingDue() {
  const t = useText();
  const { today } = useSession();
  const training = useCommand("my_training", {}).data;
  if (training === undefined) return null;
  const { access, through, warnFrom } = training;
  if (!access || through === null || warnFrom === null || today < warnFrom) return null;
  return (
    <div className={styles.training}>
      <Notice tone="warn" title={t("today-training", { date: showDate(through) })}>
        <WayBack training={training} />
      </Notice>
    </div>
  );
}
