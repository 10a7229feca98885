import type { Tone } from "../../../components/Chip";
import type {
  ComplaintClockState,
  ComplaintClockView,
  ComplaintOutcome,
  ComplaintTopic,
} from "../../../ipc/generated/bindings";
import { say } from "../../../text/text";

/** What a complaint can be about. */
export const TOPICS: readonly ComplaintTopic[] = [
  "request",
  "keptTooLong",
  "shared",
  "inaccurate",
  "unexpected",
  "unwanted",
  "insecure",
  "notTold",
  "other",
];

/** What can come of a complaint. */
export const OUTCOMES: readonly ComplaintOutcome[] = ["upheld", "partlyUpheld", "notUpheld"];

/** What a complaint is about. */
export const topicWord = (topic: ComplaintTopic) => say("complaints-topic", { topic });

/** How the days of a complaint stand, in a few words: "12 days to confirm receipt". */
export function clockWord({ state, daysLeft, daysOpen }: ComplaintClockView): string {
  return say("complaints-clock", { state, days: Math.abs(daysLeft), open: daysOpen });
}

/** How the days of a complaint look. */
export function clockTone(state: ComplaintClockState, daysLeft: number): Tone {
  switch (state) {
    case "unacknowledged":
      return daysLeft <= 7 ? "warn" : "info";
    case "late":
    case "overdue":
      return "danger";
    case "slow":
      return "warn";
    case "running":
      return "info";
    case "answered":
      return "good";
  }
}
