import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { GridSource } from "../../components/grid/types";
import { asFailure, call } from "../../ipc/call";
import type { CandidateFilter, CandidateRow, CandidateSort } from "../../ipc/generated/bindings";
import { keyOf, useCommand } from "../../ipc/queries";

/** The candidates a filter lets through, as the grid reads them; nothing until the first answer. */
export function useCandidateList(
  filter: CandidateFilter,
  sort: CandidateSort,
): GridSource<CandidateRow> | undefined {
  const client = useQueryClient();
  const request = { filter, sort };
  const { data, isPlaceholderData } = useCommand("list_candidates", request, {
    // The program keeps the latest list open only, so an earlier answer is of no more use.
    staleTime: 0,
    gcTime: 0,
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
