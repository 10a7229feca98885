import { useEffect, useRef } from "react";
import type { Status } from "../ipc/generated/bindings";
import { useLookAct } from "./status";

/** How large everything can be drawn, in percent. */
export const ZOOMS = [100, 110, 125, 150, 175, 200] as const;

/** Hears Ctrl with plus, minus and nought, on every screen and over every dialog. */
export function useZoom(status: Status | undefined): void {
  const { mutate } = useLookAct("set_zoom");
  const now = useRef(100);
  now.current = status?.zoom ?? 100;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const percent = zoomAfter(event.key, now.current);
      if (percent === undefined) return;
      event.preventDefault();
      if (percent === now.current) return;
      // Keys may come faster than answers do.
      now.current = percent;
      mutate({ percent });
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [mutate]);
}

/** How large everything is after a key; undefined for a key that is none of it. */
export function zoomAfter(key: string, now: number): number | undefined {
  switch (key) {
    case "+":
    case "=":
      return ZOOMS.find((zoom) => zoom > now) ?? now;
    case "-":
    case "_":
      return ZOOMS.findLast((zoom) => zoom < now) ?? now;
    case "0":
      return 100;
    default:
      return undefined;
  }
}
