import type {
  Outcome,
  OutcomeKind,
  RejectionReason,
  SourceCategory,
  Stage,
} from "../generated/bindings";

/** Made-up names and places, so that a fake organisation looks like one. */
const GIVEN =
  "Amina Bethan Callum Dilys Ewan Farida Gareth Hana Idris Joanna Kofi Lowri Mateusz Niamh Olu Priya Quentin Rhian Samir Tegan Uzma Viktor Wanjiru Xanthe Yusuf Zoë Siân Łukasz Chloé Megan".split(
    " ",
  );
const FAMILY =
  "Khan Morgan O’Neill Adeyemi Kowalski Patel Griffiths MacLeod Okafor Hughes Nowak Begum Fraser Iqbal Jenkins Rahman Campbell Evans Silva Müller Thomas Ahmed Byrne Clarke Davies Singh Walsh Novák Pryce Stewart".split(
    " ",
  );
const VACANCIES = [
  "Press Officer",
  "Caseworker",
  "Policy Adviser",
  "Finance Assistant",
  "Parliamentary Assistant",
  "Data Analyst",
  "Office Manager",
  "Events Intern",
  "Digital Producer",
  "Research Secondee",
  "Communications Manager",
  "Front Desk Assistant",
] as const;
const REASONS: RejectionReason[] = [
  "essentialCriteria",
  "experience",
  "assessment",
  "metRequirementsNotSelected",
  "availability",
  "other",
];
const SOURCES: SourceCategory[] = [
  "website",
  "platformAdvert",
  "website",
  "recruiter",
  "sourcingPlatform",
  "unsolicitedEmail",
  "employeeReferral",
  "higherEducation",
];
const STAGES: Stage[] = [
  "applied",
  "applied",
  "applied",
  "sift",
  "shortlisted",
  "interview",
  "offer",
];

/** Numbers that look drawn by lot and are the same on every run. */
export function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One of a list. */
export function pick<T>(list: readonly T[], draw: (below: number) => number): T {
  const picked = list[draw(list.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

/** A made-up person and how far they came. */
export interface MadePerson {
  given: string;
  family: string;
  source: SourceCategory;
  vacancy: number;
  stage: Stage;
  appliedOn: string;
  outcome: Outcome | null;
}

/** The titles of the made-up vacancies. */
export const VACANCY_TITLES: readonly string[] = VACANCIES;

/** Makes person number `n`. */
export function makePerson(draw: (below: number) => number, today: string): MadePerson {
  const ended = draw(100) < 62;
  const age = ended ? 20 + draw(185) : draw(60);
  const appliedOn = addDays(today, -age);
  const on = addDays(appliedOn, Math.min(age, 5 + draw(30)));
  return {
    given: pick(GIVEN, draw),
    family: pick(FAMILY, draw),
    source: pick(SOURCES, draw),
    vacancy: draw(VACANCIES.length),
    stage: pick(STAGES, draw),
    appliedOn,
    outcome: ended ? { how: howOf(draw), on } : null,
  };
}

function howOf(draw: (below: number) => number): OutcomeKind {
  const lot = draw(100);
  if (lot < 84) return { kind: "rejected", reason: pick(REASONS, draw) };
  if (lot < 94) return { kind: "withdrawn" };
  return { kind: "hired" };
}

/** A day so many days on. */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}
