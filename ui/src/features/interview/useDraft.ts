import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { beforeLock } from "../../app/unsaved";
import { asFailure, call } from "../../ipc/call";
import type { InterviewId, InterviewView, IpcError, Scorecard } from "../../ipc/generated/bindings";
import { keyOf } from "../../ipc/queries";

/** How long after the first letter a draft is on its way to the disk, in milliseconds; the whole takes half a second. */
export const SAVE_AFTER = 250;

/** How a draft stands. */
export interface Draft {
  card: Scorecard;
  change: (card: Scorecard) => void;
  /** When what is on the disk was saved; nothing where nothing was. */
  savedAt: string | null;
  /** Why the latest was not saved. */
  failure: IpcError | null;
  /** Saves what was typed a moment ago. */
  flush: () => Promise<void>;
  /** Forgets what waits to be saved: it was submitted. */
  drop: () => void;
}

/** A scorecard that saves itself as it is typed, one write at a time, and before the window locks. */
export function useDraft(
  interview: InterviewId,
  start: { card: Scorecard; savedAt: string | null },
): Draft {
  const [card, setCard] = useState(start.card);
  const [savedAt, setSavedAt] = useState(start.savedAt);
  const [failure, setFailure] = useState<IpcError | null>(null);
  const unsaved = useRef<Scorecard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());

  const client = useQueryClient();

  /* The answer that is kept has the draft in it: whoever comes back to the page finds it as they left it. */
  const keep = (next: Scorecard, at: string) =>
    client.setQueryData<InterviewView>(keyOf("open_interview", { interview }), (view) =>
      view === undefined || view.own === null
        ? view
        : { ...view, own: { ...view.own, draft: { card: next, savedAt: at } } },
    );
  const send = useRef(async () => {});
  send.current = async () => {
    const next = unsaved.current;
    if (next === null) return;
    unsaved.current = null;
    keep(next, savedAt ?? new Date().toISOString());
    try {
      const { savedAt: at } = await call("save_feedback_draft", { interview, card: next });
      keep(next, at);
      setSavedAt(at);
      setFailure(null);
    } catch (thrown) {
      // What could not be saved waits for the next try, unless something later was typed.
      unsaved.current ??= next;
      setFailure(asFailure(thrown).error);
    }
  };
  const flush = useRef(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    running.current = running.current.then(() => send.current());
    return running.current;
  });

  useEffect(() => {
    const save = flush.current;
    const hidden = () => void save();
    const off = beforeLock(save);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", hidden);
    return () => {
      off();
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", hidden);
      void save();
    };
  }, []);

  return {
    card,
    change: (next) => {
      setCard(next);
      unsaved.current = next;
      timer.current ??= setTimeout(() => void flush.current(), SAVE_AFTER);
    },
    savedAt,
    failure,
    flush: () => flush.current(),
    drop: () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      unsaved.current = null;
    },
  };
}
