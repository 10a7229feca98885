import type { Tone } from "../../../components/Chip";
import type {
  CaseStep,
  ClockTone,
  Exemption,
  OpinionRow,
  RequestChannel,
  RequestClockView,
  Right,
} from "../../../ipc/generated/bindings";
import { say } from "../../../text/text";

/** The rights, the commonest first. */
export const RIGHTS: readonly Right[] = [
  "access",
  "erasure",
  "rectification",
  "restriction",
  "objection",
  "portability",
  "automated-decisions",
];

/** How a request can come in, and an answer go. */
export const CHANNELS: readonly RequestChannel[] = [
  "email",
  "letter",
  "phone",
  "inPerson",
  "form",
  "throughSomebody",
];

/** A right, as the log names it. */
export const rightWord = (right: Right) => say("requests-right", { right });

/** Several rights in one line. */
export const rightWords = (rights: readonly Right[]) => rights.map(rightWord).join(", ");

/** A way to come in. */
export const channelWord = (channel: RequestChannel) => say("requests-channel", { channel });

/** A ground for refusing. */
export const groundWord = (ground: Exemption) => say("requests-ground", { ground });

/** What is to be done next. */
export const stepArgs = (step: CaseStep) => ({
  step: step.kind,
  right: "right" in step ? rightWord(step.right) : "",
});

/** An opinion, as the page names it: whose feedback, or what kind of document. */
export const opinionWord = ({ document, by }: OpinionRow) =>
  say("requests-opinion", { kind: document ?? "feedback", by: by ?? "" });

/** How a clock stands, in a few words: "12 days left". */
export const clockWord = (clock: RequestClockView) =>
  say("requests-clock", { tone: clock.tone, days: Math.abs(clock.daysLeft ?? 0) });

const TONES: Record<ClockTone, Tone> = {
  waitingIdentity: "neutral",
  waitingFee: "neutral",
  paused: "neutral",
  running: "info",
  amber: "warn",
  red: "danger",
  late: "danger",
  answered: "good",
  answeredLate: "warn",
};

/** How a clock looks. */
export const clockTone = (tone: ClockTone): Tone => TONES[tone];
