import { useEffect } from "react";
import { call } from "../ipc/call";

/** What somebody at the window does. Scrolling by itself and what the program draws are not among it. */
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
/** The page says so at most this often, in milliseconds. */
const EVERY = 5000;

/** Tells the program that somebody is at the window; when nobody is, it locks by itself. */
export function useActivity(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const seen = ({ timeStamp }: Event) => {
      if (timeStamp - last < EVERY) return;
      last = timeStamp;
      // A program that has locked meanwhile says so by its event.
      call("active", {}).catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    };
  }, []);
}
