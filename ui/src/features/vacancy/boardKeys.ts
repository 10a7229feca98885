import { lettersAreOn } from "../../app/letters";

/** What a key means on a card of the board. */
export type CardKey =
  | { does: "focus"; dx: number; dy: number }
  | { does: "move"; steps: number }
  | { does: "reject" };

const ARROWS: Record<string, { dx: number; dy: number }> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

/** Reads a key pressed on a card; none where it means nothing there. */
export function cardKey(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): CardKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    const moves = event.shiftKey && arrow.dx !== 0;
    return moves ? { does: "move", steps: arrow.dx } : { does: "focus", ...arrow };
  }
  if (event.key === "Delete") return { does: "reject" };
  if (!lettersAreOn()) return null;
  if (event.key === "[") return { does: "move", steps: -1 };
  return event.key === "]" ? { does: "move", steps: 1 } : null;
}
