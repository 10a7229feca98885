import type {
  Clause,
  Country,
  CountryView,
  LawfulBasis,
  Mechanism,
  RegisterItemKind,
  Residual,
  SpecialCondition,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** What something can rest on. */
export const BASES: readonly LawfulBasis[] = [
  "permission",
  "contract",
  "legalObligation",
  "vitalInterests",
  "publicTask",
  "recognisedInterests",
  "legitimateInterests",
  "anonymous",
];

/** The conditions for special categories and criminal records. */
export const CONDITIONS: readonly SpecialCondition[] = [
  "explicitPermission",
  "employment",
  "legalClaims",
  "publicInterest",
  "equality",
];

/** What an agreement sets out, as Article 28(3) lists it. */
export const CLAUSES: readonly Clause[] = [
  "instructions",
  "confidentiality",
  "security",
  "subProcessors",
  "rights",
  "assistance",
  "deletion",
  "audit",
];

/** What lets data go abroad. */
export const MECHANISMS: readonly Mechanism[] = ["adequacy", "idta", "addendum", "corporateRules"];

/** The risks that can stay. */
export const RESIDUALS: readonly Residual[] = ["low", "medium", "high"];

/** A lawful basis. */
export const basisWord = (basis: LawfulBasis) => say("sharing-basis", { basis });

/** A condition for special categories. */
export const conditionWord = (condition: SpecialCondition) =>
  say("sharing-condition", { condition });

/** Something that an agreement sets out. */
export const clauseWord = (clause: Clause) => say("sharing-clause", { clause });

/** A mechanism. */
export const mechanismWord = (mechanism: Mechanism) => say("sharing-mechanism", { mechanism });

/** A risk that stays. */
export const residualWord = (residual: Residual) => say("sharing-residual", { residual });

/** One line of a register, in a word. */
export const itemWord = (kind: RegisterItemKind) => say("sharing-item", { kind });

const regions = new Intl.DisplayNames("en-GB", { type: "region" });

/** A country's name. */
export const countryName = (country: Country) => regions.of(country) ?? country;

/** The countries by name, the United Kingdom first, with what the law makes of each. */
export function countryChoices(countries: readonly CountryView[]) {
  return countries
    .map(({ country, destination }) => ({
      id: country,
      label: countryName(country),
      hint: say("sharing-destination", { destination }),
      isHome: destination === "home",
    }))
    .toSorted(
      (one, other) =>
        Number(other.isHome) - Number(one.isHome) || one.label.localeCompare(other.label, "en-GB"),
    );
}
