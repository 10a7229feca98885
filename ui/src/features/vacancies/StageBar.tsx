import type { StageCount } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { stageWord } from "../../text/words";
import styles from "./StageBar.module.css";

interface Props {
  stages: StageCount[];
}

/** How many live applications stand at each stage: a bar with its figures in words below. */
export function StageBar({ stages }: Props) {
  const t = useText();
  const all = stages.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.frame}>
      <div className={styles.bar} aria-hidden="true">
        {stages
          .filter(({ count }) => count > 0)
          .map(({ stage, count }) => (
            <span
              key={stage}
              className={styles.part}
              data-stage={stage}
              style={{ flexGrow: count / Math.max(all, 1) }}
            />
          ))}
      </div>
      <ul className={styles.legend} aria-label={t("vacancies-stages")}>
        {stages.map(({ stage, count }) => (
          <li key={stage} className={styles.stage} data-empty={count === 0}>
            <span className={styles.dot} data-stage={stage} aria-hidden="true" />
            {t("vacancies-stage-count", { stage: stageWord(stage), count })}
          </li>
        ))}
      </ul>
    </div>
  );
}
