import type { Given, RecipientToTell } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** The days on which something was given: what a recipient can find it by. */
export function givenInWords(given: readonly Given[]): string {
  const byDay = new Map<string, number>();
  for (const { on, number } of given) byDay.set(on, (byDay.get(on) ?? 0) + number);
  return [...byDay]
    .map(([on, number]) => say("recipients-given-on", { date: showDate(on), number }))
    .join(", ");
}

/** The first day by which one of them must be told. */
export const firstDay = (rows: readonly RecipientToTell[]): string =>
  rows
    .map(({ by }) => by)
    .sort()
    .at(0) ?? "";
