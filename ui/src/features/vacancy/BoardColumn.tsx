import { type KeyboardEvent, memo, useId } from "react";
import { Button } from "../../components/Button";
import type { BoardCard as Card, BoardColumn as Column, Stage } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { stageWord } from "../../text/words";
import styles from "./Board.module.css";
import { BoardCard } from "./BoardCard";
import type { EndKind } from "./outcomes";

/** How many cards a column shows at first, and how many more at a time. */
const STEP = 40;

interface Props {
  id: string;
  column: Column;
  today: string;
  limit: number | undefined;
  isOver: boolean;
  /** Which of its cards is being dragged. */
  dragged: string | null;
  onShowMore: (column: string, limit: number) => void;
  onKeyDown: (event: KeyboardEvent, card: Card, stage: Stage | null) => void;
  onMove: (card: Card, to: Stage) => void;
  onEnd: (card: Card, how: EndKind) => void;
}

/** One stage of the board, or those applications that ended; drawn anew only when it changes. */
export const BoardColumn = memo(AnyColumn);

function AnyColumn({
  id,
  column,
  today,
  limit = STEP,
  isOver,
  dragged,
  onShowMore,
  onKeyDown,
  onMove,
  onEnd,
}: Props) {
  const t = useText();
  const heading = useId();
  const stage = column.stage === null ? t("vacancy-column-ended") : stageWord(column.stage);
  const cards = column.cards.slice(0, limit);

  return (
    <section
      className={styles.column}
      aria-labelledby={heading}
      data-column={id}
      data-over={isOver}
      data-ended={column.stage === null}
    >
      <h2
        id={heading}
        className={styles.heading}
        aria-label={t("vacancy-column-count", { stage, count: column.total })}
      >
        <span>{stage}</span>
        <span className={styles.count}>{t("vacancy-number", { count: column.total })}</span>
      </h2>
      {column.total === 0 && <p className={styles.nobody}>{t("vacancy-column-empty")}</p>}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <BoardCard
            key={card.application}
            card={card}
            stage={column.stage}
            today={today}
            isDragged={dragged === card.application}
            onKeyDown={onKeyDown}
            onMove={onMove}
            onEnd={onEnd}
          />
        ))}
      </ul>
      {column.cards.length > limit && (
        <Button variant="plain" size="small" onPress={() => onShowMore(id, limit + STEP)}>
          {t("vacancy-column-show-more", {
            count: Math.min(STEP, column.cards.length - limit),
            stage,
          })}
        </Button>
      )}
      {column.cards.length <= limit && column.total > column.cards.length && (
        <p className={styles.nobody}>
          {t("vacancy-column-first", { shown: column.cards.length, total: column.total })}
        </p>
      )}
    </section>
  );
}
