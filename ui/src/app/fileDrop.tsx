import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useToast } from "../components/Toast";
import { onFiles } from "../ipc/events";
import type { CandidateId, FileDrag } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import styles from "./FileDrop.module.css";
import { go } from "./places";

/** What a screen does with files that are dropped on the window. */
export interface DropTarget {
  /** Said over the page while files are held above it. */
  says: string;
  /** Takes them; the program holds them until it is told to bring them in. */
  take: (names: string[]) => void;
}

interface Drops {
  /** Makes a screen the target until the returned function is called. */
  aim(target: DropTarget): () => void;
  /** The files that were dropped on somebody in a list, once. */
  takeFor(candidate: CandidateId): string[] | null;
}

const DropContext = createContext<Drops>({ aim: () => () => undefined, takeFor: () => null });

/** Takes files that are dropped on the window: for the screen that wants them, or for somebody in a list. */
export function FileDropProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const toast = useToast();
  // The last is that of what lies on top: a dialog's above its page's.
  const targets = useRef<readonly DropTarget[]>([]);
  const waiting = useRef<{ candidate: CandidateId; names: string[] } | null>(null);
  const [says, setSays] = useState<string | null>(null);

  const heard = useCallback(
    (drag: FileDrag) => {
      if (drag.kind === "left") {
        mark(null);
        setSays(null);
        return;
      }
      const person = personAt(drag.x, drag.y);
      if (drag.kind === "over") {
        mark(person);
        setSays(
          person !== null
            ? t("app-drop-person")
            : (targets.current.at(-1)?.says ?? t("app-drop-nowhere")),
        );
        return;
      }
      mark(null);
      setSays(null);
      const candidate = person?.dataset.candidate as CandidateId | undefined;
      if (candidate !== undefined) {
        waiting.current = { candidate, names: drag.names };
        go({ at: "candidate", id: candidate });
        return;
      }
      const target = targets.current.at(-1);
      if (target !== undefined) target.take(drag.names);
      else toast.show({ message: t("app-drop-nowhere"), tone: "failed" });
    },
    [t, toast],
  );
  useEffect(() => onFiles(heard), [heard]);

  const drops = useMemo<Drops>(
    () => ({
      aim: (next) => {
        targets.current = [...targets.current, next];
        return () => {
          targets.current = targets.current.filter((known) => known !== next);
        };
      },
      takeFor: (candidate) => {
        const dropped = waiting.current;
        if (dropped?.candidate !== candidate) return null;
        waiting.current = null;
        return dropped.names;
      },
    }),
    [],
  );
  return (
    <DropContext value={drops}>
      {children}
      {says !== null && (
        <div className={styles.over} role="status">
          <p className={styles.says}>{says}</p>
        </div>
      )}
    </DropContext>
  );
}

/** Makes a screen take files for as long as it is there; nothing for one that takes none. */
export function useDropTarget(says: string | null, take: (names: string[]) => void): void {
  const { aim } = useContext(DropContext);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(
    () => (says === null ? undefined : aim({ says, take: (names) => latest.current(names) })),
    [aim, says],
  );
}

/** Gives the files that were dropped on a candidate in a list, when their page opens. */
export function useDroppedOn(candidate: CandidateId, take: (names: string[]) => void): void {
  const { takeFor } = useContext(DropContext);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const names = takeFor(candidate);
    if (names !== null) latest.current(names);
  }, [takeFor, candidate]);
}

/** The row or card of a candidate at a place in the window. What it is carries `data-candidate`. */
function personAt(x: number, y: number): HTMLElement | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const row = element.closest<HTMLElement>("[data-candidate]");
    const inRow = element.closest("[role=row]")?.querySelector<HTMLElement>("[data-candidate]");
    const found = row ?? inRow ?? null;
    if (found !== null) return found;
  }
  return null;
}

/* Beside what React draws, since the row may be anybody's. */
function mark(person: HTMLElement | null) {
  const row = person?.closest("[role=row]") ?? person;
  for (const marked of document.querySelectorAll("[data-drop]")) {
    if (marked !== row) marked.removeAttribute("data-drop");
  }
  row?.setAttribute("data-drop", "");
}
