import { createContext, useContext } from "react";
import type { FieldProblem } from "../ipc/generated/bindings";

/** What a form tells its fields. */
export const FormContext = createContext<{ problems: readonly FieldProblem[] }>({ problems: [] });

/** The problem of the field with this name: its own `error`, else what the form found. */
export function useProblem(name: string | undefined, error: string | undefined) {
  const { problems } = useContext(FormContext);
  if (error !== undefined) return error;
  if (name === undefined) return undefined;
  // The program may name a part of what one field shows: `contact.emails.0` for `contact.emails`.
  return problems.find(({ field }) => field === name || field.startsWith(`${name}.`))?.problem;
}
