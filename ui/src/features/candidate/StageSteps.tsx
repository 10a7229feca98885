import type { Stage } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { STAGES, stageWord } from "../../text/words";
import styles from "./ApplicationCard.module.css";

interface Props {
  stage: Stage;
  hasEnded: boolean;
}

/** The stages of an application, with how far it came. */
export function StageSteps({ stage, hasEnded }: Props) {
  const t = useText();
  const here = STAGES.indexOf(stage);
  return (
    <ol className={styles.steps} aria-label={t("candidate-stages")}>
      {STAGES.map((step, place) => {
        const state = stateOf(place - here, hasEnded);
        return (
          <li
            key={step}
            className={styles.step}
            data-state={state}
            aria-current={state === "now" ? "step" : undefined}
          >
            <span aria-hidden="true">{stageWord(step)}</span>
            <span className="visually-hidden">
              {t(`candidate-stage-${state}`, { stage: stageWord(step) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(distance: number, hasEnded: boolean): "done" | "now" | "stopped" | "later" {
  if (distance < 0) return "done";
  if (distance > 0) return "later";
  return hasEnded ? "stopped" : "now";
}
