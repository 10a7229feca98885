import type { ApplicationId, Board, Stage } from "../../ipc/generated/bindings";

/** A board on which cards stand in the column of another stage already, while the program is still writing it down. */
export function movedOn(board: Board, applications: readonly ApplicationId[], to: Stage): Board {
  const moving = board.columns
    .filter(({ stage }) => stage !== to)
    .flatMap(({ cards }) => cards.filter(({ application }) => applications.includes(application)));
  return {
    columns: board.columns.map((column) => {
      if (column.stage === to) {
        return {
          ...column,
          total: column.total + moving.length,
          cards: [...column.cards, ...moving],
        };
      }
      const cards = column.cards.filter((card) => !moving.includes(card));
      if (cards.length === column.cards.length) return column;
      return { ...column, total: column.total - (column.cards.length - cards.length), cards };
    }),
  };
}
