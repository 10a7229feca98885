import { useCallback, useEffect, useRef, useState } from "react";

/** What is being dragged, and over which column it is. */
export type Drag = { card: string; over: string | null };

/** How far the pointer goes before a press on a card is a drag and no click. */
const THRESHOLD = 6;
const EDGE = 48;

/**
 * Lets cards of a board be dragged by pointer, mouse, pen or finger. Cards carry `data-card`, columns
 * `data-column`; both are found by looking up from what is under the pointer.
 *
 * Pointer events rather than HTML drag and drop: the latter is the system's own in WebKitGTK, so that the
 * window itself takes the drop and no test can drive it.
 */
export function useCardDrag(onDrop: (card: string, column: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });

  const board = useCallback((root: HTMLElement | null) => {
    if (root === null) {
      return;
    }
    let start: { x: number; y: number; card: HTMLElement } | null = null;
    let held: HTMLElement | null = null;

    const columnAt = (event: PointerEvent) =>
      document
        .elementsFromPoint(event.clientX, event.clientY)
        .find((element) => held === null || !held.contains(element))
        ?.closest<HTMLElement>("[data-column]")?.dataset.column ?? null;

    const finish = () => {
      held?.style.removeProperty("transform");
      start = null;
      held = null;
      setDrag(null);
    };

    const down = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const card = target?.closest<HTMLElement>("[data-card]") ?? null;
      const fromMenu = target?.closest("button") !== null;
      if (event.button === 0 && card !== null && card.dataset.fixed !== "true" && !fromMenu) {
        start = { x: event.clientX, y: event.clientY, card };
      }
    };

    const move = (event: PointerEvent) => {
      if (start === null) {
        return;
      }
      const dx = event.clientX - start.x;
      const dy = event.clientY - start.y;
      if (held === null && Math.hypot(dx, dy) < THRESHOLD) {
        return;
      }
      if (held === null) {
        held = start.card;
        held.setPointerCapture(event.pointerId);
      }
      event.preventDefault();
      held.style.transform = `translate(${dx}px, ${dy}px)`;
      const box = root.getBoundingClientRect();
      if (event.clientX > box.right - EDGE) {
        root.scrollBy({ left: EDGE / 4 });
      } else if (event.clientX < box.left + EDGE) {
        root.scrollBy({ left: -EDGE / 4 });
      }
      const card = held.dataset.card ?? "";
      const over = columnAt(event);
      setDrag((now) => (now?.card === card && now.over === over ? now : { card, over }));
    };

    const up = (event: PointerEvent) => {
      const card = held?.dataset.card;
      const column = held === null ? null : columnAt(event);
      if (held !== null) {
        // The press that began the drag would otherwise end as a click and open the candidate.
        window.addEventListener("click", stopClick, { capture: true, once: true });
        window.setTimeout(() => window.removeEventListener("click", stopClick, true), 0);
      }
      finish();
      if (card !== undefined && column !== null) {
        drop.current(card, column);
      }
    };

    const stopClick = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };

    const key = (event: KeyboardEvent) => {
      if (event.key === "Escape" && held !== null) {
        event.preventDefault();
        finish();
      }
    };

    const noNativeDrag = (event: Event) => event.preventDefault();

    root.addEventListener("pointerdown", down);
    root.addEventListener("pointermove", move);
    root.addEventListener("pointerup", up);
    root.addEventListener("pointercancel", finish);
    root.addEventListener("dragstart", noNativeDrag);
    window.addEventListener("keydown", key, true);
    return () => {
      root.removeEventListener("pointerdown", down);
      root.removeEventListener("pointermove", move);
      root.removeEventListener("pointerup", up);
      root.removeEventListener("pointercancel", finish);
      root.removeEventListener("dragstart", noNativeDrag);
      window.removeEventListener("keydown", key, true);
    };
  }, []);

  return { board, drag };
}
