import type {
  AddCandidate,
  CandidateDetails,
  FieldProblem,
  PreferredContact,
  SourceCategory,
  VacancyId,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";
import { orNull } from "../../text/typed";
import { isDirect } from "../../text/words";

/** Stands for "no vacancy" in the list of vacancies. */
export const NO_VACANCY = "none";

/** What is typed into the form, as it is typed. */
export interface Draft {
  title: string;
  given: string;
  family: string;
  preferred: string;
  email: string;
  phone: string;
  address: string;
  postcode: string;
  way: PreferredContact | "unsaid";
  source: SourceCategory | null;
  sourceDetail: string;
  receivedOn: string | null;
  /** The version of the notice that the form carried. */
  notice: number | null;
  vacancy: VacancyId | typeof NO_VACANCY | null;
  appliedOn: string | null;
}

/** An empty form. */
export function emptyDraft(vacancy: VacancyId | null, today: string): Draft {
  return {
    title: "",
    given: "",
    family: "",
    preferred: "",
    email: "",
    phone: "",
    address: "",
    postcode: "",
    way: "unsaid",
    source: null,
    sourceDetail: "",
    receivedOn: today,
    notice: null,
    vacancy,
    appliedOn: today,
  };
}

/** What can be told without asking the program, by the field's name in the request. */
export function problemsOf(draft: Draft, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (isWrong: boolean, field: string, id: string) => {
    if (isWrong && !problems.some((one) => one.field === field)) {
      problems.push({ field, problem: say(id) });
    }
  };
  const { email, source, vacancy, appliedOn, receivedOn } = draft;
  check(draft.family.trim() === "", "details.name.family", "candidates-new-family-missing");
  check(
    email.trim() !== "" && !looksLikeEmail(email),
    "details.contact.emails",
    "candidates-new-email-wrong",
  );
  check(source === null, "details.source.category", "candidates-new-source-missing");
  check(receivedOn === null, "details.receivedOn", "candidates-new-received-missing");
  check((receivedOn ?? "") > today, "details.receivedOn", "candidates-new-received-late");
  check(vacancy === null, "application.vacancy", "candidates-new-vacancy-missing");
  if (vacancy !== NO_VACANCY) {
    check(appliedOn === null, "application.appliedOn", "candidates-new-applied-missing");
    check((appliedOn ?? "") > today, "application.appliedOn", "candidates-new-applied-late");
  }
  return problems;
}

/** The request a complete form makes; nothing while something it needs is missing. */
export function requestOf(draft: Draft, today: string): AddCandidate | null {
  const { vacancy, appliedOn, receivedOn, source } = draft;
  if (source === null || receivedOn === null || vacancy === null) return null;
  const details = detailsOf(draft, today);
  // Nobody filled in a form of ours whom others told of, whatever was chosen before.
  const notice = isDirect(source) ? draft.notice : null;
  if (vacancy === NO_VACANCY) return { details, application: null, notice };
  return appliedOn === null ? null : { details, application: { vacancy, appliedOn }, notice };
}

/** The person's details as far as they are typed. */
export function detailsOf(draft: Draft, today: string): CandidateDetails {
  const { email, phone, way } = draft;
  return {
    name: {
      title: orNull(draft.title),
      given: orNull(draft.given),
      family: draft.family.trim(),
      preferred: orNull(draft.preferred),
    },
    contact: {
      emails: email.trim() === "" ? [] : [email.trim()],
      phones: phone.trim() === "" ? [] : [phone.trim()],
      address: draft.address
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
      postcode: orNull(draft.postcode),
      preferred: way === "unsaid" ? null : way,
    },
    source: { category: draft.source ?? "website", detail: orNull(draft.sourceDetail) },
    receivedOn: draft.receivedOn ?? today,
  };
}

/** Whether enough is typed to look for the same person. */
export function isTellingEnough(draft: Draft): boolean {
  const named = draft.family.trim().length >= 2 && draft.given.trim().length >= 2;
  return named || looksLikeEmail(draft.email);
}

/** What is looked up: nothing half-typed, so that the program can read all of it. */
export function lookedUp(draft: Draft, today: string): CandidateDetails {
  const { name } = detailsOf(draft, today);
  return {
    name,
    contact: {
      emails: looksLikeEmail(draft.email) ? [draft.email.trim()] : [],
      phones: [],
      address: [],
      postcode: null,
      preferred: null,
    },
    source: { category: "website", detail: null },
    receivedOn: today,
  };
}

function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S\S+$/.test(text.trim());
}
