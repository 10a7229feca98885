import type {
  CandidateDetails,
  CandidateView,
  FieldProblem,
  PreferredContact,
  SourceCategory,
} from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";
import { orNull } from "../../text/typed";

/** What stands in the fields of a candidate's details. */
export interface DetailsDraft {
  title: string;
  given: string;
  family: string;
  preferred: string;
  emails: string;
  phones: string;
  address: string;
  postcode: string;
  contactBy: PreferredContact | "none";
  source: SourceCategory;
  sourceDetail: string;
  receivedOn: string | null;
}

/** The words each field is shown under, to name those that differ between two versions. */
const LABELS: Record<keyof DetailsDraft, string> = {
  title: "candidate-edit-title-field",
  given: "candidate-edit-given",
  family: "candidate-edit-family",
  preferred: "candidate-edit-preferred",
  emails: "candidate-edit-emails",
  phones: "candidate-edit-phones",
  address: "candidate-edit-address",
  postcode: "candidate-edit-postcode",
  contactBy: "candidate-edit-prefers",
  source: "candidate-edit-category",
  sourceDetail: "candidate-edit-detail",
  receivedOn: "candidate-edit-received",
};

/** The form of a candidate's details as they stand; none for a viewer from whom parts are withheld. */
export function draftOf(view: CandidateView): DetailsDraft | null {
  if (view.contact.is !== "shown" || view.source.is !== "shown") return null;
  if (view.receivedOn.is !== "shown") return null;
  const contact = view.contact.value;
  const source = view.source.value;
  return {
    title: view.name.title ?? "",
    given: view.name.given ?? "",
    family: view.name.family,
    preferred: view.name.preferred ?? "",
    emails: contact.emails.join("\n"),
    phones: contact.phones.join("\n"),
    address: contact.address.join("\n"),
    postcode: contact.postcode ?? "",
    contactBy: contact.preferred ?? "none",
    source: source.category,
    sourceDetail: source.detail ?? "",
    receivedOn: view.receivedOn.value,
  };
}

/** What is missing or wrong, as far as the page can tell. */
export function checkDetails(draft: DetailsDraft, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, id: string) =>
    problems.push({ field, problem: say(id, { date: showDate(today) }) });
  if (draft.family.trim() === "") add("details.name.family", "candidate-edit-family-missing");
  if (draft.receivedOn === null) add("details.receivedOn", "candidate-edit-received-missing");
  else if (draft.receivedOn > today) {
    add("details.receivedOn", "candidate-edit-received-future");
  }
  return problems;
}

/** The request's part of a form that {@link checkDetails} found nothing wrong with. */
export function detailsOf(draft: DetailsDraft): CandidateDetails {
  return {
    name: {
      title: orNull(draft.title),
      given: orNull(draft.given),
      family: draft.family.trim(),
      preferred: orNull(draft.preferred),
    },
    contact: {
      emails: lines(draft.emails),
      phones: lines(draft.phones),
      address: lines(draft.address),
      postcode: orNull(draft.postcode),
      preferred: draft.contactBy === "none" ? null : draft.contactBy,
    },
    source: { category: draft.source, detail: orNull(draft.sourceDetail) },
    receivedOn: draft.receivedOn ?? "",
  };
}

/** The names of the fields in which two versions differ. */
export function differences(mine: DetailsDraft, theirs: DetailsDraft): string[] {
  return keysOf(LABELS)
    .filter((key) => mine[key] !== theirs[key])
    .map((key) => say(LABELS[key]));
}

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[];
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
