import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../../ipc/call";
import type {
  ApplicationId,
  CandidateId,
  MessageCheck,
  MessagePurpose,
} from "../../ipc/generated/bindings";
import { wordFailure } from "../../text/errors";

/** How long after a letter was typed it is on its way to the disk, in milliseconds. */
const SOON = 300;

/** What is written so far. */
export interface Written {
  application: ApplicationId | null;
  purpose: MessagePurpose;
  subject: string;
  body: string;
}

/**
 * A draft that keeps itself: read when it begins, written soon after every change, and held against the rules.
 * @param begin what stands in one that is begun; where it has words, it is kept like what was typed
 */
export function useDraft(candidate: CandidateId, fresh: Written, begin?: () => Promise<Written>) {
  const [written, setWritten] = useState<Written | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [check, setCheck] = useState<MessageCheck | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(fresh);
  const beginning = useRef(begin);
  const timer = useRef<number | undefined>(undefined);
  const asked = useRef(0);
  const [carriesNotice, setCarriesNotice] = useState(false);
  const carries = useRef(false);

  const fail = useCallback((thrown: unknown) => {
    const { title, rest } = wordFailure(thrown);
    setFailure(`${title} ${rest}`);
  }, []);

  const hold = useCallback(async () => {
    const number = ++asked.current;
    try {
      const request = { candidate, ...latest.current, carriesNotice: carries.current };
      const answer = await call("check_message", request);
      if (number === asked.current) setCheck(answer);
    } catch (thrown) {
      fail(thrown);
    }
  }, [candidate, fail]);

  /** Writes what is not on the disk yet. */
  const save = useCallback(async () => {
    if (timer.current === undefined) return;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    try {
      const answer = await call("save_draft", { candidate, ...latest.current });
      setSavedAt(answer.savedAt);
      setFailure(null);
    } catch (thrown) {
      fail(thrown);
    }
  }, [candidate, fail]);

  const keepSoon = useCallback(() => {
    // Not begun anew with each letter: whoever types on is saved all the same.
    timer.current ??= window.setTimeout(() => {
      void save();
      void hold();
    }, SOON);
  }, [save, hold]);

  useEffect(() => {
    let isWanted = true;
    call("open_draft", { candidate })
      .then(async ({ isThere, application, purpose, subject, body, savedAt: at }) => {
        const begun = isThere
          ? { application, purpose, subject, body }
          : await beginning.current?.();
        if (!isWanted) return;
        if (begun !== undefined) latest.current = begun;
        setWritten(latest.current);
        setSavedAt(at);
        if (!isThere && latest.current.body !== "") keepSoon();
        else void hold();
      })
      .catch(fail);
    return () => {
      isWanted = false;
      void save();
    };
  }, [candidate, fail, hold, keepSoon, save]);

  const change = (part: Partial<Written>) => {
    latest.current = { ...latest.current, ...part };
    setWritten(latest.current);
    keepSoon();
  };
  /** Whether it carries the privacy notice, which the rules are asked about at once. */
  const carry = (isCarried: boolean) => {
    carries.current = isCarried;
    setCarriesNotice(isCarried);
    void hold();
  };
  /** Nothing more of it is written: it is gone. */
  const forget = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
  };
  return { written, savedAt, check, failure, carriesNotice, carry, change, save, forget };
}
