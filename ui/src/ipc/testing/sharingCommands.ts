import type {
  PromisesView,
  PurposeTerms,
  PurposeView,
  RecipientChoice,
  RegisterItem,
  RegisterItemId,
  RegisterLine,
  RegisterStanding,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";
import { addDays } from "./people";

type Sharing = Pick<
  Answers,
  | "list_promises"
  | "list_purposes"
  | "set_purpose"
  | "list_registers"
  | "add_register_item"
  | "change_register_item"
  | "review_register_item"
  | "disclosure_choices"
>;

const PROMISES: PromisesView = {
  overdue: 1,
  rows: [
    {
      promise: "listedData",
      number: "S1",
      promised: "We collect the data listed in the notice, and nothing else.",
      keptBy: "There are fields for what the notice lists and for nothing else.",
      evidence: [
        {
          words: "12 documents have their kind and class.",
          place: "candidates",
          overdue: false,
        },
      ],
    },
    {
      promise: "sixMonths",
      number: "S18",
      promised: "Data of those who were not hired are kept six months at most.",
      keptBy: "Every record has a day or a block that is named.",
      evidence: [
        {
          words: "1 record is kept past its day, by a block that is named.",
          place: "retention",
          overdue: false,
        },
        { words: "2 records are due to be erased.", place: "retention", overdue: true },
      ],
    },
  ],
};

const RUN: PurposeTerms = {
  text: "Running the process in tracking software or through agencies",
  basis: "legitimateInterests",
  condition: null,
  classes: ["contact", "form", "reference"],
  recipients: ["recruiters"],
};

const REVIEW: PurposeTerms = {
  text: "A review by an MP’s office or a department, where the role concerns them",
  basis: "legitimateInterests",
  condition: null,
  classes: ["contact", "form"],
  recipients: ["membersAndDepartments"],
};

/** The fake's answers about what may be given to whom. */
export function sharingCommands(fake: Fake): Sharing {
  const state: { lines: RegisterLine[]; purposes: PurposeView[] } = {
    lines: [
      line("register-1", {
        kind: "recipient",
        details: {
          name: "Example Talent Ltd",
          category: "recruiters",
          country: "GB",
          registration: null,
          approval: null,
          endsOn: null,
          owner: "Head of HR",
          reviewOn: addDays(TODAY, 200),
        },
      }),
    ],
    purposes: [purpose("officeReview", "P5", REVIEW), purpose("runProcess", "P6", RUN)],
  };
  const find = (id: RegisterItemId) =>
    state.lines.find(({ item }) => item === id) ?? refuse({ code: "notFound" });
  return {
    list_promises: () => PROMISES,
    list_purposes: () => ({
      purposes: state.purposes,
      classes: ["contact", "form", "reference", "health"],
      categories: ["membersAndDepartments", "recruiters", "surveys"],
      maySet: true,
    }),
    set_purpose: ({ purpose: which, version, terms }) => {
      const of = state.purposes.find((one) => one.purpose === which);
      of?.versions.unshift({ version: version + 1, terms, setBy: "Alex", setAt: NOW });
      fake.emit("changed", null);
      return { undo: null };
    },
    list_registers: () => ({
      lines: state.lines,
      training: [],
      countries: [
        { country: "GB", destination: "home" },
        { country: "IE", destination: "adequate" },
        { country: "US", destination: "elsewhere" },
      ],
      reviewOn: addDays(TODAY, 365),
      mayKeep: true,
    }),
    add_register_item: ({ line: said }) => ({
      undo: fake.change("changedRegister", () => {
        state.lines.push(line(`register-${fake.nextNumber()}`, said));
      }),
    }),
    change_register_item: ({ item, line: said }) => ({
      undo: fake.change("changedRegister", () => {
        Object.assign(find(item), { line: said, standing: standingOf(said) });
      }),
    }),
    review_register_item: ({ item, reviewOn }) => ({
      undo: fake.change("changedRegister", () => {
        const known = find(item);
        known.line.details.reviewOn = reviewOn;
        known.standing = standingOf(known.line);
      }),
    }),
    disclosure_choices: ({ candidate }) => ({
      purposes: state.purposes.map(({ purpose: which, versions }) => {
        const terms = versions[0]?.terms ?? RUN;
        return {
          purpose: which,
          text: terms.text,
          basis: terms.basis,
          classes: terms.classes,
          recipients: state.lines.flatMap((known) => choiceOf(known, terms, state.lines)),
        };
      }),
      offices: (fake.store.candidates.get(candidate)?.applications ?? []).map(({ id }) => ({
        application: id,
        relevance: null,
      })),
    }),
  };
}

const NOW = `${TODAY}T12:00:00Z`;

function purpose(which: PurposeView["purpose"], number: string, terms: PurposeTerms): PurposeView {
  return {
    purpose: which,
    number,
    survivesObjection: false,
    versions: [{ version: 1, terms, setBy: null, setAt: null }],
  };
}

function line(item: string, said: RegisterItem): RegisterLine {
  return {
    item: item as RegisterItemId,
    line: said,
    recipient: null,
    standing: standingOf(said),
    revision: 1,
    changedBy: "Alex",
    changedAt: NOW,
  };
}

function standingOf({ details }: RegisterItem): RegisterStanding {
  return { state: details.reviewOn < TODAY ? "overdue" : "good", on: details.reviewOn };
}

/* A supplier without an agreement is given nothing. */
function choiceOf(
  { item, line: said }: RegisterLine,
  terms: PurposeTerms,
  lines: readonly RegisterLine[],
): RecipientChoice[] {
  if (said.kind !== "recipient" || !terms.recipients.includes(said.details.category)) return [];
  const agreement = lines.find(
    (other) => other.line.kind === "agreement" && other.line.details.recipient === item,
  );
  const isOffice = said.details.category === "membersAndDepartments";
  return [
    {
      recipient: item,
      name: said.details.name,
      category: said.details.category,
      country: said.details.country,
      least: ["contact", "form"],
      agreement: agreement?.line.kind === "agreement" ? agreement.line.details.reference : null,
      mechanism: null,
      refused:
        agreement !== undefined || isOffice
          ? null
          : {
              rule: "SHA-04",
              sentence:
                "There is no agreement with this supplier: record one under Article 28 first (rule SHA-04).",
            },
    },
  ];
}
