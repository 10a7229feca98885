import type {
  ActionKind,
  ApplicationView,
  CandidateFilter,
  CandidateRow,
  CandidateSort,
  CandidateView,
  PermissionView,
  RecordStrip,
  ReserveEntryView,
  Why,
} from "../generated/bindings";
import {
  endOf,
  eraseOn,
  type FakeApplication,
  type FakeCandidate,
  type FakePermission,
  type FakeReserve,
  type FakeStore,
  NOW,
  TODAY,
} from "./model";
import { noticeOf } from "./noticeCommands";
import { addDays } from "./people";

const ALL: ActionKind[] = [
  "listCandidates",
  "readCandidate",
  "addCandidate",
  "editCandidate",
  "recordPermission",
  "recordDisclosure",
  "decideApplication",
  "listVacancies",
  "readVacancy",
  "addVacancy",
  "editVacancy",
  "assignPeople",
  "reviewRetention",
  "manageHolds",
  "erase",
  "import",
  "manageAccounts",
  "readAccounts",
  "reviewAccess",
  "readJournal",
  "readRegisters",
  "keepRegisters",
];

/** What the fake's accounts may do: HR everything, others what a recruiting manager may. */
export function rightsOf(role: string): ActionKind[] {
  const hrOnly: ActionKind[] = [
    "manageHolds",
    "erase",
    "import",
    "manageAccounts",
    "readAccounts",
    "reviewAccess",
    "readJournal",
    "readRegisters",
    "keepRegisters",
    "assignPeople",
  ];
  return role === "hrAdministrator" ? ALL : ALL.filter((action) => !hrOnly.includes(action));
}

/** The name of a candidate in one line. */
export function nameOf({ details: { name } }: FakeCandidate): string {
  return [name.title, name.given, name.family].filter(Boolean).join(" ");
}

/** Whether a place on the reserve list stands today. */
export function isLive(candidate: FakeCandidate, entry: FakeReserve): boolean {
  return entry.removedOn === null && endsOn(candidate, entry) > TODAY;
}

/** The day a place on the reserve list ends. */
export function endsOn(candidate: FakeCandidate, entry: FakeReserve): string {
  const permission = candidate.permissions.find(({ id }) => id === entry.permission);
  const end = permission === undefined ? entry.addedOn : endOf(permission);
  return entry.until !== null && entry.until < end ? entry.until : end;
}

/** A line of the list of candidates. */
export function rowOf(store: FakeStore, candidate: FakeCandidate): CandidateRow {
  const latest = candidate.applications.at(-1);
  const goes = eraseOn(candidate);
  return {
    candidate: candidate.id,
    name: nameOf(candidate),
    preferredName: candidate.details.name.preferred,
    email: { is: "shown", value: candidate.details.contact.emails[0] ?? null },
    blind: false,
    source: { is: "shown", value: candidate.details.source.category },
    receivedOn: candidate.details.receivedOn,
    latest:
      latest === undefined
        ? null
        : {
            application: latest.id,
            vacancyTitle: titleOf(store, latest),
            stage: latest.stage,
            outcome: latest.outcome,
          },
    applications: candidate.applications.length,
    eraseOn: { is: "shown", value: goes },
    due: goes !== null && goes <= TODAY,
    onReserveList: candidate.reserve.some((entry) => isLive(candidate, entry)),
  };
}

/** The candidates a filter lets through, in order. */
export function listOf(
  store: FakeStore,
  filter: CandidateFilter,
  sort: CandidateSort,
): FakeCandidate[] {
  const found = [...store.candidates.values()].filter((one) => passes(one, filter));
  const direction = sort.descending ? -1 : 1;
  const keyOf = (one: FakeCandidate) => {
    if (sort.by === "receivedOn") return one.details.receivedOn;
    if (sort.by === "eraseOn") return eraseOn(one) ?? "9999";
    return `${one.details.name.family} ${one.details.name.given}`;
  };
  return found
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}

function passes(candidate: FakeCandidate, filter: CandidateFilter): boolean {
  const { details, applications } = candidate;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const hay = [nameOf(candidate), details.name.preferred ?? "", ...details.contact.emails]
    .join(" ")
    .toLowerCase()
    .split(/[\s@.]+/);
  if (!words.every((word) => hay.some((part) => part.startsWith(word)))) return false;
  const live = applications.some(({ outcome }) => outcome === null);
  const goes = eraseOn(candidate);
  const checks = [
    filter.vacancy === null || applications.some(({ vacancy }) => vacancy === filter.vacancy),
    filter.stage === null ||
      applications.some((a) => a.outcome === null && a.stage === filter.stage),
    filter.progress === "any" ||
      (filter.progress === "live" && live) ||
      (filter.progress === "ended" && !live && applications.length > 0) ||
      (filter.progress === "none" && applications.length === 0),
    filter.source === null || details.source.category === filter.source,
    filter.retention === "any" ||
      (filter.retention === "noDate" && goes === null) ||
      (filter.retention === "due" && goes !== null && goes <= TODAY) ||
      (filter.retention === "soon" && goes !== null && goes > TODAY && goes <= addDays(TODAY, 30)),
    !filter.lacksNotice || candidate.notices.length === 0,
    !filter.onReserveList || candidate.reserve.some((entry) => isLive(candidate, entry)),
  ];
  return checks.every(Boolean);
}

/** One candidate's page. */
export function candidateOf(
  store: FakeStore,
  candidate: FakeCandidate,
  may: ActionKind[],
): CandidateView {
  return {
    candidate: candidate.id,
    revision: candidate.revision,
    name: candidate.details.name,
    contact: { is: "shown", value: candidate.details.contact },
    source: { is: "shown", value: candidate.details.source },
    receivedOn: { is: "shown", value: candidate.details.receivedOn },
    record: { is: "shown", value: stripOf(store, candidate) },
    applications: candidate.applications.map((one) => applicationOf(store, one, may)).reverse(),
    documents: { is: "shown", value: [...candidate.documents].reverse() },
    permissions: { is: "shown", value: candidate.permissions.map(permissionOf).reverse() },
    reserve: {
      is: "shown",
      value: candidate.reserve.map((entry) => reserveOf(store, candidate, entry)).reverse(),
    },
    disclosures: {
      is: "shown",
      value: {
        disclosures: [...candidate.disclosures].reverse(),
        classes: ["contact", "form", "reference", "opinion", "health"],
      },
    },
    notice: { is: "shown", value: noticeOf(candidate) },
    holds: {
      is: "shown",
      value: { holds: [...candidate.holds].reverse(), reviewBy: "2027-02-23" },
    },
    blind: null,
    classes: [],
    may,
  };
}

/** Why a candidate's record goes when it does. */
export function whyOf(candidate: FakeCandidate): Why {
  const goes = eraseOn(candidate);
  if (goes === null) {
    return {
      rule: "RET-01",
      sentence: "An application is running, so the record has no date yet.",
    };
  }
  const kept = candidate.permissions.some((one) => endOf(one) === goes);
  return kept
    ? { rule: "RET-05", sentence: "The person agreed to be kept until then." }
    : { rule: "RET-02", sentence: "Six months after the decision on the latest application." };
}

function stripOf(store: FakeStore, candidate: FakeCandidate): RecordStrip {
  const goes = eraseOn(candidate);
  const latest = candidate.applications.at(-1);
  const role =
    latest === undefined ? "the details came in" : `the outcome of ${titleOf(store, latest)}`;
  return {
    summary:
      goes === null
        ? "No erasure date yet: an application is running."
        : `Erase on ${goes}, six months after ${role}.`,
    eraseOn: goes,
    due: goes !== null && goes <= TODAY,
    because: [whyOf(candidate)],
    blockedBy: [],
    parts: [],
  };
}

function applicationOf(store: FakeStore, one: FakeApplication, may: ActionKind[]): ApplicationView {
  return {
    application: one.id,
    vacancy: one.vacancy,
    vacancyTitle: titleOf(store, one),
    appliedOn: one.appliedOn,
    stage: one.stage,
    outcome: one.outcome,
    handedOverOn: one.handedOver ? TODAY : null,
    history: [...one.history].reverse(),
    may,
  };
}

/** A permission as a page shows it. */
export function permissionOf(permission: FakePermission): PermissionView {
  const ends = endOf(permission);
  return {
    permission: permission.id,
    ...permission.details,
    endsOn: ends,
    live: permission.withdrawnOn === null && ends > TODAY,
    wording: "May we keep your details so that we can tell you of roles like this one?",
    withdrawnOn: permission.withdrawnOn,
    recordedBy: "Nadia Hussain",
    recordedAt: NOW,
  };
}

function reserveOf(
  store: FakeStore,
  candidate: FakeCandidate,
  entry: FakeReserve,
): ReserveEntryView {
  const application = candidate.applications.find(({ id }) => id === entry.application);
  return {
    entry: entry.id,
    application: entry.application,
    vacancyTitle: application === undefined ? "" : titleOf(store, application),
    roles: entry.roles,
    merit: entry.merit,
    offers: entry.offers,
    until: entry.until,
    endsSoon: endsOn(candidate, entry) < addDays(TODAY, 30),
    contacts: entry.contacts,
    addedOn: entry.addedOn,
    endsOn: endsOn(candidate, entry),
    removedOn: entry.removedOn,
    live: isLive(candidate, entry),
  };
}

/** The title of the vacancy an application is for. */
export function titleOf(store: FakeStore, application: FakeApplication): string {
  return store.vacancies.get(application.vacancy)?.details.title ?? "";
}
