import { expect, it } from "vitest";
import type { ApplicationId, Board, BoardCard, CandidateId } from "../../ipc/generated/bindings";
import { movedOn } from "./movedOn";

const card = (name: string): BoardCard => ({
  application: name as ApplicationId,
  candidate: name as CandidateId,
  name,
  blind: false,
  appliedOn: "2026-11-20",
  since: "2026-11-20",
  outcome: null,
  may: [],
});

const board: Board = {
  columns: [
    { stage: "applied", total: 300, cards: [card("Ada"), card("Ben"), card("Cai")] },
    { stage: "sift", total: 1, cards: [card("Dee")] },
    { stage: null, total: 0, cards: [] },
  ],
};

it("stands cards in their new column, and counts those that are not shown", () => {
  const ids = ["Ada", "Cai", "Dee"] as ApplicationId[];
  const moved = movedOn(board, ids, "sift");
  expect(moved.columns.map(({ total }) => total)).toEqual([298, 3, 0]);
  expect(moved.columns.map(({ cards }) => cards.map(({ name }) => name))).toEqual([
    ["Ben"],
    ["Dee", "Ada", "Cai"],
    [],
  ]);
});
