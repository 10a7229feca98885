import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { announce } from "../../app/announce";
import { useLatest } from "../../components/useLatest";
import type { Board, BoardCard as Card, Stage } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { STAGES, stageWord } from "../../text/words";
import styles from "./Board.module.css";
import { canDecide } from "./BoardCard";
import { BoardColumn } from "./BoardColumn";
import { cardKey } from "./boardKeys";
import type { EndKind } from "./outcomes";
import { stageBeside } from "./stages";
import { useCardDrag } from "./useCardDrag";
import { useMove } from "./useMove";

interface Props {
  title: string;
  board: Board;
  today: string;
  onEnd: (card: Card, how: EndKind) => void;
}

/** The name of the column of those that ended, where columns are named by stage. */
const ENDED = "ended";

/** A vacancy's applications by stage. A card goes on by its menu, by keys, or by being dragged. */
export function VacancyBoard({ title, board, today, onEnd }: Props) {
  const t = useText();
  const moveAll = useMove();
  const refocus = useRef<{ card: string; stage: Stage } | null>(null);
  const [shown, setShown] = useState<Record<string, number>>({});

  const cards = new Map(
    board.columns.flatMap((column) =>
      column.cards.map((card) => [card.application as string, { card, stage: column.stage }]),
    ),
  );

  const onMove = (card: Card, to: Stage) => moveAll([card], to);
  const { board: dragRoot, drag } = useCardDrag((application, column) => {
    const found = cards.get(application);
    if (found === undefined || column === (found.stage ?? ENDED)) return;
    const to = STAGES.find((stage) => stage === column);
    if (to !== undefined) onMove(found.card, to);
    else onEnd(found.card, "reject");
  });

  // A moved card is drawn anew in another column: focus goes with it, or it would be lost.
  useLayoutEffect(() => {
    const wanted = refocus.current;
    const column = board.columns.find((one) => one.stage === wanted?.stage);
    if (wanted !== null && column?.cards.some((card) => card.application === wanted.card)) {
      refocus.current = null;
      document.getElementById(`card-${wanted.card}`)?.focus();
    }
  }, [board]);

  const move = useLatest((card: Card, to: Stage) => {
    refocus.current = { card: card.application, stage: to };
    onMove(card, to);
  });
  const end = useLatest(onEnd);
  const showMore = useLatest((column: string, limit: number) =>
    setShown({ ...shown, [column]: limit }),
  );

  const step = (card: Card, stage: Stage | null, steps: number) => {
    if (stage === null) return announce(t("vacancy-has-ended"));
    if (!canDecide(card)) return announce(t("vacancy-may-not-move"));
    const to = stageBeside(stage, steps);
    if (to !== null) return move(card, to);
    announce(
      t(steps < 0 ? "vacancy-first-stage" : "vacancy-last-stage", { stage: stageWord(stage) }),
    );
  };

  const focusBeside = (card: Card, dx: number, dy: number) => {
    const columns = board.columns.filter((column) => column.cards.length > 0);
    const x = columns.findIndex((column) => column.cards.includes(card));
    const y = columns[x]?.cards.indexOf(card) ?? 0;
    const column = columns[x + dx];
    const next = column?.cards[Math.min(y + dy, column.cards.length - 1)];
    if (next !== undefined) document.getElementById(`card-${next.application}`)?.focus();
  };

  const onKeyDown = useLatest((event: KeyboardEvent, card: Card, stage: Stage | null) => {
    const key = cardKey(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (key.does === "focus") focusBeside(card, key.dx, key.dy);
    else if (key.does === "move") step(card, stage, key.steps);
    else if (canDecide(card)) onEnd(card, "reject");
  });

  return (
    <section aria-label={t("vacancy-board", { title })} className={styles.frame}>
      <p className={styles.keys}>{t("vacancy-board-keys")}</p>
      <div ref={dragRoot} className={styles.board} data-dragging={drag !== null}>
        {board.columns.map((column) => {
          const id = column.stage ?? ENDED;
          return (
            <BoardColumn
              key={id}
              id={id}
              column={column}
              today={today}
              limit={shown[id]}
              isOver={drag?.over === id}
              dragged={
                drag !== null && column.cards.some((card) => card.application === drag.card)
                  ? drag.card
                  : null
              }
              onShowMore={showMore}
              onKeyDown={onKeyDown}
              onMove={move}
              onEnd={end}
            />
          );
        })}
      </div>
    </section>
  );
}
