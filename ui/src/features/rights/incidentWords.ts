import type { Tone } from "../../components/Chip";
import type {
  IncidentClockState,
  IncidentKind,
  LaptopState,
  Likelihood,
  MessageChannel,
  NotTold,
  RetentionClass,
  Risk,
  Severity,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** What can have happened, the commonest first. */
export const KINDS: readonly IncidentKind[] = [
  "wrongRecipient",
  "lostOrStolen",
  "seenWithoutRight",
  "destroyed",
  "altered",
  "other",
];

/** How a lost laptop can have stood. */
export const LAPTOP_STATES: readonly LaptopState[] = ["locked", "open", "unknown"];

/** How likely harm can be, the least first. */
export const LIKELIHOODS: readonly Likelihood[] = ["unlikely", "possible", "likely"];

/** How bad it can be, the least first. */
export const SEVERITIES: readonly Severity[] = ["slight", "serious", "grave"];

/** The risks, the least first. */
export const RISKS: readonly Risk[] = ["unlikely", "risk", "high"];

/** Why people need not be told one by one. */
export const EXCEPTIONS: readonly NotTold[] = ["unreadable", "riskRemoved", "publicNotice"];

/** How people can be told. */
export const CHANNELS: readonly MessageChannel[] = [
  "email",
  "letter",
  "telephone",
  "inPerson",
  "text",
];

/** The classes of data, those that are kept sealed last. */
export const CLASSES: readonly RetentionClass[] = [
  "contact",
  "form",
  "correspondence",
  "reference",
  "test",
  "opinion",
  "toolUse",
  "publicDomain",
  "recording",
  "device",
  "identityDocument",
  "rightToWork",
  "health",
  "equality",
  "criminalRecord",
  "vetting",
];

/** What happened. */
export const kindWord = (kind: IncidentKind) => say("incidents-kind", { kind });

/** How the 72 hours stand, in a few words: "51 hours left". */
export function clockWord(state: IncidentClockState, minutesLeft: number): string {
  const minutes = Math.abs(minutesLeft);
  return say("incidents-clock", { state, hours: Math.floor(minutes / 60), minutes });
}

/** How the 72 hours look. */
export function clockTone(state: IncidentClockState, minutesLeft: number): Tone {
  switch (state) {
    case "running":
      return minutesLeft < 24 * 60 ? "warn" : "info";
    case "late":
      return "danger";
    case "missed":
      return "warn";
    case "met":
      return "good";
    case "stopped":
      return "neutral";
  }
}
