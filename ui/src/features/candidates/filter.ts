import type { Place } from "../../app/places";
import type { CandidateFilter } from "../../ipc/generated/bindings";

/** A filter that lets everyone through. */
export function anyCandidate(): CandidateFilter {
  return {
    text: "",
    vacancy: null,
    stage: null,
    progress: "any",
    source: null,
    retention: "any",
    onReserveList: false,
    lacksNotice: false,
  };
}

/** The choices of a filter that lets everyone through, whatever the words are. */
export function anyChoice(): Omit<CandidateFilter, "text"> {
  const { text: _, ...choices } = anyCandidate();
  return choices;
}

/** Whether two filters differ in nothing but their words. */
export function sameChoices(one: CandidateFilter, other: CandidateFilter): boolean {
  return Object.keys(anyChoice()).every(
    (part) => one[part as keyof CandidateFilter] === other[part as keyof CandidateFilter],
  );
}

/** The filter a place brings with it. */
export function filterOf({
  vacancy,
  stage,
  retention,
  notice,
}: Extract<Place, { at: "candidates" }>): CandidateFilter {
  return {
    ...anyCandidate(),
    vacancy: vacancy ?? null,
    stage: stage ?? null,
    retention: retention ?? "any",
    lacksNotice: notice === "missing",
  };
}

/** Searches start at two letters; one letter alone finds nobody and hides nobody. */
export function asAsked(filter: CandidateFilter): CandidateFilter {
  const text = filter.text.trim();
  return { ...filter, text: text.length < 2 ? "" : text };
}

/** Whether the filter hides anyone, its words apart. */
export function isNarrowed(filter: CandidateFilter): boolean {
  const { vacancy, stage, progress, source, retention, onReserveList, lacksNotice } = filter;
  return (
    [vacancy, stage, source].some((part) => part !== null) ||
    progress !== "any" ||
    retention !== "any" ||
    onReserveList ||
    lacksNotice
  );
}
