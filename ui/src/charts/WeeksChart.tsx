import { useState } from "react";
import { Button } from "../components/Button";
import type { RetentionWeek } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import { byClass } from "./classes";
import { byRule } from "./rules";
import { WeekBars } from "./WeekBars";
import { summariseWeeks } from "./weeks";

type Props = {
  /** The weeks, soonest first. */
  weeks: RetentionWeek[];
};

/** How many records go in each of the coming weeks, by the rule that dates them or by what goes. */
export function WeeksChart({ weeks }: Props) {
  const t = useText();
  const [isByClass, setIsByClass] = useState(false);
  const said = summariseWeeks(weeks);
  const sentence = t(said.id, "from" in said ? { ...said, date: showDate(said.from) } : said);
  const hasParts = weeks.some(({ parts }) => parts.length > 0);
  if (said.id === "charts-weeks-none" && !hasParts) return <p>{sentence}</p>;
  const series = isByClass ? byClass(weeks) : byRule(weeks);

  const pointLabel = (index: number) => {
    const week = weeks[index];
    if (week === undefined) return "";
    const point = t("charts-week-point", {
      date: showDate(week.from),
      count: week.count,
      parts: week.parts.reduce((sum, { count }) => sum + count, 0),
    });
    const shown = series
      .map(({ label, counts }) => ({ label, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0);
    if (shown.length === 0 || series.length < 2) return point;
    const listed = shown.map((part) => t("charts-week-part", part)).join(", ");
    return t("charts-week-parts", { point, parts: listed });
  };

  return (
    <WeekBars
      title={t("charts-weeks-title", { weeks: weeks.length })}
      sentence={sentence}
      weeks={weeks.map(({ from }) => from)}
      series={series}
      layout="stacked"
      sum={t(isByClass ? "charts-column-what" : "charts-column-people")}
      {...(hasParts && {
        action: (
          <Button variant="quiet" size="small" onPress={() => setIsByClass(!isByClass)}>
            {t(isByClass ? "charts-show-rules" : "charts-show-classes")}
          </Button>
        ),
      })}
      pointLabel={pointLabel}
    />
  );
}
