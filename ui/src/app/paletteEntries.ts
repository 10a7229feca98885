import type { IconName } from "../components/Icon";
import { useCommand } from "../ipc/queries";
import { useText } from "../text/text";
import { SHORTCUTS, type ShortcutId } from "./keys";
import { NAV } from "./nav";
import { go, type Place, RETENTION_TABS } from "./places";
import { useSession } from "./session";
import { useLookAct } from "./status";
import { APPEARANCES, type OwnDialog } from "./WhoMenu";
import { zoomAfter } from "./zoom";

/** One thing the palette leads to. */
export interface Entry {
  id: string;
  label: string;
  hint?: string;
  icon: IconName;
  /** What does the same without the palette. */
  keys?: string;
  run: () => void;
}

const RUN = [
  { id: "add", icon: "plus" },
  { id: "undo", icon: "undo" },
  { id: "print", icon: "print" },
  { id: "lock", icon: "lock" },
  { id: "help", icon: "help" },
  { id: "sheet", icon: "keyboard" },
] as const;

const ZOOM = [
  { id: "larger", key: "+" },
  { id: "smaller", key: "-" },
  { id: "usual", key: "0" },
] as const;

/** Every place and every command that this viewer may use, in the order the palette shows them. */
export function useEntries(
  onRun: (id: ShortcutId) => void,
  onDialog: (dialog: OwnDialog) => void,
): Entry[] {
  const t = useText();
  const { may, status } = useSession();
  const views = useCommand("list_views", {}, { throwOnError: false }).data?.rows ?? [];
  const setAppearance = useLookAct("set_appearance");
  const setZoom = useLookAct("set_zoom");
  const setTour = useLookAct("set_tour");
  const goTo = (place: Place) => () => go(place);
  const places = NAV.filter(({ needs }) => needs === undefined || may(needs)).map(
    ({ name, icon, place }) => ({
      id: `place-${name}`,
      label: t("app-find-go", { place: t(`app-place-${name}`) }),
      icon,
      ...keysOf(name),
      run: goTo(place),
    }),
  );
  const tabs = RETENTION_TABS.filter((tab) => tab !== "goes" && may("reviewRetention")).map(
    (tab) => ({
      id: `retention-${tab}`,
      label: t("app-find-go", { place: t(`retention-tab-${tab}`) }),
      icon: "retention" as const,
      run: goTo({ at: "retention", tab }),
    }),
  );
  const actions: (Entry & { allowed?: boolean })[] = [
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
    ...RUN.map(({ id, icon }) => ({
      id,
      label: t(`app-key-${id}`),
      icon,
      allowed: id !== "add" || may("addCandidate"),
      ...keysOf(id),
      run: () => onRun(id),
    })),
    {
      id: "incident",
      label: t("incidents-report"),
      icon: "shield",
      run: () => onDialog("incident"),
    },
    {
      id: "training",
      label: t("app-training-title"),
      icon: "shield",
      run: () => onDialog("training"),
    },
    {
      id: "passphrase",
      label: t("app-passphrase-title"),
      icon: "lock",
      allowed: !status.sample,
      run: () => onDialog("passphrase"),
    },
    {
      id: "keychain",
      label: t("app-keychain-menu"),
      icon: "unlock",
      allowed: !status.sample,
      run: () => onDialog("keychain"),
    },
    {
      id: "tour",
      label: t("app-find-tour"),
      icon: "compass",
      allowed: status.sample && status.tourSeen,
      run: () => setTour.mutate({ seen: false }),
    },
  ];
  return [
    ...places,
    ...tabs,
    ...views.map(({ view, name }) => ({
      id: view,
      label: t("app-find-view", { name }),
      icon: "view" as const,
      run: goTo({ at: "candidates", view }),
    })),
    ...actions.filter(({ allowed }) => allowed !== false),
    ...APPEARANCES.map(({ id, icon }) => ({
      id: `look-${id}`,
      label: t("app-find-look", { look: t(`app-look-${id}`) }),
      icon,
      run: () => setAppearance.mutate({ appearance: id }),
    })),
    ...ZOOM.map(({ id, key }) => ({
      id,
      label: t(`app-key-${id}`),
      icon: "zoom" as const,
      ...keysOf(id),
      run: () => setZoom.mutate({ percent: zoomAfter(key, status.zoom) ?? status.zoom }),
    })),
  ];
}

/* The shortcut of a command, to be taught beside it. */
function keysOf(name: string): { keys?: string } {
  const keys = SHORTCUTS.find((one) => one.name === name)?.shown[0];
  return keys === undefined ? {} : { keys };
}
