import { useEffect, useState } from "react";
import type { IncidentClockView } from "../../ipc/generated/bindings";

/** The minutes left on a clock, counted on while it runs: asking the program anew would be a read of its own. */
export function useMinutesLeft({ state, minutesLeft, dueAt }: IncidentClockView): number {
  const [passed, setPassed] = useState(0);
  const runs = state === "running" || state === "late";
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins the count anew
  useEffect(() => {
    setPassed(0);
    if (!runs) return undefined;
    const since = performance.now();
    const timer = window.setInterval(() => {
      setPassed(Math.floor((performance.now() - since) / 60_000));
    }, 10_000);
    return () => window.clearInterval(timer);
  }, [runs, minutesLeft, dueAt]);
  return minutesLeft - passed;
}
