import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
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
import { Icon, type IconName } from "../components/Icon";
import { Kbd } from "../components/Kbd";
import overlay from "../components/Overlay.module.css";
import { anyCandidate } from "../features/candidates/filter";
import { useCommand } from "../ipc/queries";
import { useText } from "../text/text";
import { SHORTCUTS, type ShortcutId } from "./keys";
import { NAV } from "./nav";
import { go, type Place } from "./places";
import styles from "./Shell.module.css";
import { useSession } from "./session";
import { WhyUnlisted } from "./WhyUnlisted";

interface Entry {
  id: string;
  label: string;
  hint?: string;
  icon: IconName;
  keys?: string;
  run: () => void;
}

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onRun: (id: ShortcutId) => void;
}

/** Ctrl+K: every place, every action and everyone one may see, by typing. */
export function Palette({ isOpen, onClose, onRun }: Props) {
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
        <PaletteBody onClose={onClose} onRun={onRun} />
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onClose, onRun }: Omit<Props, "isOpen">) {
  const t = useText();
  const [text, setText] = useState("");
  const commands = useEntries(onRun).filter(({ label }) => fits(label, text));
  const people = usePeople(text);
  const groups = [
    { id: "people", entries: people },
    { id: "commands", entries: commands },
  ].filter(({ entries }) => entries.length > 0);

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
            [...people, ...commands].find(({ id }) => id === key)?.run();
          }}
          renderEmptyState={() => <p className={styles.paletteEmpty}>{t("app-find-nothing")}</p>}
        >
          {groups.map(({ id, entries }) => (
            <MenuSection key={id}>
              <Header className={cx(styles.menuHead)}>{t("app-find-group", { group: id })}</Header>
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

function useEntries(onRun: (id: ShortcutId) => void): Entry[] {
  const t = useText();
  const { may } = useSession();
  const keysOf = (name: string) => SHORTCUTS.find((one) => one.name === name)?.shown[0];
  const goTo = (place: Place) => () => go(place);
  const places = NAV.filter(({ needs }) => needs === undefined || may(needs)).map(
    ({ name, icon, place }) => ({
      id: `place-${name}`,
      label: t("app-find-go", { place: t(`app-place-${name}`) }),
      icon,
      ...withKeys(keysOf(name)),
      run: goTo(place),
    }),
  );
  const actions: (Entry & { allowed: boolean })[] = [
    {
      id: "add-candidate",
      label: t("app-add-candidate"),
      icon: "plus",
      allowed: may("addCandidate"),
      run: goTo({ at: "newCandidate" }),
    },
    {
      id: "add-vacancy",
      label: t("app-add-vacancy"),
      icon: "plus",
      allowed: may("addVacancy"),
      run: goTo({ at: "newVacancy" }),
    },
    ...(["undo", "lock", "sheet"] as const).map((id) => ({
      id,
      label: t(`app-key-${id}`),
      icon: ({ undo: "undo", lock: "lock", sheet: "keyboard" } as const)[id],
      allowed: true,
      ...withKeys(keysOf(id)),
      run: () => onRun(id),
    })),
  ];
  return [...places, ...actions.filter(({ allowed }) => allowed)];
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

/** Whether enough is typed to look for people. */
function isLookingFor(text: string): boolean {
  return text.trim().length >= 2;
}

function withKeys(keys: string | undefined) {
  return keys === undefined ? {} : { keys };
}

function fits(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
