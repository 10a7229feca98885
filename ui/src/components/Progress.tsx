import { Label, ProgressBar } from "react-aria-components";
import { useText } from "../text/text";
import { Button } from "./Button";
import { cx } from "./cx";
import styles from "./Progress.module.css";

interface Props {
  label: string;
  done: number;
  total: number;
  /** When the work began, in milliseconds; from it the time left is told. */
  startedAt?: number;
  onCancel?: () => void;
}

/** How far a long piece of work has come, how long it will take, and the way to stop it. */
export function Progress({ label, done, total, startedAt, onCancel }: Props) {
  const t = useText();
  const left = startedAt === undefined ? null : secondsLeft(done, total, Date.now() - startedAt);
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={cx(styles.bar)}
        value={done}
        maxValue={Math.max(total, 1)}
        valueLabel={t("components-progress-of", { done, total })}
      >
        {({ percentage, valueText }) => (
          <>
            <div className={styles.words}>
              <Label>{label}</Label>
              <span className={styles.figures}>
                {valueText}
                {left !== null && ` · ${t("components-time-left", { seconds: left })}`}
              </span>
            </div>
            <div className={styles.track}>
              <div className={styles.fill} style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>{t("components-cancel")}</Button>}
    </div>
  );
}

function secondsLeft(done: number, total: number, elapsed: number): number | null {
  if (done === 0 || elapsed < 500) return null;
  return Math.max(1, Math.round(((total - done) * elapsed) / done / 1000));
}
