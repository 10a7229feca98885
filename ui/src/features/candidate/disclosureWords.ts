import type { Purpose, RecipientCategory, RetentionClass } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The kinds of recipient, as the privacy notice lists them, and those that a law names. */
export const CATEGORIES: readonly RecipientCategory[] = [
  "membersAndDepartments",
  "recruiters",
  "trackingSoftware",
  "hrSoftware",
  "communicationsAndStorage",
  "surveys",
  "websiteAndHosting",
  "cloudAndSecurity",
  "legalBodies",
];

/** The purposes of the notice, in its order. */
export const PURPOSES: readonly Purpose[] = [
  "moveForward",
  "employmentLaw",
  "reply",
  "approach",
  "officeReview",
  "runProcess",
  "status",
  "rightCandidate",
  "takeReference",
  "otherVacancies",
  "survey",
  "security",
  "keepLonger",
  "communications",
  "cookies",
  "rightsRequest",
  "breachImpact",
  "protectFromHarm",
  "legalClaims",
  "reserveList",
  "handOver",
  "statistics",
  "reporting",
  "vetting",
  "programmes",
  "requiredByLaw",
];

/** The kind of a recipient. */
export const categoryWord = (category: RecipientCategory) =>
  say("disclosures-category", { category });

/** What something was given for. */
export const purposeWord = (purpose: Purpose) => say("disclosures-purpose", { purpose });

/** What was given. */
export const classWord = (of: RetentionClass) => say("disclosures-class", { class: of });
