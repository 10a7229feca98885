import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { asFailure } from "../ipc/call";
import type { FieldProblem } from "../ipc/generated/bindings";
import { type WordedError, wordError } from "../text/errors";
import { ErrorSummary } from "./ErrorSummary";
import styles from "./Form.module.css";
import { FormContext } from "./formContext";

interface Props {
  children: ReactNode;
  /** Sends the form; a rejection with `invalid` marks the fields it names, any other is worded on top. */
  onSubmit: () => Promise<unknown> | undefined;
  /** What can be told without asking the program. */
  validate?: () => FieldProblem[];
  /** For a submit button outside: `<Button type="submit" form={id}>`. */
  id?: string;
  /** The form's name for those who can't see its heading. */
  label?: string;
  /** The buttons. */
  actions?: ReactNode;
}

/**
 * A form. On a failed submit the summary of its problems gets the focus, each of them leading to
 * its field; what was typed is kept. Fields find their problem by `name`, as the request names it.
 */
export function Form({ children, onSubmit, validate, id, label, actions }: Props) {
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [failure, setFailure] = useState<WordedError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const busy = useRef(false);
  const summary = useRef<HTMLDivElement>(null);
  const ownId = useId();
  const context = useMemo(() => ({ problems }), [problems]);

  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);

  function fail(fields: FieldProblem[], worded: WordedError | null) {
    setProblems(fields);
    setFailure(worded);
    setAttempt((count) => count + 1);
  }

  async function submit() {
    if (busy.current) return;
    const found = validate?.() ?? [];
    if (found.length > 0) {
      fail(found, null);
      return;
    }
    busy.current = true;
    try {
      await onSubmit();
      setProblems([]);
      setFailure(null);
    } catch (thrown) {
      const { error } = asFailure(thrown);
      if (error.code === "invalid") fail(error.detail.fields, null);
      else fail([], wordError(error));
    } finally {
      busy.current = false;
    }
  }

  return (
    <FormContext value={context}>
      <form
        id={id ?? ownId}
        className={styles.form}
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {(problems.length > 0 || failure !== null) && (
          <ErrorSummary key={attempt} ref={summary} problems={problems} failure={failure} />
        )}
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </form>
    </FormContext>
  );
}
