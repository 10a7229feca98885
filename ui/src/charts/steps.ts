import type { KeyboardEvent } from "react";

/** Which point of a picture a key leads to; none where the key is another's. Pictures that lie go down, others right. */
export function stepOf(
  event: KeyboardEvent,
  at: number,
  points: number,
  lies: boolean,
): number | undefined {
  const last = points - 1;
  const places: Record<string, number> = {
    [lies ? "ArrowUp" : "ArrowLeft"]: at - 1,
    [lies ? "ArrowDown" : "ArrowRight"]: at + 1,
    Home: 0,
    End: last,
  };
  const wanted = places[event.key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(last, wanted));
}
