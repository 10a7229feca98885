import type { OutcomeKind } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** Words to tell a candidate of an outcome by, for a person to change before they are sent. */
export function draftWords(how: OutcomeKind, name: string, vacancy: string): string {
  const reason = how.kind === "rejected" ? how.reason : how.kind;
  return [
    say("offers-draft-greeting", { name }),
    say("offers-draft-outcome", { how: how.kind, vacancy }),
    ...(how.kind === "rejected" ? [say("offers-draft-reason", { reason })] : []),
    say("offers-draft-close", { how: how.kind }),
  ].join("\n\n");
}
