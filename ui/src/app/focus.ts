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
  const found = heading();
  if (found !== null) {
    found.focus({ preventScroll: true });
    return;
  }
  if (tries > 0) requestAnimationFrame(() => focusHeading(tries - 1));
}

/** Calls `focus` if what had the focus is gone, once everything that restores it has had its turn. */
export function focusIfLost(focus: () => void): void {
  setTimeout(() => {
    if (isNowhere()) focus();
  }, 80);
}

/**
 * Keeps the focus near where it was when what had it goes: a button that did its one thing, or the one that a dialog
 * would have given it back to. Gives back what ends it.
 */
export function keepFocus(): () => void {
  // From what had the focus outwards: on the page, and in what lay over it since.
  let page: readonly HTMLElement[] = [];
  let over: readonly HTMLElement[] = [];
  const note = ({ target }: FocusEvent) => {
    const path = pathOf(target);
    const isOnPage = target instanceof Element && target.closest("main") !== null;
    if (isOnPage) page = path;
    over = isOnPage ? [] : path;
  };
  const look = () => {
    const trail = [...over, ...page];
    if (trail[0]?.isConnected !== false || !isNowhere()) return;
    focusIfLost(() => {
      const near = trail.filter((one) => one.isConnected).map(firstIn);
      (near.find((one) => one !== undefined) ?? heading())?.focus({ preventScroll: true });
    });
  };
  const seen = new MutationObserver(look);
  document.addEventListener("focusin", note);
  seen.observe(document.body, { childList: true, subtree: true });
  return () => {
    seen.disconnect();
    document.removeEventListener("focusin", note);
  };
}

/** What Tab stops at. */
export const FOCUSABLE =
  "a[href], button:enabled, input:enabled, textarea:enabled, [tabindex]:not([tabindex='-1'])";

/* An element and what it is in, as far as that is less than the page. */
function pathOf(target: EventTarget | null): HTMLElement[] {
  const path: HTMLElement[] = [];
  let one = target instanceof HTMLElement ? target : null;
  while (one !== null && one !== document.body && !holdsPage(one)) {
    path.push(one);
    one = one.parentElement;
  }
  return path;
}

function holdsPage(one: HTMLElement): boolean {
  return one.localName === "main" || one.querySelector("main") !== null;
}

function firstIn(holder: HTMLElement): HTMLElement | undefined {
  return [...holder.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (one) =>
      one.getClientRects().length > 0 && one.closest("[inert], [aria-hidden='true']") === null,
  );
}

function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main h1");
}

/** Whether nothing on the page has the focus. */
export function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
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
