import { keepPreviousData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { GridSource } from "../../components/grid/types";
import { asFailure, call } from "../../ipc/call";
import type { CandidateRow, ViewShows } from "../../ipc/generated/bindings";
import { keyOf, useCommand } from "../../ipc/queries";
import { asAsked } from "./filter";

/* What the program is asked for. */
function requestOf({ filter, sort }: ViewShows) {
  return { filter: asAsked(filter), sort };
}

/* The program keeps the latest list open only, so an earlier answer is of no more use. */
const LATEST_ONLY = { staleTime: 0, gcTime: 0 };

/** Asks for what is about to be shown, so that the program looks while the page is still drawing the choice. */
export function askForCandidates(client: QueryClient, shows: ViewShows): void {
  const request = requestOf(shows);
  void client.prefetchQuery({
    queryKey: keyOf("list_candidates", request),
    queryFn: () => call("list_candidates", request),
    ...LATEST_ONLY,
  });
}

/** The candidates the choices let through, as the grid reads them; nothing until the first answer. */
export function useCandidateList(shows: ViewShows): GridSource<CandidateRow> | undefined {
  const client = useQueryClient();
  const request = requestOf(shows);
  const { data, isPlaceholderData } = useCommand("list_candidates", request, {
    ...LATEST_ONLY,
    placeholderData: keepPreviousData,
  });
  const shown = useRef<GridSource<CandidateRow>>(undefined);
  // Until the next answer is there, what is shown stays just as it is, so that nothing of it is drawn again.
  if (data !== undefined && !isPlaceholderData && shown.current?.key !== data.list) {
    shown.current = {
      key: data.list,
      question: JSON.stringify(request),
      total: data.total,
      first: data.rows,
      read: async (start, count) => {
        try {
          return (await call("read_candidates", { list: data.list, start, count })).rows;
        } catch (thrown) {
          // Something else opened a list since, such as the palette: open this one again.
          if (asFailure(thrown).error.code === "notFound") {
            void client.invalidateQueries({ queryKey: keyOf("list_candidates", request) });
          }
          throw thrown;
        }
      },
    };
  }
  return shown.current;
}
