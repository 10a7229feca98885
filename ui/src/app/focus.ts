import { useEffect, useRef } from "react";

/** Moves focus to the page's heading whenever `where` changes, but not on the first paint. */
export function useFocusHeading(where: string): void {
  const before = useRef(where);
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    focusHeading();
  }, [where]);
}

/** Moves focus to the heading of the page, waiting some seconds for a screen that is still coming. */
export function focusHeading(tries = 300): void {
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading !== null) {
    heading.focus({ preventScroll: true });
    return;
  }
  if (tries > 0) requestAnimationFrame(() => focusHeading(tries - 1));
}

/** Calls `focus` if what had the focus is gone, once everything that restores it has had its turn. */
export function focusIfLost(focus: () => void): void {
  setTimeout(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) focus();
  }, 80);
}

/** Moves focus to a field by the name its form gives it. */
export function focusField(name: string): void {
  const holder = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  const target = holder?.querySelector<HTMLElement>(
    "input:not([type=hidden]):not([tabindex='-1']), textarea, [role=spinbutton], button",
  );
  target?.focus();
}

/** Whether keys typed now are meant as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute("role") === "spinbutton") return true;
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)
  );
}
