import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * A function that stays the same, and does what the one given last does: for what is handed down to parts of a page that
 * are drawn again only when what they are given changes.
 */
export function useLatest<A extends unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
