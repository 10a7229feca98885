import type { RetentionWeek } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import styles from "./WeeksChart.module.css";

type Props = {
  /** The weeks, soonest first. */
  weeks: RetentionWeek[];
};

/** The figures of the chart as a real table. */
export function WeeksTable({ weeks }: Props) {
  const t = useText();
  const hasParts = weeks.some(({ parts }) => parts > 0);
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t("charts-weeks-title", { weeks: weeks.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("charts-column-week")}</th>
            <th scope="col" className={styles.number}>
              {t("charts-column-people")}
            </th>
            {hasParts && (
              <th scope="col" className={styles.number}>
                {t("charts-column-parts")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{showDate(week.from)}</th>
              <td className={styles.number}>{t("charts-number", { value: week.count })}</td>
              {hasParts && (
                <td className={styles.number}>{t("charts-number", { value: week.parts })}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
