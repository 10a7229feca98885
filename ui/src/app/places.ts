import { useMemo, useSyncExternalStore } from "react";
import type {
  CandidateId,
  ComplaintId,
  IncidentId,
  InterviewId,
  RetentionFilter,
  RightsRequestId,
  SavedViewId,
  Stage,
  VacancyId,
} from "../ipc/generated/bindings";

/** The parts of a vacancy's page. */
export const VACANCY_TABS = [
  "board",
  "table",
  "interviews",
  "criteria",
  "pipeline",
  "reserve",
  "people",
  "details",
] as const;
/** A part of a vacancy's page. */
export type VacancyTab = (typeof VACANCY_TABS)[number];

/** The parts of the retention screen. */
export const RETENTION_TABS = ["goes", "recipients", "policy"] as const;
/** A part of the retention screen. */
export type RetentionTab = (typeof RETENTION_TABS)[number];

/** The parts of the accountability screen. */
export const ACCOUNTABILITY_TABS = [
  "promises",
  "journal",
  "purposes",
  "notices",
  "recipients",
  "transfers",
  "dpias",
  "training",
  "figures",
  "approach",
] as const;
/** A part of the accountability screen. */
export type AccountabilityTab = (typeof ACCOUNTABILITY_TABS)[number];

/** Everywhere a person can be in the window. */
export type Place =
  | { at: "today" }
  | {
      at: "candidates";
      vacancy?: VacancyId;
      stage?: Stage;
      retention?: RetentionFilter;
      /** Those of whom no notice is recorded. */
      notice?: "missing";
      view?: SavedViewId;
    }
  | { at: "candidate"; id: CandidateId }
  | { at: "newCandidate"; vacancy?: VacancyId }
  | { at: "vacancies" }
  | { at: "vacancy"; id: VacancyId; tab?: VacancyTab }
  | { at: "newVacancy" }
  | { at: "interview"; id: InterviewId }
  | { at: "pipeline" }
  | { at: "reserve" }
  | { at: "retention"; tab?: RetentionTab }
  | { at: "rights" }
  | { at: "incident"; id: IncidentId }
  | { at: "request"; id: RightsRequestId }
  | { at: "complaint"; id: ComplaintId }
  | { at: "import" }
  | { at: "accountability"; tab?: AccountabilityTab }
  | { at: "people" };

/** The name of a place. */
export type PlaceName = Place["at"];

/** The address of a place, for links. */
export function href(place: Place): string {
  return `#/${pathOf(place)}`;
}

/** Goes to a place. */
export function go(place: Place): void {
  window.location.hash = href(place);
}

/** A function that goes to a place. */
export function useGo(): (place: Place) => void {
  return go;
}

/** Where the window is. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  return useMemo(() => placeAt(hash), [hash]);
}

/** The place of an address; today where there is none. */
export function placeAt(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [area, second, third] = path.split("/").map(decodeURIComponent);
  const given = new URLSearchParams(query);
  const vacancy = given.get("vacancy");
  const forVacancy = vacancy === null ? {} : { vacancy: vacancy as VacancyId };
  switch (area) {
    case "candidates":
      if (second === undefined) return candidatesAt(given, forVacancy);
      if (second === "new") return { at: "newCandidate", ...forVacancy };
      return { at: "candidate", id: second as CandidateId };
    case "vacancies":
      if (second === undefined) return { at: "vacancies" };
      if (second === "new") return { at: "newVacancy" };
      return { at: "vacancy", id: second as VacancyId, tab: tabOf(third) };
    case "interviews":
      if (second === undefined) return { at: "today" };
      return { at: "interview", id: second as InterviewId };
    case "retention": {
      const tab = RETENTION_TABS.find((one) => one === second);
      return { at: "retention", ...(tab !== undefined && { tab }) };
    }
    case "rights":
      if (second === "incidents" && third !== undefined) {
        return { at: "incident", id: third as IncidentId };
      }
      if (second === "requests" && third !== undefined) {
        return { at: "request", id: third as RightsRequestId };
      }
      if (second === "complaints" && third !== undefined) {
        return { at: "complaint", id: third as ComplaintId };
      }
      return { at: "rights" };
    case "accountability": {
      const tab = ACCOUNTABILITY_TABS.find((one) => one === second);
      return { at: "accountability", ...(tab !== undefined && { tab }) };
    }
    case "pipeline":
    case "reserve":
    case "import":
    case "people":
      return { at: area };
    default:
      return { at: "today" };
  }
}

function candidatesAt(given: URLSearchParams, forVacancy: { vacancy?: VacancyId }): Place {
  const stage = given.get("stage");
  const retention = given.get("retention");
  const view = given.get("view");
  return {
    at: "candidates",
    ...forVacancy,
    ...(stage !== null && { stage: stage as Stage }),
    ...(retention !== null && { retention: retention as RetentionFilter }),
    ...(given.get("notice") === "missing" && { notice: "missing" as const }),
    ...(view !== null && { view: view as SavedViewId }),
  };
}

function pathOf(place: Place): string {
  switch (place.at) {
    case "candidate":
      return `candidates/${encodeURIComponent(place.id)}`;
    case "candidates": {
      const { vacancy, stage, retention, notice, view } = place;
      return `candidates${queryOf({ vacancy, stage, retention, notice, view })}`;
    }
    case "newCandidate":
      return `candidates/new${queryOf({ vacancy: place.vacancy })}`;
    case "vacancy":
      return `vacancies/${encodeURIComponent(place.id)}/${place.tab ?? "board"}`;
    case "newVacancy":
      return "vacancies/new";
    case "incident":
      return `rights/incidents/${encodeURIComponent(place.id)}`;
    case "request":
      return `rights/requests/${encodeURIComponent(place.id)}`;
    case "complaint":
      return `rights/complaints/${encodeURIComponent(place.id)}`;
    case "interview":
      return `interviews/${encodeURIComponent(place.id)}`;
    case "retention":
    case "accountability":
      return place.tab === undefined ? place.at : `${place.at}/${place.tab}`;
    default:
      return place.at;
  }
}

function queryOf(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter(
    (part): part is [string, string] => part[1] !== undefined,
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

function tabOf(name: string | undefined): VacancyTab {
  return VACANCY_TABS.find((tab) => tab === name) ?? "board";
}

function listen(heard: () => void): () => void {
  window.addEventListener("hashchange", heard);
  return () => window.removeEventListener("hashchange", heard);
}
