import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Skeleton } from "../components/Skeleton";
import { useToast } from "../components/Toast";
import { QuickAdd } from "../features/candidates/QuickAdd";
import { DueGate } from "../features/retention/DueGate";
import { ReportIncidentDialog } from "../features/rights/ReportIncidentDialog";
import { useAct } from "../ipc/queries";
import { useText } from "../text/text";
import { useActivity } from "./activity";
import { AppBoundary } from "./Boundary";
import { focusHeading, useFocusHeading } from "./focus";
import { HelpPanel } from "./HelpPanel";
import { KeychainDialog } from "./KeychainDialog";
import { focusSearch, PLACES_BY_KEY, type ShortcutId, useShortcuts } from "./keys";
import { NAV } from "./nav";
import { OwnTraining } from "./OwnTraining";
import { Palette } from "./Palette";
import { PassphraseDialog } from "./PassphraseDialog";
import { PutBackBanner } from "./PutBackBanner";
import { go, href, usePlace } from "./places";
import { ReplayBanner } from "./ReplayBanner";
import { SampleBanner } from "./SampleBanner";
import styles from "./Shell.module.css";
import { ShortcutSheet } from "./ShortcutSheet";
import { SideBar } from "./SideBar";
import { fetchScreens, screenAt } from "./screens";
import { useSession } from "./session";
import { useStatusAct } from "./status";
import { Tour } from "./Tour";
import { TrainingGate } from "./TrainingGate";
import type { OwnDialog } from "./WhoMenu";

/** What lies over the page. */
type Over = "palette" | "sheet" | "help" | "add" | OwnDialog;

/* After how many milliseconds there is time for what is not needed yet. */
const SOON = 1500;

/** The window of someone signed in: where one can go, where one is, and what holds everywhere. */
export function Shell() {
  const t = useText();
  const place = usePlace();
  const session = useSession();
  const toast = useToast();
  const { mutate: lock } = useStatusAct("lock");
  const { mutate: print } = useAct("print_page");
  const [open, setOpen] = useState<Over | null>(null);
  const here = NAV.find(({ holds }) => holds.includes(place.at))?.name ?? "today";

  // A vacancy's tabs are parts of one page: it stays as it is, and the focus stays on the tab.
  const page = place.at === "vacancy" ? `vacancy ${place.id}` : href(place);
  // What had the focus before somebody signed in is gone.
  useEffect(() => focusHeading(), []);
  useFocusHeading(page);
  useTitle(t("app-title", { place: t(`app-place-${here}`) }));

  const run = useCallback(
    (id: ShortcutId) => {
      const target = PLACES_BY_KEY[id];
      if (target !== undefined) {
        const entry = NAV.find(({ name }) => name === id);
        if (entry?.needs === undefined || session.may(entry.needs)) go(target);
      } else if (id === "palette" || id === "sheet" || id === "help") setOpen(id);
      else if (id === "add") {
        if (session.may("addCandidate")) setOpen("add");
      } else if (id === "print") print({});
      else if (id === "search") {
        if (!focusSearch()) setOpen("palette");
      } else if (id === "undo") toast.undoLatest();
      else lock({});
    },
    [session, toast, lock, print],
  );
  useShortcuts(run);
  useActivity();
  useEffect(() => {
    const soon = setTimeout(() => void fetchScreens(), SOON);
    return () => clearTimeout(soon);
  }, []);

  // What opens over them draws neither the places nor the page anew.
  const side = useMemo(
    () => (
      <SideBar
        entries={NAV.filter(({ needs }) => needs === undefined || session.may(needs))}
        here={here}
        onLock={() => lock({})}
        onPalette={() => setOpen("palette")}
        onSheet={() => setOpen("sheet")}
        onHelp={() => setOpen("help")}
        onDialog={setOpen}
      />
    ),
    [session, here, lock],
  );
  const main = useMemo(
    () => (
      <main className={styles.main} id="main">
        <DueGate at={place.at}>
          <AppBoundary key={page}>
            <TrainingGate at={place.at}>
              <Suspense fallback={<Skeleton />}>{screenAt(place)}</Suspense>
            </TrainingGate>
          </AppBoundary>
        </DueGate>
      </main>
    ),
    [place, page],
  );

  return (
    <>
      <div className={styles.shell} inert={open === "palette"}>
        <button type="button" className={styles.skip} onClick={skipToMain}>
          {t("app-skip")}
        </button>
        {side}
        <div className={styles.page}>
          {session.status.sample && <SampleBanner />}
          {session.putBack !== null && <PutBackBanner putBack={session.putBack} />}
          {session.replay !== null && <ReplayBanner replay={session.replay} />}
          {main}
          <Tour />
          <footer className={styles.footer}>
            <span className={styles.folder}>
              {t("app-store-at", { folder: session.status.folder })}
            </span>
            <span>{t("app-version", { version: session.status.version })}</span>
          </footer>
        </div>
        <ShortcutSheet isOpen={open === "sheet"} onClose={() => setOpen(null)} />
        {open === "help" && <HelpPanel at={place.at} onClose={() => setOpen(null)} />}
        {open === "add" && (
          <QuickAdd
            vacancy={place.at === "vacancy" ? place.id : null}
            onClose={() => setOpen(null)}
          />
        )}
        {open === "passphrase" && <PassphraseDialog onClose={() => setOpen(null)} />}
        {open === "keychain" && <KeychainDialog onClose={() => setOpen(null)} />}
        {open === "training" && <OwnTraining onClose={() => setOpen(null)} />}
        {open === "incident" && <ReportIncidentDialog onClose={() => setOpen(null)} />}
      </div>
      {open === "palette" && (
        <Palette onClose={() => setOpen(null)} onRun={run} onDialog={setOpen} />
      )}
    </>
  );
}

/* The title is read out and shown by the system: it names the place, never a person. */
function useTitle(title: string) {
  const t = useText();
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = t("app-name");
    };
  }, [title, t]);
}

function skipToMain() {
  document.querySelector<HTMLElement>("main h1")?.focus();
}
