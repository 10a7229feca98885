/** One figure of a picture whose bars lie: a step, a source, a stage, a month. */
export interface BarPoint {
  id: string;
  label: string;
  /** How long its bar is; null where it may not be shown. */
  value: number | null;
  /** What stands at the end of the bar. */
  shown: string;
  /** Between which figures most lie, where the value is the middle of many. */
  between?: readonly [number, number];
  /** All that is said of it. */
  said: string;
  /** Its figures in the table, in the order of the columns after the first. */
  cells: readonly string[];
}

/** The figure that is as long as the picture is wide. */
export function longest(points: readonly BarPoint[]): number {
  return Math.max(
    1,
    ...points.map(({ value, between }) => Math.max(value ?? 0, between?.[1] ?? 0)),
  );
}

/** The part of the width that a figure takes. */
export function partOf(figure: number, top: number): string {
  return `${(figure / top) * 100}%`;
}
