import type { RetentionWeek } from "../ipc/generated/bindings";

/** What the figure says in one sentence: which words, with which figures. */
export type WeeksSummary =
  | { id: "charts-weeks-none"; weeks: number }
  | { id: "charts-weeks-summary"; weeks: number; total: number; peak: number; from: string }
  | { id: "charts-weeks-summary-even"; weeks: number; total: number; from: string };

/** Puts the weeks in a sentence: how many in all, and where the most are. */
export function summariseWeeks(weeks: RetentionWeek[]): WeeksSummary {
  const total = weeks.reduce((sum, week) => sum + week.count, 0);
  const peak = weeks.reduce((most, week) => Math.max(most, week.count), 0);
  const first = weeks.find((week) => week.count > 0);
  if (first === undefined) {
    return { id: "charts-weeks-none", weeks: weeks.length };
  }
  const atPeak = weeks.filter((week) => week.count === peak);
  const only = atPeak[0];
  if (only !== undefined && atPeak.length === 1 && total > peak) {
    return { id: "charts-weeks-summary", weeks: weeks.length, total, peak, from: only.from };
  }
  return { id: "charts-weeks-summary-even", weeks: weeks.length, total, from: first.from };
}

/** The weeks in which a month begins on the axis, with a date in that month; none so close that labels would touch. */
export function monthMarks(weeks: readonly string[]): { index: number; date: string }[] {
  const begins = weeks.flatMap((from, index) => {
    const before = weeks[index - 1];
    return before?.slice(0, 7) === from.slice(0, 7) ? [] : [{ index, date: from }];
  });
  return begins.filter((mark, place) => {
    const next = begins[place + 1];
    return next === undefined || next.index - mark.index > 1;
  });
}
