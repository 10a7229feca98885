import type {
  Clause,
  Country,
  FieldProblem,
  Mechanism,
  Purpose,
  RecipientCategory,
  RegisterItem,
  RegisterItemId,
  RegisterItemKind,
  Residual,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";
import { orNull } from "../../text/typed";

/** A line of a register while it is typed: each register uses some of it. */
export interface ItemDraft {
  name: string;
  category: RecipientCategory | null;
  country: Country | null;
  registration: string;
  approvedOn: string | null;
  approvedBy: string;
  recipient: RegisterItemId | null;
  purposes: readonly Purpose[];
  clauses: readonly Clause[];
  mechanism: Mechanism | null;
  test: string;
  measures: string;
  residual: Residual | null;
  consultedOn: string | null;
  signedOffOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  owner: string;
  reviewOn: string | null;
}

/** An empty draft. */
export function emptyItem(today: string, reviewOn: string): ItemDraft {
  return {
    name: "",
    category: null,
    country: "GB",
    registration: "",
    approvedOn: null,
    approvedBy: "",
    recipient: null,
    purposes: [],
    clauses: [],
    mechanism: null,
    test: "",
    measures: "",
    residual: null,
    consultedOn: null,
    signedOffOn: today,
    startsOn: today,
    endsOn: null,
    owner: "",
    reviewOn,
  };
}

/** The draft of a line that is there. */
export function draftOf(line: RegisterItem, today: string): ItemDraft {
  const { owner, reviewOn } = line.details;
  const draft = { ...emptyItem(today, reviewOn), owner };
  switch (line.kind) {
    case "recipient": {
      const { registration, approval, ...rest } = line.details;
      return {
        ...draft,
        ...rest,
        registration: registration ?? "",
        approvedOn: approval?.on ?? null,
        approvedBy: approval?.by ?? "",
      };
    }
    case "agreement":
    case "transfer": {
      const { reference, ...rest } = line.details;
      return { ...draft, ...rest, name: reference };
    }
    case "dpia": {
      const { title, ...rest } = line.details;
      return { ...draft, ...rest, name: title };
    }
  }
}

/** What is missing from a draft, as far as the page can say it. */
export function checkItem(kind: RegisterItemKind, draft: ItemDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (is: boolean, field: string) => {
    if (!is)
      problems.push({ field: `details.${field}`, problem: say("sharing-missing", { field }) });
  };
  const said = (text: string) => text.trim() !== "";
  if (kind === "agreement" || kind === "transfer") need(draft.recipient !== null, "recipient");
  need(said(draft.name), "name");
  if (kind === "recipient") {
    need(draft.category !== null, "category");
    need(draft.country !== null, "country");
    need((draft.approvedOn === null) === !said(draft.approvedBy), "approval");
  }
  if (kind === "transfer") {
    need(draft.mechanism !== null, "mechanism");
    need(said(draft.test), "test");
  }
  if (kind === "dpia") {
    need(said(draft.measures), "measures");
    need(draft.residual !== null, "residual");
    need(draft.signedOffOn !== null, "signedOffOn");
  }
  if (kind === "agreement" || kind === "dpia") need(draft.purposes.length > 0, "purposes");
  if (kind === "agreement" || kind === "transfer") need(draft.startsOn !== null, "startsOn");
  need(said(draft.owner), "owner");
  need(draft.reviewOn !== null, "reviewOn");
  return problems;
}

/** The line a whole draft makes; nothing while something is missing. */
export function itemOf(kind: RegisterItemKind, draft: ItemDraft): RegisterItem | null {
  const { category, country, recipient, mechanism, residual, signedOffOn, startsOn, endsOn } =
    draft;
  const { reviewOn, consultedOn, approvedOn } = draft;
  if (reviewOn === null) return null;
  const name = draft.name.trim();
  const kept = { owner: draft.owner.trim(), reviewOn };
  switch (kind) {
    case "recipient": {
      if (category === null || country === null) return null;
      const approval = approvedOn === null ? null : { on: approvedOn, by: draft.approvedBy.trim() };
      const registration = orNull(draft.registration);
      return {
        kind,
        details: { name, category, country, registration, approval, endsOn, ...kept },
      };
    }
    case "agreement": {
      if (recipient === null || startsOn === null) return null;
      const { purposes, clauses } = draft;
      return {
        kind,
        details: {
          recipient,
          reference: name,
          purposes: [...purposes],
          clauses: [...clauses],
          startsOn,
          endsOn,
          ...kept,
        },
      };
    }
    case "transfer": {
      if (recipient === null || mechanism === null || startsOn === null) return null;
      const test = draft.test.trim();
      return {
        kind,
        details: { recipient, mechanism, reference: name, test, startsOn, endsOn, ...kept },
      };
    }
    case "dpia": {
      if (residual === null || signedOffOn === null) return null;
      return {
        kind,
        details: {
          title: name,
          purposes: [...draft.purposes],
          measures: draft.measures.trim(),
          residual,
          consultedOn,
          signedOffOn,
          ...kept,
        },
      };
    }
  }
}
