import { type ReactNode, useId, useState } from "react";
import { cx } from "../components/cx";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import styles from "./Chart.module.css";
import { ChartFrame } from "./ChartFrame";
import { fill, Legend } from "./Legend";
import { ticks } from "./scale";
import { barsOf, highest, type Layout, type Series } from "./series";
import { stepOf } from "./steps";
import { WeeksTable } from "./WeeksTable";
import { monthMarks } from "./weeks";
import { weeksSvg } from "./weeksSvg";

interface Props {
  /** What the figures are of. */
  title: string;
  /** What they show, in one sentence. */
  sentence: string;
  /** The first day of each week, soonest first. */
  weeks: readonly string[];
  series: readonly Series[];
  layout: Layout;
  /** What the series add up to, where they do. */
  sum?: string;
  /** Another way to look at the figures. */
  action?: ReactNode;
  /** What is said of one week. */
  pointLabel: (week: number) => string;
}

const HEIGHT = 168;
const TOP = 12;
/** Room for the figures at the left; the style sheet keeps the bars off it. */
const GUTTER = 40;

/** Figures by week: a picture, its sentence, and the same as a table. */
export function WeekBars({
  title,
  sentence,
  weeks,
  series,
  layout,
  sum,
  action,
  pointLabel,
}: Props) {
  const t = useText();
  const id = useId();
  const [at, setAt] = useState(0);

  const steps = ticks(highest(series, layout));
  const top = steps.at(-1) ?? 1;
  const slot = 100 / Math.max(weeks.length, 1);
  const heightOf = (count: number) => (count / top) * (HEIGHT - TOP);

  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      picture="weeks"
      svg={() =>
        weeksSvg({
          title,
          sentence,
          weeks,
          series,
          layout,
          said: weeks.map((_, at) => pointLabel(at)),
        })
      }
      {...(action !== undefined && { action })}
      table={
        <WeeksTable
          title={title}
          weeks={weeks}
          series={series}
          layout={layout}
          sum={sum ?? t("charts-column-people")}
        />
      }
    >
      {series.length > 1 && <Legend series={series} />}
      <div className={styles.plot}>
        <svg
          className={styles.axis}
          aria-hidden="true"
          focusable="false"
          width="100%"
          height={HEIGHT + 24}
        >
          {steps.map((value) => (
            <g key={value}>
              <line
                className={styles.rule}
                x1={GUTTER}
                x2="100%"
                y1={HEIGHT - heightOf(value)}
                y2={HEIGHT - heightOf(value)}
              />
              <text
                className={styles.tick}
                textAnchor="end"
                x={GUTTER - 8}
                y={HEIGHT - heightOf(value) + 4}
              >
                {t("charts-number", { value })}
              </text>
            </g>
          ))}
        </svg>
        <svg
          className={styles.months}
          aria-hidden="true"
          focusable="false"
          width="100%"
          height="24"
        >
          {monthMarks(weeks).map(({ index, date }) => (
            <text key={date} className={styles.tick} x={`${(index + 0.15) * slot}%`} y="18">
              {showDate(date).split(" ")[1]}
            </text>
          ))}
        </svg>
        <svg
          className={styles.bars}
          role="listbox"
          tabIndex={0}
          aria-label={title}
          aria-activedescendant={`${id}-${at}`}
          aria-describedby={`${id}-keys`}
          width="100%"
          height={HEIGHT}
          onKeyDown={(event) => {
            const wanted = stepOf(event, at, weeks.length, false);
            if (wanted === undefined) return;
            event.preventDefault();
            setAt(wanted);
          }}
        >
          {weeks.map((from, index) => (
            <g
              key={from}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-label={pointLabel(index)}
              className={styles.week}
              onPointerEnter={() => setAt(index)}
            >
              <rect
                className={styles.reach}
                x={`${index * slot}%`}
                y="0"
                width={`${slot}%`}
                height={HEIGHT}
              />
              {barsOf(series, layout, index).map((bar) => (
                <rect
                  key={bar.series}
                  className={cx(styles.bar, fill(bar.series))}
                  x={`${(index + 0.15 + bar.left * 0.7) * slot}%`}
                  y={HEIGHT - heightOf(bar.to)}
                  width={`${slot * 0.7 * bar.width}%`}
                  height={heightOf(bar.to - bar.from)}
                  rx="2"
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <p className={styles.reading}>{weeks.length === 0 ? "" : pointLabel(at)}</p>
      <p id={`${id}-keys`} className={styles.hint}>
        {t("charts-keys-hint")}
      </p>
    </ChartFrame>
  );
}
