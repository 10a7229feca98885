import type { FieldProblem } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** Whether a text is a time such as 09:30. */
export const isTime = (text: string) => /^\d{1,2}[:.]\d{2}$|^\d{3,4}$/.test(text.trim());

/** What is wrong with a day and a time, as far as the page can say it. */
export function checkWhen(
  on: string | null,
  at: string,
  fields: { on: string; at: string },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (on === null) problems.push({ field: fields.on, problem: say("incidents-day-missing") });
  if (!isTime(at)) problems.push({ field: fields.at, problem: say("incidents-time-missing") });
  return problems;
}
