import { Dialog } from "../components/Dialog";
import { Facts } from "../components/Facts";
import { Notice } from "../components/Notice";
import { Skeleton } from "../components/Skeleton";
import type { TrainingView } from "../ipc/generated/bindings";
import { useCommand } from "../ipc/queries";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import styles from "./OwnTraining.module.css";
import { useSession } from "./session";

interface Props {
  onClose: () => void;
}

/** One's own data protection training: what was taken, until when it counts, and whom to ask for more. */
export function OwnTraining({ onClose }: Props) {
  const t = useText();
  const training = useCommand("my_training", {}).data;
  return (
    <Dialog title={t("app-training-title")} isOpen onClose={onClose}>
      {training === undefined ? <Skeleton /> : <Training training={training} />}
    </Dialog>
  );
}

function Training({ training }: { training: TrainingView }) {
  const t = useText();
  const { access, through, warnFrom, held } = training;
  return (
    <div className={styles.training}>
      <Facts
        facts={[
          {
            label: t("app-training-access"),
            value: t("app-training-standing", {
              standing: access ? "open" : "closed",
              date: through === null ? "" : showDate(through),
            }),
          },
          ...(access && warnFrom !== null
            ? [{ label: t("app-training-refresh"), value: showDate(warnFrom) }]
            : []),
          {
            label: t("app-training-taken"),
            value:
              held.length === 0 ? (
                t("app-training-none")
              ) : (
                <ul className={styles.trainings}>
                  {held.map(({ heldOn, way, recordedBy }) => (
                    <li key={`${heldOn} ${way}`}>
                      {t("app-training-one", { way, date: showDate(heldOn), name: recordedBy })}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <Notice tone={access ? "info" : "warn"}>
        <WayBack training={training} />
      </Notice>
    </div>
  );
}

/** Whom to ask for training to be recorded, and what to do where nobody else can. */
export function WayBack({ training: { ask } }: { training: TrainingView }) {
  const t = useText();
  const { may } = useSession();
  if (ask.length > 0) return <p>{t("app-training-ask", { names: ask.join(", ") })}</p>;
  return <p>{t(may("manageAccounts") ? "app-training-alone" : "app-training-nobody")}</p>;
}
