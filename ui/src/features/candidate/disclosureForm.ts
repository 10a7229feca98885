import type {
  ApplicationId,
  DisclosurePurpose,
  FieldProblem,
  RecipientCategory,
  RecordDisclosure,
  RetentionClass,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** A disclosure as it is being recorded. */
export interface DisclosureDraft {
  category: RecipientCategory | null;
  recipient: string;
  /** Empty for the record as a whole. */
  application: ApplicationId | "";
  purpose: DisclosurePurpose | null;
  classes: readonly RetentionClass[];
  on: string | null;
}

/** An empty draft, of today. */
export function emptyDraft(today: string): DisclosureDraft {
  return { category: null, recipient: "", application: "", purpose: null, classes: [], on: today };
}

/** What is wrong with a draft, as far as the page can say it. */
export function checkDraft(draft: DisclosureDraft, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const missing = (field: string, problem: string) => problems.push({ field, problem });
  if (draft.category === null) {
    missing("details.category", say("disclosures-record-category-missing"));
  }
  if (draft.recipient.trim() === "") {
    missing("details.recipient", say("disclosures-record-recipient-missing"));
  }
  if (draft.purpose === null) {
    missing("details.purpose", say("disclosures-record-purpose-missing"));
  }
  if (draft.classes.length === 0) {
    missing("details.classes", say("disclosures-record-classes-missing"));
  }
  if (draft.on === null) missing("details.on", say("disclosures-record-on-missing"));
  else if (draft.on > today) missing("details.on", say("disclosures-record-on-ahead"));
  return problems;
}

/** The request a whole draft makes; nothing while something is missing. */
export function requestOf(
  candidate: RecordDisclosure["candidate"],
  { category, recipient, application, purpose, classes, on }: DisclosureDraft,
): RecordDisclosure | null {
  if (category === null || purpose === null || on === null) return null;
  return {
    candidate,
    application: application === "" ? null : application,
    details: { category, recipient: recipient.trim(), purpose, classes: [...classes], on },
  };
}
