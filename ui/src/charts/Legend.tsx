import { cx } from "../components/cx";
import styles from "./Chart.module.css";
import type { Series } from "./series";

interface Props {
  series: readonly Series[];
}

/** Which colour is what. The table says the same without colours. */
export function Legend({ series }: Props) {
  return (
    <ul className={styles.legend}>
      {series.map(({ id, label }, index) => (
        <li key={id}>
          <svg className={styles.key} aria-hidden="true" focusable="false" viewBox="0 0 12 12">
            <rect className={cx(styles.bar, fill(index))} width="12" height="12" rx="2" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The class that colours a series. */
export function fill(index: number): string | undefined {
  return styles[`series${index % 7}`];
}
