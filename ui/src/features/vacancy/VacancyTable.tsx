import { useState } from "react";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { Link } from "../../components/Link";
import { Menu } from "../../components/Menu";
import type { ApplicationId, Board, BoardCard, Stage } from "../../ipc/generated/bindings";
import { daysBetween, showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { outcomeSentence, STAGES, stageWord } from "../../text/words";
import { canDecide } from "./BoardCard";
import { type Decided, END_KINDS, type EndKind } from "./outcomes";
import { useMove } from "./useMove";
import styles from "./VacancyTable.module.css";

interface Props {
  title: string;
  board: Board;
  today: string;
  onEnd: (people: Decided[], how: EndKind) => void;
}

interface Row {
  card: BoardCard;
  stage: Stage | null;
}

/** A vacancy's applications as a table, where several can be moved or ended at once. */
export function VacancyTable({ title, board, today, onEnd }: Props) {
  const t = useText();
  const move = useMove();
  const [chosen, setChosen] = useState<ReadonlySet<ApplicationId>>(new Set());
  const [showEnded, setShowEnded] = useState(false);

  const rows: Row[] = board.columns
    .filter((column) => showEnded || column.stage !== null)
    .flatMap((column) => column.cards.map((card) => ({ card, stage: column.stage })));
  const open = rows.filter(({ card }) => canDecide(card));
  const picked = open.filter(({ card }) => chosen.has(card.application));
  const people = picked.map(({ card }) => ({ application: card.application, name: card.name }));
  const isPartial = board.columns.some((column) => column.total > column.cards.length);
  const all = picked.length > 0 && picked.length === open.length;

  const pick = (application: ApplicationId, isPicked: boolean) => {
    const next = new Set(chosen);
    if (isPicked) next.add(application);
    else next.delete(application);
    setChosen(next);
  };
  const clear = () => setChosen(new Set());

  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <CheckField
          label={t("vacancy-table-show-ended")}
          isSelected={showEnded}
          onChange={setShowEnded}
        />
        {picked.length > 0 && (
          <fieldset className={styles.actions} aria-label={t("vacancy-table-actions")}>
            <span className={styles.count}>
              {t("vacancy-table-selected", { count: picked.length })}
            </span>
            <Menu
              label={t("vacancy-table-move", { count: picked.length })}
              items={STAGES.map((id) => ({
                id,
                label: t("vacancy-move-to", { stage: stageWord(id) }),
              }))}
              onAction={(to) => {
                move(people, to);
                clear();
              }}
            />
            <Button onPress={() => onEnd(people, "reject")}>
              {t("vacancy-table-reject", { count: picked.length })}
            </Button>
            <Menu
              label={t("vacancy-table-more-ends")}
              items={END_KINDS.filter((how) => how !== "reject").map((id) => ({
                id,
                label: t(`vacancy-action-${id}`),
              }))}
              onAction={(how) => onEnd(people, how)}
            />
            <Button variant="plain" onPress={clear}>
              {t("vacancy-table-clear")}
            </Button>
          </fieldset>
        )}
      </div>
      {isPartial && <p className={styles.note}>{t("vacancy-table-first")}</p>}
      <section className={styles.holder} aria-label={t("vacancy-table", { title })}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t("vacancy-table", { title })}</caption>
          <thead>
            <tr>
              {open.length > 0 && (
                <th scope="col" className={styles.check}>
                  <CheckField
                    label={<span className="visually-hidden">{t("vacancy-table-all")}</span>}
                    isSelected={all}
                    isIndeterminate={picked.length > 0 && !all}
                    onChange={(isPicked) =>
                      setChosen(new Set(isPicked ? open.map(({ card }) => card.application) : []))
                    }
                  />
                </th>
              )}
              <th scope="col">{t("vacancy-table-name")}</th>
              <th scope="col">{t("vacancy-table-stage")}</th>
              <th scope="col">{t("vacancy-table-applied")}</th>
              <th scope="col" className={styles.number}>
                {t("vacancy-table-days")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ card, stage }) => (
              <tr key={card.application} data-picked={chosen.has(card.application)}>
                {open.length > 0 && (
                  <td className={styles.check}>
                    {canDecide(card) && (
                      <CheckField
                        label={
                          <span className="visually-hidden">
                            {t("vacancy-table-select", { name: card.name })}
                          </span>
                        }
                        isSelected={chosen.has(card.application)}
                        onChange={(isPicked) => pick(card.application, isPicked)}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <Link to={{ at: "candidate", id: card.candidate }}>{card.name}</Link>
                </th>
                <td>
                  {stage !== null && stageWord(stage)}
                  {card.outcome !== null && outcomeSentence(card.outcome.how)}
                </td>
                <td>{showDate(card.appliedOn)}</td>
                <td className={styles.number}>
                  {t("vacancy-number", { count: daysBetween(card.since, today) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
