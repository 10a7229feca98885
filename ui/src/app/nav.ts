import type { IconName } from "../components/Icon";
import type { ActionKind } from "../ipc/generated/bindings";
import type { Place, PlaceName } from "./places";

/** A place of the navigation. */
export interface NavEntry {
  /** Its words are `app-place-<name>`. */
  name:
    | "today"
    | "candidates"
    | "vacancies"
    | "pipeline"
    | "reserve"
    | "retention"
    | "rights"
    | "import"
    | "accountability"
    | "people";
  icon: IconName;
  place: Place;
  /** The places that belong to it. */
  holds: readonly PlaceName[];
  /** The right it takes; everyone has the others. */
  needs?: ActionKind;
}

/** The navigation, in its order. */
export const NAV: readonly NavEntry[] = [
  { name: "today", icon: "today", place: { at: "today" }, holds: ["today"] },
  {
    name: "candidates",
    icon: "candidates",
    place: { at: "candidates" },
    holds: ["candidates", "candidate", "newCandidate"],
  },
  {
    name: "vacancies",
    icon: "vacancies",
    place: { at: "vacancies" },
    holds: ["vacancies", "vacancy", "newVacancy", "interview"],
  },
  { name: "pipeline", icon: "pipeline", place: { at: "pipeline" }, holds: ["pipeline"] },
  { name: "reserve", icon: "reserve", place: { at: "reserve" }, holds: ["reserve"] },
  {
    name: "retention",
    icon: "retention",
    place: { at: "retention" },
    holds: ["retention"],
    needs: "reviewRetention",
  },
  {
    name: "rights",
    icon: "shield",
    place: { at: "rights" },
    holds: ["rights", "incident", "request", "complaint"],
  },
  { name: "import", icon: "import", place: { at: "import" }, holds: ["import"], needs: "import" },
  {
    name: "accountability",
    icon: "accountability",
    place: { at: "accountability" },
    holds: ["accountability"],
    needs: "readJournal",
  },
  {
    name: "people",
    icon: "people",
    place: { at: "people" },
    holds: ["people"],
    needs: "readAccounts",
  },
];
