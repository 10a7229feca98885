import type { Dispatch, SetStateAction } from "react";
import { useRemembered } from "../../app/memory";
import { href, type Place } from "../../app/places";
import type { SavedViewRow, ViewShows } from "../../ipc/generated/bindings";
import { USUAL_COLUMNS } from "./columns";
import { filterOf } from "./filter";

/** What the list shows, as it was left, as the saved view has it, or as the place asks for. */
export function useShows(
  place: Extract<Place, { at: "candidates" }>,
  view: SavedViewRow | null,
): [ViewShows, Dispatch<SetStateAction<ViewShows>>] {
  return useRemembered<ViewShows>(`${href(place)} shows`, () => view?.shows ?? usualShows(place));
}

/** What the list shows without a view: whoever the place asks for, the newest first, all columns. */
export function usualShows(place: Extract<Place, { at: "candidates" }>): ViewShows {
  return {
    filter: filterOf(place),
    sort: { by: "receivedOn", descending: true },
    columns: [...USUAL_COLUMNS],
  };
}

/** What of it a view keeps: not the words typed to search by, which may be somebody's name. */
export function asKept(shows: ViewShows): ViewShows {
  return { ...shows, filter: { ...shows.filter, text: "" } };
}

/** Whether it is no longer what the view has. */
export function isChanged(view: SavedViewRow, shows: ViewShows): boolean {
  const [kept, now] = [view.shows, asKept(shows)];
  const { filter } = now;
  const sameFilter = Object.entries(kept.filter).every(
    ([part, value]) => filter[part as keyof typeof filter] === value,
  );
  return !(
    sameFilter &&
    kept.sort.by === now.sort.by &&
    kept.sort.descending === now.sort.descending &&
    kept.columns.join() === now.columns.join()
  );
}
