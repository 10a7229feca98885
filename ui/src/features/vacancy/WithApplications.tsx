import type { ReactNode } from "react";
import type { Board, VacancyId } from "../../ipc/generated/bindings";
import { useBoard } from "./useBoard";

interface Props {
  vacancy: VacancyId;
  /** Shown where nobody has applied. */
  otherwise: ReactNode;
  children: (board: Board) => ReactNode;
}

/** What is made of a vacancy's applications, once there is one. */
export function WithApplications({ vacancy, otherwise, children }: Props) {
  const { data: board } = useBoard(vacancy);
  if (board === undefined) return null;
  return board.columns.some(({ total }) => total > 0) ? children(board) : otherwise;
}
