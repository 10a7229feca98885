/** What a key asks of the grid. */
export type GridMove =
  | { kind: "go"; to: number; extend: boolean }
  | { kind: "open" }
  | { kind: "toggle" }
  | { kind: "toggleRange" }
  | { kind: "all" }
  | { kind: "none" };

/** A key as the grid looks at it. */
export interface GridKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key means with the focus at `at` of `total` rows, `page` of them in view; nothing for other keys. */
export function moveOf(
  event: GridKey,
  at: number,
  total: number,
  page: number,
  letters: boolean,
): GridMove | null {
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (command && event.key.toLowerCase() === "a") return { kind: "all" };
  if (command && event.key !== "Home" && event.key !== "End") return null;
  const extend = event.shiftKey;
  const go = (to: number): GridMove => ({
    kind: "go",
    to: Math.max(0, Math.min(total - 1, to)),
    extend,
  });
  switch (event.key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "PageDown":
      return go(at + page);
    case "PageUp":
      return go(at - page);
    case "Home":
      return go(0);
    case "End":
      return go(total - 1);
    case "Enter":
      return { kind: "open" };
    case " ":
      return event.shiftKey ? { kind: "toggleRange" } : { kind: "toggle" };
    case "Escape":
      return { kind: "none" };
    default:
      return letters ? letterMove(event.key, at, go) : null;
  }
}

function letterMove(key: string, at: number, go: (to: number) => GridMove): GridMove | null {
  if (key === "j") return go(at + 1);
  if (key === "k") return go(at - 1);
  if (key === "x") return { kind: "toggle" };
  return null;
}
