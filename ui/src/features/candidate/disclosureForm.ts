import type {
  ApplicationId,
  DisclosureChoices,
  FieldProblem,
  LegalGround,
  Purpose,
  PurposeChoice,
  RecipientChoice,
  RecordDisclosure,
  RegisterItemId,
  RetentionClass,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";
import { orNull } from "../../text/typed";

/** On what an authority is given something, while it is typed. */
export type LegalDraft = { readonly [K in keyof LegalGround]: string };

/** What is said of a legal ground, in the order it is asked. */
export const LEGAL = [
  "authority",
  "power",
  "asked",
  "least",
  "decidedBy",
  "told",
] as const satisfies readonly (keyof LegalGround)[];

/** A disclosure as it is being recorded. */
export interface DisclosureDraft {
  purpose: Purpose | null;
  recipient: RegisterItemId | null;
  /** Empty for the record as a whole. */
  application: ApplicationId | "";
  classes: readonly RetentionClass[];
  reason: string;
  legal: LegalDraft;
  on: string | null;
}

/** An empty draft, of today. */
export function emptyDraft(today: string): DisclosureDraft {
  return {
    purpose: null,
    recipient: null,
    application: "",
    classes: [],
    reason: "",
    legal: { authority: "", power: "", asked: "", least: "", decidedBy: "", told: "" },
    on: today,
  };
}

/** What a draft has chosen, of what can be chosen. */
export interface Chosen {
  purpose: PurposeChoice | null;
  recipient: RecipientChoice | null;
  /** Whether more is ticked than the purpose and the recipient need. */
  isMore: boolean;
  /** Why nothing may be given as it stands; nothing where it may be, as far as the page can say. */
  refused: string | null;
}

/** What a draft has chosen, and what stands in its way. */
export function chosenOf(draft: DisclosureDraft, choices: DisclosureChoices): Chosen {
  const purpose = choices.purposes.find((one) => one.purpose === draft.purpose) ?? null;
  const recipient = purpose?.recipients.find((one) => one.recipient === draft.recipient) ?? null;
  const isMore = recipient !== null && draft.classes.some((one) => !recipient.least.includes(one));
  return { purpose, recipient, isMore, refused: refusalOf(draft, choices, recipient) };
}

/* What the registers say, and, for an office, what the vacancy says. */
function refusalOf(
  { application }: DisclosureDraft,
  { offices }: DisclosureChoices,
  recipient: RecipientChoice | null,
): string | null {
  if (recipient === null) return null;
  if (recipient.refused !== null) return recipient.refused.sentence;
  if (recipient.category !== "membersAndDepartments") return null;
  const relevance = offices.find((one) => one.application === application)?.relevance ?? null;
  return relevance === null ? say("disclosures-record-not-relevant") : null;
}

/** The draft with a purpose, which begins anew what hangs on it. */
export function withPurpose(draft: DisclosureDraft, purpose: Purpose): DisclosureDraft {
  return { ...draft, purpose, recipient: null, classes: [], reason: "" };
}

/** The draft with a recipient, and the least it needs ticked. */
export function withRecipient(draft: DisclosureDraft, to: RecipientChoice): DisclosureDraft {
  return { ...draft, recipient: to.recipient, classes: to.least, reason: "" };
}

/** What is missing from a draft, as far as the page can say it; the program says the rest. */
export function checkDraft(draft: DisclosureDraft, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const missing = (field: string, problem: string) => problems.push({ field, problem });
  if (draft.purpose === null) missing("purpose", say("disclosures-record-purpose-missing"));
  else if (draft.recipient === null) {
    missing("recipient", say("disclosures-record-recipient-missing"));
  }
  if (draft.recipient !== null && draft.classes.length === 0) {
    missing("classes", say("disclosures-record-classes-missing"));
  }
  if (draft.on === null) missing("on", say("disclosures-record-on-missing"));
  else if (draft.on > today) missing("on", say("disclosures-record-on-ahead"));
  return problems;
}

/** The request a draft makes; nothing while it has no day. */
export function requestOf(
  candidate: RecordDisclosure["candidate"],
  draft: DisclosureDraft,
  { recipient, isMore }: Chosen,
): RecordDisclosure | null {
  const { purpose, application, classes, on, legal } = draft;
  if (on === null) return null;
  return {
    candidate,
    application: application === "" ? null : application,
    purpose,
    recipient: draft.recipient,
    classes: [...classes],
    reason: isMore ? orNull(draft.reason) : null,
    legal: recipient?.category === "legalBodies" ? groundOf(legal) : null,
    on,
  };
}

function groundOf(legal: LegalDraft): LegalGround {
  return {
    authority: orNull(legal.authority),
    power: orNull(legal.power),
    asked: orNull(legal.asked),
    least: orNull(legal.least),
    decidedBy: orNull(legal.decidedBy),
    told: orNull(legal.told),
  };
}
