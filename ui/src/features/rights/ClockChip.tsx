import { Chip } from "../../components/Chip";
import type { IncidentClockView } from "../../ipc/generated/bindings";
import { clockTone, clockWord } from "./incidentWords";
import { useMinutesLeft } from "./useMinutesLeft";

interface Props {
  clock: IncidentClockView;
}

/** How the 72 hours stand, as a chip that grows warmer. */
export function ClockChip({ clock }: Props) {
  const left = useMinutesLeft(clock);
  const isLate = clock.state === "late" || clock.state === "missed";
  return (
    <Chip tone={clockTone(clock.state, left)} icon={isLate ? "warning" : "clock"}>
      {clockWord(clock.state, left)}
    </Chip>
  );
}
