import type { ReserveOffers, VacancyKind } from "../../ipc/generated/bindings";
import { listOf } from "./wordLists";

/** What stands in the fields of what somebody offers. */
export interface OffersDraft {
  merit: string;
  skills: string;
  places: string;
  kinds: readonly VacancyKind[];
}

/** An empty form, or one of a place as it stands. */
export function offersDraft(place?: { merit: string; offers: ReserveOffers }): OffersDraft {
  return {
    merit: place?.merit ?? "",
    skills: place?.offers.skills.join(", ") ?? "",
    places: place?.offers.places.join(", ") ?? "",
    kinds: place?.offers.kinds ?? [],
  };
}

/** The request's parts of a form. */
export function offersOf(draft: OffersDraft): { merit: string; offers: ReserveOffers } {
  return {
    merit: draft.merit.trim(),
    offers: {
      skills: listOf(draft.skills),
      places: listOf(draft.places),
      kinds: [...draft.kinds],
    },
  };
}
