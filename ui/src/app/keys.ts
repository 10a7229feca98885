import { useEffect } from "react";
import { isTyping } from "./focus";
import { lettersAreOn } from "./letters";
import type { Place } from "./places";

/** What a shortcut of the whole window does. */
export type ShortcutId =
  | "palette"
  | "sheet"
  | "search"
  | "undo"
  | "lock"
  | "help"
  | "add"
  | "print"
  | "today"
  | "candidates"
  | "vacancies"
  | "pipeline"
  | "reserve"
  | "retention"
  | "rights"
  | "import"
  | "accountability"
  | "people";

/** One row of the table of shortcuts. */
export interface Shortcut {
  /** Its words are `app-key-<name>`. */
  name: string;
  /** What is pressed, as the sheet shows it; alternatives one after the other. */
  shown: readonly string[];
  group: "everywhere" | "go" | "lists" | "board" | "scorecard" | "pictures";
  /** Shortcuts of the whole window; the size, lists, boards and pictures hear their own. */
  press?: { id: ShortcutId; key: string; ctrl?: boolean; after?: "g" };
}

/** Every shortcut there is: this table registers them, and the sheet of `?` shows it. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    name: "palette",
    shown: ["Ctrl K"],
    group: "everywhere",
    press: { id: "palette", key: "k", ctrl: true },
  },
  { name: "search", shown: ["/"], group: "everywhere", press: { id: "search", key: "/" } },
  {
    name: "undo",
    shown: ["Ctrl Z"],
    group: "everywhere",
    press: { id: "undo", key: "z", ctrl: true },
  },
  {
    name: "lock",
    shown: ["Ctrl L"],
    group: "everywhere",
    press: { id: "lock", key: "l", ctrl: true },
  },
  { name: "add", shown: ["n"], group: "everywhere", press: { id: "add", key: "n" } },
  {
    name: "print",
    shown: ["Ctrl P"],
    group: "everywhere",
    press: { id: "print", key: "p", ctrl: true },
  },
  { name: "help", shown: ["F1"], group: "everywhere", press: { id: "help", key: "F1" } },
  { name: "sheet", shown: ["?"], group: "everywhere", press: { id: "sheet", key: "?" } },
  { name: "larger", shown: ["Ctrl +"], group: "everywhere" },
  { name: "smaller", shown: ["Ctrl −"], group: "everywhere" },
  { name: "usual", shown: ["Ctrl 0"], group: "everywhere" },
  { name: "today", shown: ["g t"], group: "go", press: { id: "today", key: "t", after: "g" } },
  {
    name: "candidates",
    shown: ["g c"],
    group: "go",
    press: { id: "candidates", key: "c", after: "g" },
  },
  {
    name: "vacancies",
    shown: ["g v"],
    group: "go",
    press: { id: "vacancies", key: "v", after: "g" },
  },
  {
    name: "pipeline",
    shown: ["g f"],
    group: "go",
    press: { id: "pipeline", key: "f", after: "g" },
  },
  { name: "reserve", shown: ["g r"], group: "go", press: { id: "reserve", key: "r", after: "g" } },
  {
    name: "retention",
    shown: ["g e"],
    group: "go",
    press: { id: "retention", key: "e", after: "g" },
  },
  { name: "rights", shown: ["g d"], group: "go", press: { id: "rights", key: "d", after: "g" } },
  { name: "import", shown: ["g i"], group: "go", press: { id: "import", key: "i", after: "g" } },
  {
    name: "accountability",
    shown: ["g a"],
    group: "go",
    press: { id: "accountability", key: "a", after: "g" },
  },
  { name: "people", shown: ["g p"], group: "go", press: { id: "people", key: "p", after: "g" } },
  { name: "row-next", shown: ["J", "↓"], group: "lists" },
  { name: "row-before", shown: ["K", "↑"], group: "lists" },
  { name: "row-ends", shown: ["Home", "End"], group: "lists" },
  { name: "row-open", shown: ["Enter"], group: "lists" },
  { name: "row-select", shown: ["Space", "X"], group: "lists" },
  { name: "row-range", shown: ["Shift Space", "Shift ↓"], group: "lists" },
  { name: "row-all", shown: ["Ctrl A"], group: "lists" },
  { name: "card-before", shown: ["[", "Shift ←"], group: "board" },
  { name: "card-next", shown: ["]", "Shift →"], group: "board" },
  { name: "card-reject", shown: ["Delete"], group: "board" },
  { name: "score", shown: ["1", "2", "3", "4"], group: "scorecard" },
  { name: "score-not-asked", shown: ["0"], group: "scorecard" },
  { name: "point-step", shown: ["←", "→", "↑", "↓"], group: "pictures" },
  { name: "point-ends", shown: ["Home", "End"], group: "pictures" },
];

/** Where the `g` shortcuts go. */
export const PLACES_BY_KEY: Partial<Record<ShortcutId, Place>> = {
  today: { at: "today" },
  candidates: { at: "candidates" },
  vacancies: { at: "vacancies" },
  pipeline: { at: "pipeline" },
  reserve: { at: "reserve" },
  retention: { at: "retention" },
  rights: { at: "rights" },
  import: { at: "import" },
  accountability: { at: "accountability" },
  people: { at: "people" },
};

/** Keys that belong together are pressed within this many milliseconds. */
const TOGETHER = 1500;

/**
 * Hears the shortcuts of the whole window. A single letter counts only outside of fields, and while letters are on.
 * Over an open dialog only the lock is heard: whoever has to leave need not close it first.
 */
export function useShortcuts(run: (id: ShortcutId) => void): void {
  useEffect(() => {
    let prefix = { key: "", at: 0 };
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return;
      const covered = overlayIsOpen();
      const after = event.timeStamp - prefix.at < TOGETHER ? prefix.key : "";
      const command = event.ctrlKey || event.metaKey;
      const typing = isTyping(event.target);
      prefix = { key: typing || command || covered ? "" : event.key, at: event.timeStamp };
      const found = shortcutFor(event.key, command, after);
      if (found === undefined || (covered && found !== "lock")) return;
      if (!command && isLetter(event.key) && (typing || !lettersAreOn())) return;
      // In a field, Ctrl+Z is the field's own.
      if (found === "undo" && typing) return;
      event.preventDefault();
      run(found);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [run]);
}

/* F1 is no letter: it is heard in a field too, and cannot be switched off. */
function isLetter(key: string): boolean {
  return key.length === 1;
}

/** The shortcut of a key, pressed after another one or not. */
export function shortcutFor(key: string, command: boolean, after: string): ShortcutId | undefined {
  return SHORTCUTS.find(
    ({ press }) =>
      press !== undefined &&
      press.key === (command ? key.toLowerCase() : key) &&
      (press.ctrl ?? false) === command &&
      (press.after === undefined || press.after === after),
  )?.press?.id;
}

/** Puts the focus into the page's search field; false where it has none. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-main-search] input");
  field?.focus();
  field?.select();
  return field !== null;
}

function overlayIsOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
