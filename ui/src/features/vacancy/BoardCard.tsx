import { type KeyboardEvent, memo } from "react";
import { href } from "../../app/places";
import { Menu } from "../../components/Menu";
import type { BoardCard as Card, Stage } from "../../ipc/generated/bindings";
import { daysBetween, showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { outcomeSentence, STAGES, stageWord } from "../../text/words";
import styles from "./Board.module.css";
import { END_KINDS, type EndKind } from "./outcomes";

interface Props {
  card: Card;
  /** The column it is in; none is the one of those that ended. */
  stage: Stage | null;
  today: string;
  isDragged: boolean;
  onKeyDown: (event: KeyboardEvent, card: Card, stage: Stage | null) => void;
  onMove: (card: Card, to: Stage) => void;
  onEnd: (card: Card, how: EndKind) => void;
}

/** Whether a card can be moved or ended by this viewer. */
export function canDecide(card: Card): boolean {
  return card.outcome === null && card.may.includes("decideApplication");
}

/**
 * One application on the board: a link to the candidate, and a menu of where it can go. There are hundreds, so it is drawn
 * anew only when it changes.
 */
export const BoardCard = memo(AnyCard);

function AnyCard({ card, stage, today, isDragged, onKeyDown, onMove, onEnd }: Props) {
  const t = useText();
  const open = canDecide(card);
  const since =
    card.outcome === null
      ? t("vacancy-days-in-stage", { days: daysBetween(card.since, today) })
      : outcomeSentence(card.outcome.how);
  const items = () => [
    ...STAGES.filter((other) => other !== stage).map((to) => ({
      id: to,
      label: t("vacancy-move-to", { stage: stageWord(to) }),
    })),
    ...END_KINDS.map((how) => ({ id: how, label: t(`vacancy-action-${how}`) })),
  ];

  return (
    <li
      className={styles.card}
      data-card={card.application}
      data-candidate={card.candidate}
      data-fixed={!open}
      data-dragged={isDragged}
    >
      <a
        id={`card-${card.application}`}
        className={styles.open}
        href={href({ at: "candidate", id: card.candidate })}
        aria-keyshortcuts={open ? "Shift+ArrowLeft Shift+ArrowRight Delete" : undefined}
        draggable={false}
        onKeyDown={(event) => onKeyDown(event, card, stage)}
      >
        <span className={styles.name}>{card.name}</span>
        <span className={styles.since}>{since}</span>
        {card.outcome !== null && (
          <span className={styles.since}>
            {t("vacancy-ended-on", { date: showDate(card.outcome.on) })}
          </span>
        )}
      </a>
      {open && (
        <span className={styles.menu}>
          <Menu
            label={t("vacancy-card-move", { name: card.name })}
            isIconOnly
            variant="plain"
            size="small"
            items={items}
            onAction={(chosen) => {
              const to = STAGES.find((other) => other === chosen);
              const how = END_KINDS.find((kind) => kind === chosen);
              if (to !== undefined) onMove(card, to);
              if (how !== undefined) onEnd(card, how);
            }}
          />
        </span>
      )}
    </li>
  );
}
