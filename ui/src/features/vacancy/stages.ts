import type { Stage } from "../../ipc/generated/bindings";
import { STAGES } from "../../text/words";

/** The stage so many steps on; none past either end. */
export function stageBeside(stage: Stage, steps: number): Stage | null {
  return STAGES[STAGES.indexOf(stage) + steps] ?? null;
}
