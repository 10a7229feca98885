import { useText } from "../text/text";
import styles from "./Layout.module.css";

const WIDTHS = ["92%", "78%", "86%", "71%", "89%", "75%", "83%", "68%"];

interface Props {
  /** At most eight. */
  lines?: number;
}

/** Stands where something is still coming; unseen for the first 300 ms. */
export function Skeleton({ lines = 4 }: Props) {
  const t = useText();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t("components-loading")}</span>
      {WIDTHS.slice(0, lines).map((width) => (
        <span key={width} className={styles.skeletonLine} style={{ width }} />
      ))}
    </div>
  );
}
