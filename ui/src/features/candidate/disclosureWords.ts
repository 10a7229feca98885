import type {
  DisclosurePurpose,
  RecipientCategory,
  RetentionClass,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The kinds of recipient, as the privacy notice lists them. */
export const CATEGORIES: readonly RecipientCategory[] = [
  "membersAndDepartments",
  "recruiters",
  "trackingSoftware",
  "hrSoftware",
  "communicationsAndStorage",
  "surveys",
  "websiteAndHosting",
  "cloudAndSecurity",
];

/** What something can be given for, the commonest first. */
export const PURPOSES: readonly DisclosurePurpose[] = [
  "officeReview",
  "moveForward",
  "runProcess",
  "reply",
  "survey",
  "handOver",
  "security",
];

/** The kind of a recipient. */
export const categoryWord = (category: RecipientCategory) =>
  say("disclosures-category", { category });

/** What something was given for. */
export const purposeWord = (purpose: DisclosurePurpose) => say("disclosures-purpose", { purpose });

/** What was given. */
export const classWord = (of: RetentionClass) => say("disclosures-class", { class: of });
