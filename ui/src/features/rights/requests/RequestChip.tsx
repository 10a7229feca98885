import { Chip } from "../../../components/Chip";
import type { RequestClockView } from "../../../ipc/generated/bindings";
import { clockTone, clockWord } from "./requestWords";

/** How the clock of a request stands, as a chip that grows warmer. */
export function RequestChip({ clock }: { clock: RequestClockView }) {
  const { tone } = clock;
  const icon =
    tone === "answered" ? "check" : tone === "late" || tone === "red" ? "warning" : "clock";
  return (
    <Chip tone={clockTone(tone)} icon={icon}>
      {clockWord(clock)}
    </Chip>
  );
}
