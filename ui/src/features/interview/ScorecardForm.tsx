import type { KeyboardEvent } from "react";
import { announce } from "../../app/announce";
import { focusField, isTyping } from "../../app/focus";
import { useLetters } from "../../app/letters";
import { Button } from "../../components/Button";
import { Form } from "../../components/Form";
import list from "../../components/List.module.css";
import { ScaleField } from "../../components/ScaleField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type {
  CriterionView,
  InterviewView,
  OwnFeedback,
  Scorecard,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showTime } from "../../text/dates";
import { wordError } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import {
  keyOfMark,
  MARKS,
  markWord,
  RECOMMENDATIONS,
  recommendationWord,
  scoreOf,
  withScore,
} from "./interviewWords";
import { useDraft } from "./useDraft";

interface Props {
  view: InterviewView;
  own: OwnFeedback;
  /** Leaves an amendment that was begun; nothing where none can be left. */
  onCancel?: () => void;
  onSubmitted: () => void;
}

const EMPTY: Scorecard = { scores: [], recommendation: null, summary: "" };
const RECOMMENDATION = "card.recommendation";

/** One's own scorecard: it saves itself, a key scores a criterion and goes on, and submitting locks it. */
export function ScorecardForm({ view, own, onCancel, onSubmitted }: Props) {
  const t = useText();
  const toast = useToast();
  const letters = useLetters();
  const submit = useAct("submit_feedback", { errors: "caller" });
  const { interview } = view.row;
  const last = own.versions.at(-1);
  const draft = useDraft(interview, {
    card: own.draft?.card ?? last?.card ?? EMPTY,
    savedAt: own.draft?.savedAt ?? null,
  });
  const { card, change } = draft;
  const asked = own.asked
    .map((id) => view.criteria.find(({ criterion }) => criterion === id))
    .filter((criterion): criterion is CriterionView => criterion !== undefined);
  const fields = [...asked.map((_, place) => markName(place)), RECOMMENDATION, "card.summary"];

  const save = async () => {
    await draft.flush();
    await submit.mutateAsync({ interview, card, after: last?.version ?? 0 });
    draft.drop();
    toast.show({ message: t("interview-submitted"), undo: null });
    onSubmitted();
  };
  /* A digit scores what has the focus, and the focus goes on to what comes next. */
  const byKey = (place: number, choose: (digit: string) => string | null) => {
    return (event: KeyboardEvent) => {
      if (!letters || isTyping(event.target)) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const chosen = choose(event.key);
      if (chosen === null) return;
      event.preventDefault();
      announce(chosen);
      const next = fields[place + 1];
      if (next !== undefined) focusField(next);
    };
  };

  return (
    <Form
      label={t("interview-card")}
      onSubmit={save}
      actions={
        <>
          <Button type="submit" variant="primary">
            {t(last === undefined ? "interview-submit" : "interview-submit-amended")}
          </Button>
          {onCancel !== undefined && (
            <Button onPress={onCancel}>{t("interview-amend-cancel")}</Button>
          )}
        </>
      }
    >
      <div className={styles.card} onBlur={() => void draft.flush()}>
        <div>
          <div className={styles.cardHead}>
            <h2 className={styles.title}>{t("interview-card")}</h2>
            <Saved draft={draft} />
          </div>
          <p className={styles.keys}>
            {t(letters ? "interview-keys" : "interview-keys-off")} {t("interview-hidden")}
          </p>
        </div>
        {asked.map((criterion, place) => {
          const score = scoreOf(card, criterion.criterion);
          return (
            <section
              key={criterion.criterion}
              className={styles.criterion}
              aria-labelledby={`criterion-${criterion.criterion}`}
              onKeyDown={byKey(place, (digit) => {
                const mark = MARKS.find((one) => keyOfMark(one) === digit);
                if (mark === undefined) return null;
                change(withScore(card, { ...score, mark }));
                return `${criterion.what}: ${markWord(mark)}`;
              })}
            >
              <Asked criterion={criterion} />
              <ScaleField
                name={markName(place)}
                label={t("interview-how-far", { what: criterion.what })}
                isLabelHidden
                steps={MARKS.map((id) => ({ id, label: markWord(id), shortcut: keyOfMark(id) }))}
                value={score.mark}
                onChange={(mark) => change(withScore(card, { ...score, mark }))}
                showKeys={letters}
              />
              <TextAreaField
                name={`card.scores.${place}.evidence`}
                label={t("interview-evidence", { what: criterion.what })}
                isOptional={score.mark === "notAsked"}
                rows={3}
                value={score.evidence}
                onChange={(evidence) => change(withScore(card, { ...score, evidence }))}
              />
            </section>
          );
        })}
        <section
          className={styles.criterion}
          aria-label={t("interview-overall")}
          onKeyDown={byKey(asked.length, (digit) => {
            const recommendation = RECOMMENDATIONS[Number(digit) - 1];
            if (recommendation === undefined) return null;
            change({ ...card, recommendation });
            return recommendationWord(recommendation);
          })}
        >
          <ScaleField
            name={RECOMMENDATION}
            label={t("interview-overall")}
            steps={RECOMMENDATIONS.map((id, place) => ({
              id,
              label: recommendationWord(id),
              shortcut: String(place + 1),
            }))}
            value={card.recommendation}
            onChange={(recommendation) => change({ ...card, recommendation })}
            showKeys={letters}
          />
          <p className={list.soft}>{t("interview-overall-decides")}</p>
          <TextAreaField
            name="card.summary"
            label={t("interview-summary")}
            isOptional={asked.length > 0}
            rows={3}
            value={card.summary}
            onChange={(summary) => change({ ...card, summary })}
          />
        </section>
      </div>
    </Form>
  );
}

/** What is assessed, with the questions that find it out. */
export function Asked({ criterion }: { criterion: CriterionView }) {
  const t = useText();
  const questions = criterion.questions.split("\n").filter((line) => line.trim() !== "");
  return (
    <div>
      <h3 id={`criterion-${criterion.criterion}`} className={styles.criterionTitle}>
        {criterion.what}
        {criterion.retired && ` (${t("interview-retired")})`}
      </h3>
      {questions.length > 0 && (
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Saved({ draft: { savedAt, failure } }: { draft: ReturnType<typeof useDraft> }) {
  const t = useText();
  if (failure !== null) {
    const { title, rest } = wordError(failure);
    return (
      <p className={`${styles.saved} ${styles.unsaved}`} role="alert">
        {t("interview-not-saved")} {title} {rest}
      </p>
    );
  }
  return (
    <p className={styles.saved} role="status">
      {savedAt === null
        ? t("interview-saves-itself")
        : t("interview-saved", { time: showTime(savedAt) })}
    </p>
  );
}

const markName = (place: number) => `card.scores.${place}.mark`;
