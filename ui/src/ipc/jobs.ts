import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "./call";
import { onProgress } from "./events";
import type { JobProgress } from "./generated/bindings";

/** A long piece of work, as the page follows it. */
export interface Job {
  /** How far it has come; none while nothing runs. */
  progress: JobProgress | null;
  /** When it began, in milliseconds. */
  startedAt: number;
  /** Whether it was asked to stop and has not yet. */
  stopping: boolean;
  /** Begins following one: the number goes into the request. */
  begin: (total: number) => number;
  /** Asks it to stop at the next safe point. */
  cancel: () => void;
  /** Ends following it. */
  end: () => void;
}

/** Follows one long piece of work at a time, from the number given to it until its answer. */
export function useJob(): Job {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [stopping, setStopping] = useState(false);
  const [startedAt, setStartedAt] = useState(0);
  const number = useRef<number | null>(null);

  useEffect(
    () =>
      onProgress((heard) => {
        if (heard.job === number.current) setProgress(heard);
      }),
    [],
  );

  const begin = useCallback((total: number) => {
    const job = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    number.current = job;
    setStopping(false);
    setStartedAt(Date.now());
    setProgress({ job, done: 0, total });
    return job;
  }, []);

  const cancel = useCallback(() => {
    if (number.current === null) return;
    setStopping(true);
    void call("cancel_job", { job: number.current });
  }, []);

  const end = useCallback(() => {
    number.current = null;
    setProgress(null);
    setStopping(false);
  }, []);

  return { progress, startedAt, stopping, begin, cancel, end };
}
