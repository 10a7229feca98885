import type { Selection } from "./types";

/** The most that can be selected at once: as many as one command takes. */
export const MOST_SELECTED = 10_000;

/** The selection with one row more, or less where it was in it. */
export function toggled<R>(selection: Selection<R>, key: string, row: R): Selection<R> {
  const next = new Map(selection);
  if (!next.delete(key)) next.set(key, row);
  return next;
}

/** The selection with rows added. */
export function withRows<R>(
  selection: Selection<R>,
  rows: readonly R[],
  keyOf: (row: R) => string,
): Selection<R> {
  const next = new Map(selection);
  for (const row of rows) {
    if (next.size >= MOST_SELECTED) break;
    next.set(keyOf(row), row);
  }
  return next;
}
