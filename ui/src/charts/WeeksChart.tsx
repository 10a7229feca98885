import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "../components/Button";
import type { RetentionWeek } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import { ticks } from "./scale";
import styles from "./WeeksChart.module.css";
import { WeeksTable } from "./WeeksTable";
import { monthMarks, summariseWeeks } from "./weeks";

type Props = {
  /** The weeks, soonest first. */
  weeks: RetentionWeek[];
};

const HEIGHT = 168;
const TOP = 12;
/** Room for the figures at the left; the style sheet keeps the bars off it. */
const GUTTER = 40;

/** How many records go in each of the coming weeks: a picture, its sentence, and the same as a table. */
export function WeeksChart({ weeks }: Props) {
  const t = useText();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const [at, setAt] = useState(0);

  const said = summariseWeeks(weeks);
  const sentence = t(said.id, "from" in said ? { ...said, date: showDate(said.from) } : said);
  const steps = ticks(weeks.reduce((most, week) => Math.max(most, week.count), 0));
  const top = steps.at(-1) ?? 1;
  const slot = 100 / Math.max(weeks.length, 1);
  const current = weeks[Math.min(at, weeks.length - 1)];
  const heightOf = (count: number) => (count / top) * (HEIGHT - TOP);
  const pointLabel = (week: RetentionWeek) =>
    t("charts-week-point", {
      date: showDate(week.from),
      count: week.count,
      parts: week.parts,
    });

  const step = (event: KeyboardEvent) => {
    const last = weeks.length - 1;
    const places: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: last,
    };
    const wanted = places[event.key];
    if (wanted !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(last, wanted)));
    }
  };

  return (
    <figure className={styles.figure} aria-labelledby={`${id}-said`}>
      <div className={styles.head}>
        <figcaption id={`${id}-said`} className={styles.said}>
          {sentence}
        </figcaption>
        <Button variant="quiet" onPress={() => setAsTable(!asTable)}>
          {t(asTable ? "charts-show-chart" : "charts-show-table")}
        </Button>
      </div>
      {asTable ? (
        <WeeksTable weeks={weeks} />
      ) : (
        <>
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
              aria-label={t("charts-weeks-title", { weeks: weeks.length })}
              aria-activedescendant={`${id}-${at}`}
              aria-describedby={`${id}-keys`}
              width="100%"
              height={HEIGHT}
              onKeyDown={step}
            >
              {weeks.map((week, index) => (
                <g
                  key={week.from}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  aria-label={pointLabel(week)}
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
                  <rect
                    className={styles.bar}
                    x={`${(index + 0.15) * slot}%`}
                    y={HEIGHT - heightOf(week.count)}
                    width={`${slot * 0.7}%`}
                    height={heightOf(week.count)}
                    rx="2"
                  />
                </g>
              ))}
            </svg>
          </div>
          <p className={styles.reading}>{current === undefined ? "" : pointLabel(current)}</p>
          <p id={`${id}-keys`} className={styles.hint}>
            {t("charts-keys-hint")}
          </p>
        </>
      )}
    </figure>
  );
}
