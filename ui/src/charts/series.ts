/** What is drawn and listed for each week: a name and a figure a week, in the order of the weeks. */
export interface Series {
  id: string;
  label: string;
  counts: number[];
}

/** How the figures of a week stand: on each other, as parts of a whole, or beside each other, to be compared. */
export type Layout = "stacked" | "beside";

/** How high the axis has to reach. */
export function highest(series: readonly Series[], layout: Layout): number {
  const length = series[0]?.counts.length ?? 0;
  const columns = Array.from({ length }, (_, week) => series.map((one) => one.counts[week] ?? 0));
  const tops = columns.map((column) =>
    layout === "stacked" ? column.reduce((sum, part) => sum + part, 0) : Math.max(0, ...column),
  );
  return Math.max(0, ...tops);
}

/** A bar of a week: which series, where it begins and ends, and which part of the week's width is its. */
export interface Bar {
  series: number;
  from: number;
  to: number;
  /** From 0, the left of the room for bars, to 1. */
  left: number;
  width: number;
}

/** The bars of one week; figures of nothing have none. */
export function barsOf(series: readonly Series[], layout: Layout, week: number): Bar[] {
  let under = 0;
  const width = layout === "stacked" ? 1 : 1 / Math.max(series.length, 1);
  return series.flatMap((one, index) => {
    const count = one.counts[week] ?? 0;
    const from = layout === "stacked" ? under : 0;
    under += count;
    const left = layout === "stacked" ? 0 : index * width;
    return count === 0 ? [] : [{ series: index, from, to: from + count, left, width }];
  });
}
