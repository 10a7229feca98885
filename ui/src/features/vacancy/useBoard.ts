import { asFailure } from "../../ipc/call";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";

/** A vacancy's applications by stage. Whoever reads it is drawn anew only when what it takes from the answer changes. */
export function useBoard(vacancy: VacancyId) {
  return useCommand("read_board", { vacancy }, { throwOnError: isNoAnswer });
}

/** Whether a failure is for the screen's error notice: not when the record is just not there. */
export function isNoAnswer(thrown: unknown, query: { state: { data: unknown } }): boolean {
  return query.state.data === undefined && asFailure(thrown).error.code !== "notFound";
}
