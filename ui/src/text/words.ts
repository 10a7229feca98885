import type {
  ActionKind,
  Compartment,
  OutcomeKind,
  PermissionMeans,
  PermissionPurpose,
  PreferredContact,
  Progress,
  RejectionReason,
  Relation,
  RetentionFilter,
  Role,
  SourceCategory,
  Stage,
  UndoneWhat,
  VacancyKind,
} from "../ipc/generated/bindings";
import { say } from "./text";

/** The stages, in their order. */
export const STAGES: readonly Stage[] = ["applied", "sift", "shortlisted", "interview", "offer"];

/** The reasons for turning an application down, in the order a person would look for them. */
export const REJECTION_REASONS: readonly RejectionReason[] = [
  "essentialCriteria",
  "experience",
  "assessment",
  "metRequirementsNotSelected",
  "availability",
  "workEligibility",
  "noResponse",
  "other",
];

/** Sources that give the details themselves (the person did). */
export const DIRECT_SOURCES: readonly SourceCategory[] = [
  "website",
  "unsolicitedEmail",
  "platformAdvert",
  "survey",
];

/** Sources where someone or something else gave the details. */
export const INDIRECT_SOURCES: readonly SourceCategory[] = [
  "recruiter",
  "sourcingPlatform",
  "socialMedia",
  "sectorReferee",
  "higherEducation",
  "employeeReferral",
  "publicWebsite",
  "department",
];

/** Every source, direct ones first. */
export const SOURCES: readonly SourceCategory[] = [...DIRECT_SOURCES, ...INDIRECT_SOURCES];

/** The kinds of vacancy, the commonest first. */
export const VACANCY_KINDS: readonly VacancyKind[] = [
  "job",
  "fixedTerm",
  "secondment",
  "internship",
  "workExperience",
];

/** The parts a person can have in a vacancy. */
export const RELATIONS: readonly Relation[] = [
  "recruitingManager",
  "stakeholder",
  "interviewer",
  "approver",
  "director",
  "auditor",
];

/** The ways a permission can be given. */
export const MEANS: readonly PermissionMeans[] = ["form", "email", "letter", "spokenConfirmed"];

/** The roles a person can have. */
export const ROLES: readonly Exclude<Role, "sweepTimer">[] = [
  "member",
  "hrAdministrator",
  "dataProtectionOfficer",
  "auditor",
];

/** The ways a person may like to be reached. */
export const CONTACT_WAYS: readonly PreferredContact[] = ["email", "phone", "post"];

/** A stage: `Interview`. */
export const stageWord = (stage: Stage) => say("words-stage", { stage });

/** How an application ended, with the reason of a rejection left out: `Rejected`. */
export const outcomeWord = (how: OutcomeKind) => say("words-outcome", { outcome: how.kind });

/** How an application ended, with its reason: `Rejected: essential criteria not met`. */
export const outcomeSentence = (how: OutcomeKind) =>
  how.kind === "rejected"
    ? say("words-rejected-because", { reason: reasonWord(how.reason) })
    : outcomeWord(how);

/** Why an application was turned down. */
export const reasonWord = (reason: RejectionReason) => say("words-reason", { reason });

/** Where a person's details came from. */
export const sourceWord = (source: SourceCategory) => say("words-source", { source });

/** Whether a source is the person themselves. */
export const isDirect = (source: SourceCategory) => DIRECT_SOURCES.includes(source);

/** The kind of a vacancy. */
export const vacancyKindWord = (kind: VacancyKind) => say("words-kind", { kind });

/** A person's part in a vacancy. */
export const relationWord = (relation: Relation) => say("words-relation", { relation });

/** What a permission is for. */
export const purposeWord = (purpose: PermissionPurpose) => say("words-purpose", { purpose });

/** How a permission was given. */
export const meansWord = (means: PermissionMeans) => say("words-means", { means });

/** An account's role. */
export const roleWord = (role: Role) => say("words-role", { role });

/** How a person likes to be reached. */
export const contactWord = (way: PreferredContact) => say("words-contact", { way });

/** Whether applications run, as a filter says it. */
export const progressWord = (progress: Progress) => say("words-progress", { progress });

/** When records go, as a filter says it. */
export const retentionWord = (retention: RetentionFilter) => say("words-retention", { retention });

/** What was taken back. */
export const undoneWord = (what: UndoneWhat) => say("words-undone", { what });

/** What a right allows, for tooltips: `add candidates`. */
export const rightWord = (action: ActionKind) => say("words-right", { action });

/** The sealed classes. */
export const COMPARTMENTS: readonly Compartment[] = [
  "identityAndRightToWork",
  "healthAndAdjustments",
  "equalityMonitoring",
  "criminalRecordAndVetting",
];

/** Sealed classes in a row: `Health and adjustments; Equality monitoring`. */
export const compartmentWords = (compartments: readonly Compartment[]) =>
  compartments.map((compartment) => say("words-compartment", { compartment })).join("; ");
