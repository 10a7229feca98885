import type { SealedRow } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** How a sealed record stands, in words: what is needed, what came of a check. */
export function sealedStatus({ kind, status }: SealedRow): string {
  if (status.kind === "adjustmentNeeded") {
    const needed = status.adjustments.map((one) => say(`sealed-adjustment-${one}`));
    return needed.length === 0 ? say("sealed-kind-adjustments") : needed.join(", ");
  }
  return say("sealed-status", {
    kind: say(`sealed-kind-${kind}`),
    status: say(`sealed-status-${status.kind}`),
  });
}
