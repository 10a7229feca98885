import { type ReactNode, useDeferredValue } from "react";

/** What lies below the first screenful of a long page: drawn once the rest has been, so that nobody waits for it. */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}
