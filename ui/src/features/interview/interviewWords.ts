import type { Tone } from "../../components/Chip";
import type {
  Agreement,
  FeedbackState,
  InterviewKind,
  InterviewPlan,
  InterviewRow,
  InterviewState,
  Mark,
  Recommendation,
  Score,
  Scorecard,
} from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** The kinds of interview. */
export const KINDS: readonly InterviewKind[] = ["inPerson", "video", "phone", "assessment"];

/** The levels of a criterion, the lowest first, and the way out. The key of each is its place. */
export const MARKS: readonly Mark[] = [
  "notShown",
  "partlyShown",
  "shown",
  "stronglyShown",
  "notAsked",
];

/** What can be recommended, the lowest first. */
export const RECOMMENDATIONS: readonly Recommendation[] = ["strongNo", "no", "yes", "strongYes"];

/** The key that gives a mark. */
export function keyOfMark(mark: Mark): string {
  return mark === "notAsked" ? "0" : String(MARKS.indexOf(mark) + 1);
}

export const kindWord = (kind: InterviewKind) => say("interview-kind", { kind });
export const markWord = (mark: Mark) => say("interview-mark", { mark });
export const recommendationWord = (recommendation: Recommendation) =>
  say("interview-recommendation", { recommendation });
export const agreementWord = (agreement: Agreement) => say("interview-agreement", { agreement });
export const feedbackWord = (state: FeedbackState) => say("interview-feedback-state", { state });

/** When an interview is, as one reads it. */
export function whenWords({ on, at, minutes }: InterviewPlan): string {
  return say("interview-when", { date: showDate(on), at, minutes });
}

/** How an interview stands: one that is over and that nobody said anything of is not *planned* any more. */
export function stateWord({ state, over }: Pick<InterviewRow, "state" | "over">): string {
  return say("interview-state", { state: state === "planned" && over ? "over" : state });
}

/** How the state of an interview sounds. */
export function stateTone({ state, over }: { state: InterviewState; over: boolean }): Tone {
  if (state === "held") return "good";
  if (state === "planned") return over ? "warn" : "info";
  return "neutral";
}

/** What a card says of a criterion; nothing said where it says nothing. */
export function scoreOf(card: Scorecard, criterion: Score["criterion"]): Score {
  return (
    card.scores.find((score) => score.criterion === criterion) ?? {
      criterion,
      mark: null,
      evidence: "",
    }
  );
}

/** The card with this score in place of the one of the same criterion. */
export function withScore(card: Scorecard, score: Score): Scorecard {
  const others = card.scores.filter(({ criterion }) => criterion !== score.criterion);
  return { ...card, scores: [...others, score] };
}
