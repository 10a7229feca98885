import type {
  AccountId,
  ApplicationEventView,
  ApplicationId,
  CandidateDetails,
  CandidateId,
  ContactView,
  DisclosureView,
  DocumentView,
  HoldView,
  ImportId,
  NoticeGivenView,
  OfferView,
  Outcome,
  PermissionDetails,
  PermissionId,
  RecipientNoticeView,
  Relation,
  ReserveEntryId,
  ReserveOffers,
  Role,
  RoleAsks,
  SavedViewRow,
  Stage,
  TeamId,
  ToldView,
  VacancyDetails,
  VacancyId,
} from "../generated/bindings";
import { addDays, addMonths, lots, makePerson, pick, VACANCY_TITLES } from "./people";

/** Today in the fake. */
export const TODAY = "2026-11-23";
/** Now in the fake. */
export const NOW = "2026-11-23T14:03:00Z";
/** The passphrase every fake account takes. */
export const PASSPHRASE = "correct horse battery staple";

/** An application as the fake keeps it. */
export interface FakeApplication {
  id: ApplicationId;
  candidate: CandidateId;
  vacancy: VacancyId;
  appliedOn: string;
  stage: Stage;
  since: string;
  outcome: Outcome | null;
  handedOver: boolean;
  history: ApplicationEventView[];
}

/** A permission as the fake keeps it. */
export interface FakePermission {
  id: PermissionId;
  details: PermissionDetails;
  withdrawnOn: string | null;
}

/** A place on the reserve list as the fake keeps it. */
export interface FakeReserve {
  id: ReserveEntryId;
  application: ApplicationId;
  permission: PermissionId;
  roles: string;
  merit: string;
  offers: ReserveOffers;
  contacts: ContactView[];
  addedOn: string;
  until: string | null;
  removedOn: string | null;
}

/** A candidate as the fake keeps them. */
export interface FakeCandidate {
  id: CandidateId;
  revision: number;
  details: CandidateDetails;
  applications: FakeApplication[];
  permissions: FakePermission[];
  reserve: FakeReserve[];
  disclosures: DisclosureView[];
  notices: NoticeGivenView[];
  holds: HoldView[];
  /** The day of going for which somebody looked at the record. */
  lookedAtFor: string | null;
  documents: DocumentView[];
}

/** A vacancy as the fake keeps it. */
export interface FakeVacancy {
  id: VacancyId;
  revision: number;
  details: VacancyDetails;
  team: TeamId;
  closedOutOn: string | null;
  people: { account: AccountId; relation: Relation; from: string; until: string | null }[];
}

/** All the fake keeps. */
export interface FakeStore {
  candidates: Map<CandidateId, FakeCandidate>;
  vacancies: Map<VacancyId, FakeVacancy>;
  teams: { team: TeamId; name: string }[];
  accounts: { account: AccountId; name: string; role: Role; addedOn: string }[];
  imports: { import: ImportId; at: string; added: number; undoneAt: string | null }[];
  notices: RecipientNoticeView[];
  /** Offers and what was told, by application. */
  decisions: Map<ApplicationId, { offers: OfferView[]; told: ToldView[] }>;
  /** What vacancies ask for. */
  asks: Map<VacancyId, RoleAsks>;
  views: SavedViewRow[];
}

const PEOPLE = ["Rowan Ellis", "Nadia Hussain", "Tom Prosser", "Grace Owusu", "Iain Fraser"];
const KINDS = [
  "job",
  "job",
  "fixedTerm",
  "job",
  "job",
  "job",
  "job",
  "internship",
  "job",
  "secondment",
  "fixedTerm",
  "workExperience",
] as const;

/** Makes the store of a made-up organisation. */
export function makeStore(people: number): FakeStore {
  const draw = lots(20261123);
  const store: FakeStore = {
    candidates: new Map(),
    vacancies: new Map(),
    teams: ["Communications", "Policy", "Operations"].map((name, n) => ({
      team: `team-${n + 1}` as TeamId,
      name,
    })),
    accounts: PEOPLE.map((name, n) => ({
      account: `account-${n + 1}` as AccountId,
      name,
      role: n === 0 ? "hrAdministrator" : "member",
      addedOn: addDays(TODAY, -200 + n * 20),
    })),
    imports: [],
    notices: [],
    decisions: new Map(),
    asks: new Map(),
    views: [],
  };
  VACANCY_TITLES.forEach((title, n) => {
    const id = `vacancy-${n + 1}` as VacancyId;
    const opensOn = addDays(TODAY, -150 + n * 11);
    store.vacancies.set(id, {
      id,
      revision: 1,
      details: {
        title,
        reference: `WMS-26-${String(n + 1).padStart(3, "0")}`,
        kind: KINDS[n] ?? "job",
        opensOn,
        closesOn: n % 4 === 3 ? null : addDays(opensOn, 45),
        blindUntil: null,
      },
      team: pick(store.teams, draw).team,
      closedOutOn: n >= 10 ? addDays(TODAY, -20) : null,
      people: [
        {
          account: "account-2" as AccountId,
          relation: "recruitingManager",
          from: opensOn,
          until: null,
        },
        { account: "account-3" as AccountId, relation: "interviewer", from: opensOn, until: null },
      ],
    });
  });
  for (let n = 1; n <= people; n++) addMade(store, n, draw);
  return store;
}

function addMade(store: FakeStore, n: number, draw: (below: number) => number): void {
  const made = makePerson(draw, TODAY);
  const id = `candidate-${n}` as CandidateId;
  const application = `application-${n}` as ApplicationId;
  const given = made.given
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
  const candidate: FakeCandidate = {
    id,
    revision: 1,
    details: {
      name: { title: null, given: made.given, family: made.family, preferred: null },
      contact: {
        emails: [`${given}${n}@example.org`],
        phones: [`07700 900${String(n % 1000).padStart(3, "0")}`],
        address: [`${1 + (n % 90)} Orchard Lane`, "Wrenfield"],
        postcode: "ZZ1 1ZZ",
        preferred: null,
      },
      source: { category: made.source, detail: null },
      receivedOn: made.appliedOn,
    },
    applications: [
      {
        id: application,
        candidate: id,
        vacancy: `vacancy-${made.vacancy + 1}` as VacancyId,
        appliedOn: made.appliedOn,
        stage: made.stage,
        since: made.appliedOn,
        outcome: made.outcome,
        handedOver: false,
        history: [
          { at: `${made.appliedOn}T09:12:00Z`, by: "Nadia Hussain", what: { kind: "received" } },
        ],
      },
    ],
    permissions: [],
    reserve: [],
    disclosures: [],
    notices: [],
    holds: [],
    lookedAtFor: null,
    documents: [],
  };
  const how = made.outcome?.how;
  if (how?.kind === "rejected" && how.reason === "metRequirementsNotSelected" && n % 5 === 0) {
    keepOnReserve(candidate, made.outcome?.on ?? TODAY, n);
  }
  store.candidates.set(id, candidate);
}

function keepOnReserve(candidate: FakeCandidate, on: string, n: number): void {
  const permission = `permission-${n}` as PermissionId;
  const [application] = candidate.applications;
  if (application === undefined) return;
  candidate.permissions.push({
    id: permission,
    details: {
      purpose: "reserveList",
      givenOn: on,
      months: 7,
      means: "email",
      evidence: `e-mail of ${on}`,
    },
    withdrawnOn: null,
  });
  candidate.reserve.push({
    id: `reserve-${n}` as ReserveEntryId,
    application: application.id,
    permission,
    roles: "Communications and press roles",
    merit: "",
    offers: { skills: [n % 2 === 0 ? "Media relations" : "Copywriting"], places: [], kinds: [] },
    contacts: [],
    addedOn: on,
    until: null,
    removedOn: null,
  });
}

/** The day a permission ends. */
export function endOf({ details, withdrawnOn }: FakePermission): string {
  return withdrawnOn ?? addMonths(details.givenOn, details.months);
}

/** The day a candidate's record goes; none while an application runs. */
export function eraseOn(candidate: FakeCandidate): string | null {
  const { applications, details, permissions } = candidate;
  if (applications.some((application) => application.outcome === null)) return null;
  const dates = applications.map(({ outcome }) => addMonths(outcome?.on ?? TODAY, 6));
  if (dates.length === 0) dates.push(addMonths(details.receivedOn, 6));
  for (const permission of permissions) {
    if (permission.withdrawnOn === null) dates.push(endOf(permission));
  }
  return dates.sort().at(-1) ?? null;
}
