import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from "react-aria-components";
import { cx } from "../components/cx";
import { Icon } from "../components/Icon";
import { Kbd } from "../components/Kbd";
import overlay from "../components/Overlay.module.css";
import { anyCandidate } from "../features/candidates/filter";
import { useCommand } from "../ipc/queries";
import { useText } from "../text/text";
import type { ShortcutId } from "./keys";
import styles from "./Palette.module.css";
import { type Entry, useEntries } from "./paletteEntries";
import { go } from "./places";
import type { OwnDialog } from "./WhoMenu";
import { WhyUnlisted } from "./WhyUnlisted";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onRun: (id: ShortcutId) => void;
  onDialog: (dialog: OwnDialog) => void;
}

/** How many entries are drawn with the frame that answers a key: as many as are seen. The others follow. */
const FIRST = 11;

/** Ctrl+K: every place, every action and everyone one may see, by typing. */
export function Palette({ isOpen, onClose, onRun, onDialog }: Props) {
  return (
    <ModalOverlay
      className={cx(overlay.veil, overlay.top)}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={cx(overlay.modal)}>
        <PaletteBody onClose={onClose} onRun={onRun} onDialog={onDialog} />
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onClose, onRun, onDialog }: Omit<Props, "isOpen">) {
  const t = useText();
  const [text, setText] = useState("");
  const commands = useEntries(onRun, onDialog).filter(({ label }) => fits(label, text));
  const vacancies = useVacancies().filter(({ label }) => isLookingFor(text) && fits(label, text));
  const people = usePeople(text);
  const drawn = useDeferredValue<string | null>(text, null);
  const groups = firstOf(
    [
      { id: "people", entries: people },
      { id: "vacancies", entries: vacancies },
      { id: "commands", entries: commands },
    ],
    drawn === text ? Number.POSITIVE_INFINITY : FIRST,
  );

  return (
    <Dialog className={cx(overlay.dialog)} aria-label={t("app-find")}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField aria-label={t("app-find")} autoFocus className={cx(styles.paletteField)}>
          <Icon name="search" />
          <Input className={cx(styles.paletteInput)} placeholder={t("app-find-hint")} />
        </TextField>
        <Menu
          className={cx(overlay.list, styles.paletteList)}
          aria-label={t("app-find-found")}
          onAction={(key) => {
            onClose();
            [...people, ...vacancies, ...commands].find(({ id }) => id === key)?.run();
          }}
          renderEmptyState={() => <p className={styles.paletteEmpty}>{t("app-find-nothing")}</p>}
        >
          {groups.map(({ id, entries }) => (
            <MenuSection key={id}>
              <Header className={cx(overlay.listHead)}>{t("app-find-group", { group: id })}</Header>
              {entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={cx(overlay.item)}
                >
                  <Icon name={entry.icon} size={18} />
                  <span className={overlay.itemWords}>
                    {entry.label}
                    {entry.hint && <span className={styles.paletteHint}>{entry.hint}</span>}
                  </span>
                  {entry.keys && <Kbd keys={entry.keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
      {isLookingFor(text) && people.length === 0 && (
        <WhyUnlisted>
          {(button) => (
            <p className={styles.paletteFoot}>
              {t("app-find-nobody")} {button}
            </p>
          )}
        </WhyUnlisted>
      )}
    </Dialog>
  );
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
