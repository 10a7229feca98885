import type { LeftReserve } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** When the record of somebody who left the list goes now. */
export function goesNow({ eraseOn, due }: LeftReserve): string {
  if (eraseOn === null) return say("reserve-left-running");
  return say(due ? "reserve-left-due" : "reserve-left-goes", { date: showDate(eraseOn) });
}
