import { daysLeft, showDate } from "../text/dates";
import { Chip, type Tone } from "./Chip";

interface Props {
  days: number;
  /** The day itself, for the tip. */
  date?: string;
}

/** How many days are left, as a chip that grows warmer. */
export function DaysLeft({ days, date }: Props) {
  const chip = (
    <Chip tone={toneOf(days)} icon={days < 0 ? "warning" : "clock"}>
      {daysLeft(days)}
    </Chip>
  );
  return date === undefined ? chip : <span title={showDate(date)}>{chip}</span>;
}

function toneOf(days: number): Tone {
  if (days < 0) return "danger";
  return days <= 7 ? "warn" : "neutral";
}
