import type {
  FieldProblem,
  PermissionDetails,
  PermissionMeans,
  PermissionPurpose,
  WordingView,
} from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** What stands in the fields of a permission. Nothing is chosen beforehand: the person gave it, or did not. */
export interface PermissionDraft {
  purpose: PermissionPurpose | null;
  givenOn: string | null;
  months: number | null;
  means: PermissionMeans | null;
  evidence: string;
}

/** An empty form; for one purpose only where the purpose is known. */
export function emptyPermission(purpose: PermissionPurpose | null): PermissionDraft {
  return { purpose, givenOn: null, months: null, means: null, evidence: "" };
}

/** The months a form asks for: those typed, else those the policy proposes. */
export function monthsOf(draft: PermissionDraft, wording: WordingView | undefined): number {
  return draft.months ?? wording?.months ?? 0;
}

/** What is missing or wrong. `at` is where the details stand in the request. */
export function checkPermission(
  draft: PermissionDraft,
  wording: WordingView | undefined,
  today: string,
  at: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, id: string, args?: Record<string, string | number>) =>
    problems.push({ field: `${at}.${field}`, problem: say(id, args) });
  if (draft.purpose === null) add("purpose", "candidate-permission-purpose-missing");
  if (draft.givenOn === null) add("givenOn", "candidate-permission-given-on-missing");
  else if (draft.givenOn > today) {
    add("givenOn", "candidate-permission-given-on-future", { date: showDate(today) });
  }
  if (draft.means === null) add("means", "candidate-permission-means-missing");
  if (draft.evidence.trim() === "") add("evidence", "candidate-permission-evidence-missing");
  const months = monthsOf(draft, wording);
  if (wording !== undefined && (months < 1 || months > wording.mostMonths)) {
    add("months", "candidate-permission-months-range", { most: wording.mostMonths });
  }
  return problems;
}

/** The request's part of a form that {@link checkPermission} found nothing wrong with. */
export function permissionOf(
  draft: PermissionDraft,
  wording: WordingView | undefined,
): PermissionDetails | null {
  const { purpose, givenOn, means, evidence } = draft;
  if (purpose === null || givenOn === null || means === null) return null;
  return { purpose, givenOn, months: monthsOf(draft, wording), means, evidence: evidence.trim() };
}
