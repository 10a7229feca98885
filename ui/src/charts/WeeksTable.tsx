import { showDate } from "../text/dates";
import { useText } from "../text/text";
import styles from "./Chart.module.css";
import type { Layout, Series } from "./series";

type Props = {
  title: string;
  /** The first day of each week, soonest first. */
  weeks: readonly string[];
  series: readonly Series[];
  /** Parts of a whole have their sum beside them. */
  layout: Layout;
  /** What the sum is of. */
  sum: string;
};

/** The figures of the chart as a real table. */
export function WeeksTable({ title, weeks, series, layout, sum }: Props) {
  const t = useText();
  const parts = layout === "stacked" && series.length === 1 ? [] : series;
  const sumOf = (week: number) => series.reduce((sum, one) => sum + (one.counts[week] ?? 0), 0);
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("charts-column-week")}</th>
            {layout === "stacked" && (
              <th scope="col" className={styles.number}>
                {sum}
              </th>
            )}
            {parts.map(({ id, label }) => (
              <th key={id} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((from, index) => (
            <tr key={from}>
              <th scope="row">{showDate(from)}</th>
              {layout === "stacked" && (
                <td className={styles.number}>{t("charts-number", { value: sumOf(index) })}</td>
              )}
              {parts.map(({ id, counts }) => (
                <td key={id} className={styles.number}>
                  {t("charts-number", { value: counts[index] ?? 0 })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
