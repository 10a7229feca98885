import { showDate } from "../text/dates";
import { say } from "../text/text";
import { CARD, escaped, paper, SOFT, textAt } from "./paper";
import { ticks } from "./scale";
import { barsOf, highest, type Layout, type Series } from "./series";
import { monthMarks } from "./weeks";

interface Drawn {
  title: string;
  sentence: string;
  weeks: readonly string[];
  series: readonly Series[];
  layout: Layout;
  /** What is said of each week. */
  said: readonly string[];
}

/* The colours of the light page, in the order of the series. */
const FILLS = ["#1b6f62", "#1d5788", "#7a4a00", "#a3231a", "#1b6a3d", "#56605d", "#877f73"];
const WIDTH = 720;
const HEIGHT = 200;
const GUTTER = 44;

/** The weeks as a file of their own. */
export function weeksSvg({ title, sentence, weeks, series, layout, said }: Drawn): string {
  const steps = ticks(highest(series, layout));
  const top = steps.at(-1) ?? 1;
  const slot = (WIDTH - GUTTER) / Math.max(weeks.length, 1);
  const up = (count: number) => HEIGHT - (count / top) * (HEIGHT - 12);
  const axis = steps.map(
    (value) =>
      `<line x1="${GUTTER}" x2="${WIDTH}" y1="${up(value)}" y2="${up(value)}" stroke="#e2ddd4"/>` +
      textAt(GUTTER - 8, up(value) + 4, say("charts-number", { value }), SMALL),
  );
  const bars = weeks.flatMap((_, week) =>
    barsOf(series, layout, week).map(({ series: of, from, to, left, width }) => {
      const x = GUTTER + (week + 0.15 + left * 0.7) * slot;
      const fill = FILLS[of % FILLS.length];
      return `<rect x="${x}" y="${up(to)}" width="${slot * 0.7 * width}" height="${up(from) - up(to)}" rx="2" fill="${fill}" stroke="${CARD}"/>`;
    }),
  );
  const months = monthMarks(weeks).map(({ index, date }) =>
    textAt(GUTTER + (index + 0.15) * slot, HEIGHT + 18, showDate(date).split(" ")[1] ?? "", {
      ...SMALL,
      anchor: "start",
    }),
  );
  const named = series.length < 2 ? [] : series;
  const legend = named.map(({ label }, index) => {
    const y = HEIGHT + 34 + index * 20;
    const fill = FILLS[index % FILLS.length];
    return `<rect x="${GUTTER}" y="${y}" width="12" height="12" rx="2" fill="${fill}"/>${textAt(GUTTER + 20, y + 11, label, { size: 13 })}`;
  });
  return paper({
    width: WIDTH,
    height: HEIGHT + 24 + named.length * 20,
    title,
    sentence,
    body: [...axis, ...bars, ...months, ...legend].join(""),
    described: said.map(escaped).join("; "),
  });
}

const SMALL = { anchor: "end", fill: SOFT, size: 12 } as const;
