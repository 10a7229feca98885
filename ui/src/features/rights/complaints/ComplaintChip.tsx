import { Chip } from "../../../components/Chip";
import type { ComplaintClockView } from "../../../ipc/generated/bindings";
import { clockTone, clockWord } from "./complaintWords";

interface Props {
  clock: ComplaintClockView;
}

/** How the days of a complaint stand, as a chip that grows warmer. */
export function ComplaintChip({ clock }: Props) {
  const tone = clockTone(clock.state, clock.daysLeft);
  const icon = clock.state === "answered" ? "check" : tone === "danger" ? "warning" : "clock";
  return (
    <Chip tone={tone} icon={icon}>
      {clockWord(clock)}
    </Chip>
  );
}
