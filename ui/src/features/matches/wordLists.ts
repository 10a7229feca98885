import type { Arrangement } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** Where the work of a role is done. */
export const ARRANGEMENTS: readonly Arrangement[] = ["onSite", "hybrid", "remote"];

/** Where the work of a role is done: `hybrid`. */
export const arrangementWord = (arrangement: Arrangement) =>
  say("matches-arrangement-word", { arrangement });

/** The things that somebody typed one after another, with commas or lines between them. */
export function listOf(typed: string): string[] {
  const found: string[] = [];
  for (const part of typed.split(/[,\n]/)) {
    const word = part.trim().replace(/\s+/g, " ");
    const isNew = !found.some((known) => known.toLowerCase() === word.toLowerCase());
    if (word !== "" && isNew) found.push(word);
  }
  return found;
}
