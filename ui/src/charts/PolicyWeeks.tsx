import type { WeekDifference } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import { WeekBars } from "./WeekBars";

interface Props {
  /** The weeks, soonest first. */
  weeks: readonly WeekDifference[];
}

/** How many records go in each of the coming weeks now, and beside it how many would with other periods. */
export function PolicyWeeks({ weeks }: Props) {
  const t = useText();
  const sum = (of: (week: WeekDifference) => number) =>
    weeks.reduce((total, week) => total + of(week), 0);
  return (
    <WeekBars
      title={t("charts-policy-title", { weeks: weeks.length })}
      sentence={t("charts-policy-summary", {
        weeks: weeks.length,
        now: sum(({ now }) => now),
        tried: sum(({ tried }) => tried),
      })}
      weeks={weeks.map(({ from }) => from)}
      series={[
        { id: "now", label: t("charts-policy-now"), counts: weeks.map(({ now }) => now) },
        { id: "tried", label: t("charts-policy-tried"), counts: weeks.map(({ tried }) => tried) },
      ]}
      layout="beside"
      pointLabel={(index) => {
        const week = weeks[index];
        if (week === undefined) return "";
        return t("charts-policy-point", { ...week, date: showDate(week.from) });
      }}
    />
  );
}
