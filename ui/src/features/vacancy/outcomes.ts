import type { ApplicationId, OutcomeKind, RejectionReason } from "../../ipc/generated/bindings";

/** The ways a person ends an application, apart from closing out its vacancy. */
export type EndKind = "reject" | "withdrawn" | "declined" | "hired";

/** Every way, the commonest first. */
export const END_KINDS: readonly EndKind[] = ["reject", "withdrawn", "declined", "hired"];

/** An application that is to be moved or ended, with the name to say. */
export interface Decided {
  application: ApplicationId;
  name: string;
}

/** The outcome a way of ending records. */
export function outcomeOf(how: EndKind, reason: RejectionReason): OutcomeKind {
  switch (how) {
    case "reject":
      return { kind: "rejected", reason };
    case "declined":
      return { kind: "offerDeclined" };
    default:
      return { kind: how };
  }
}
