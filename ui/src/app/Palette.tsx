import { keepPreviousData } from "@tanstack/react-query";
import {
  type KeyboardEvent,
  type PointerEvent,
  useDeferredValue,
  useEffect,
  useId,
  useState,
} from "react";
import { Icon } from "../components/Icon";
import { Kbd } from "../components/Kbd";
import overlay from "../components/Overlay.module.css";
import { anyCandidate } from "../features/candidates/filter";
import { useCommand } from "../ipc/queries";
import { useText } from "../text/text";
import { isNowhere } from "./focus";
import type { ShortcutId } from "./keys";
import styles from "./Palette.module.css";
import { type Entry, useEntries } from "./paletteEntries";
import { go } from "./places";
import type { OwnDialog } from "./WhoMenu";
import { WhyUnlisted } from "./WhyUnlisted";

interface Props {
  onClose: () => void;
  onRun: (id: ShortcutId) => void;
  onDialog: (dialog: OwnDialog) => void;
}

/** How many entries are drawn as it opens: as many as are seen. The others follow. */
const FIRST = 11;

/**
 * Ctrl+K: every place, every action and everyone one may see, by typing. Nothing else is opened so often, so it is drawn by
 * itself: the library's overlay and list take three frames to appear. The page beneath is to be inert meanwhile.
 */
export function Palette({ onClose, onRun, onDialog }: Props) {
  useReturnedFocus();
  const t = useText();
  const list = useId();
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
  const commands = useEntries(onRun, onDialog).filter(({ label }) => fits(label, text));
  const vacancies = useVacancies().filter(({ label }) => isLookingFor(text) && fits(label, text));
  const people = usePeople(text);
  const isOpen = useDeferredValue(true, false);
  const groups = firstOf(
    [
      { id: "people", entries: people },
      { id: "vacancies", entries: vacancies },
      { id: "commands", entries: commands },
    ],
    isOpen ? Number.POSITIVE_INFINITY : FIRST,
  );
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === picked),
  );
  const active = entries[at];

  const run = (entry: Entry) => {
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (active !== undefined) run(active);
    } else if (steps !== undefined && entries.length > 0) {
      const next = entries[(at + steps + entries.length) % entries.length];
      setPicked(next?.id ?? null);
      document.getElementById(`${list}-${next?.id}`)?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  };

  return (
    <div
      role="presentation"
      className={`${overlay.veil} ${overlay.top}`}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div
        role="dialog"
        aria-modal="true"
        aria-label={t("app-find")}
        className={`${overlay.modal} ${styles.palette}`}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <div className={styles.paletteField}>
          <Icon name="search" />
          <input
            autoFocus
            role="combobox"
            aria-label={t("app-find")}
            aria-expanded={entries.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active && `${list}-${active.id}`}
            autoComplete="off"
            spellCheck={false}
            className={styles.paletteInput}
            placeholder={t("app-find-hint")}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setPicked(null);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          id={list}
          role="listbox"
          aria-label={t("app-find-found")}
          className={`${overlay.list} ${styles.paletteList}`}
        >
          {groups.map((group) => (
            <div key={group.id} role="group" aria-labelledby={`${list}-${group.id}`}>
              <div id={`${list}-${group.id}`} role="presentation" className={overlay.listHead}>
                {t("app-find-group", { group: group.id })}
              </div>
              {group.entries.map((entry) => (
                <div
                  key={entry.id}
                  id={`${list}-${entry.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === active}
                  data-focused={entry === active || undefined}
                  className={overlay.item}
                  onPointerDown={keepFocus}
                  onPointerMove={(event) => {
                    if (isMoved(event)) setPicked(entry.id);
                  }}
                  onClick={() => run(entry)}
                >
                  <Icon name={entry.icon} size={18} />
                  <span className={overlay.itemWords}>
                    {entry.label}
                    {entry.hint && <span className={styles.paletteHint}>{entry.hint}</span>}
                  </span>
                  {entry.keys && <Kbd keys={entry.keys} />}
                </div>
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && <p className={styles.paletteEmpty}>{t("app-find-nothing")}</p>}
        {isLookingFor(text) && people.length === 0 && (
          <WhyUnlisted>
            {(button) => (
              <p className={styles.paletteFoot}>
                {t("app-find-nobody")} {button}
              </p>
            )}
          </WhyUnlisted>
        )}
      </div>
    </div>
  );
}

/* The focus goes back where it was, unless what was chosen has put it elsewhere. */
function useReturnedFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (isNowhere() && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}

/* How far a key goes in the list. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/* Not so where the list was scrolled by a key beneath a pointer that rests. */
function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}

function keepFocus(event: PointerEvent) {
  event.preventDefault();
}

interface Group {
  id: string;
  entries: Entry[];
}

/* The first entries of all groups together, without groups that have none. */
function firstOf(groups: Group[], limit: number): Group[] {
  let left = limit;
  return groups
    .map(({ id, entries }) => {
      const first = entries.slice(0, left);
      left -= first.length;
      return { id, entries: first };
    })
    .filter(({ entries }) => entries.length > 0);
}

function usePeople(text: string): Entry[] {
  const enough = isLookingFor(text);
  const filter = { ...anyCandidate(), text: text.trim() };
  const sort = { by: "name", descending: false } as const;
  const { data } = useCommand(
    "list_candidates",
    { filter, sort },
    // The list behind an answer is closed by the next one, so none is kept. Whoever may list nobody finds nobody.
    {
      enabled: enough,
      staleTime: 0,
      gcTime: 0,
      placeholderData: keepPreviousData,
      throwOnError: false,
    },
  );
  if (!enough || data === undefined) return [];
  return data.rows.slice(0, 7).map((row) => ({
    id: row.candidate,
    label: row.name,
    icon: "user" as const,
    ...(row.latest && { hint: row.latest.vacancyTitle }),
    run: () => go({ at: "candidate", id: row.candidate }),
  }));
}

function useVacancies(): Entry[] {
  const { data } = useCommand("list_vacancies", { closedOut: true }, { throwOnError: false });
  return (data?.rows ?? []).map((row) => ({
    id: row.vacancy,
    label: row.title,
    icon: "vacancies" as const,
    ...(row.reference !== null && { hint: row.reference }),
    run: () => go({ at: "vacancy", id: row.vacancy }),
  }));
}

/** Whether enough is typed to look for people. */
function isLookingFor(text: string): boolean {
  return text.trim().length >= 2;
}

function fits(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
