import { useRef, useState } from "react";
import { focusField } from "../../app/focus";
import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { IconButton } from "../../components/IconButton";
import list from "../../components/List.module.css";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { CriterionId, CriterionView, VacancyId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";

interface Line {
  key: number;
  criterion: CriterionId | null;
  what: string;
  questions: string;
}

interface Props {
  vacancy: VacancyId;
  start: readonly CriterionView[];
  onClose: () => void;
}

/** Says what interviews for a vacancy assess: criteria in their order, each with its questions. */
export function EditCriteria({ vacancy, start, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const set = useAct("set_criteria", { errors: "caller" });
  const next = useRef(start.length + 1);
  const [lines, setLines] = useState<Line[]>(() =>
    start.length === 0
      ? [{ key: 0, criterion: null, what: "", questions: "" }]
      : start.map(({ criterion, what, questions }, key) => ({ key, criterion, what, questions })),
  );
  const put = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const move = (from: number, to: number) => {
    const moved = [...lines];
    const [line] = moved.splice(from, 1);
    if (line !== undefined) moved.splice(to, 0, line);
    setLines(moved);
  };
  const add = () => {
    const key = next.current++;
    setLines([...lines, { key, criterion: null, what: "", questions: "" }]);
    requestAnimationFrame(() => focusField(`criteria.${lines.length}.what`));
  };

  const validate = () =>
    lines.flatMap(({ what, questions }, place) =>
      what.trim() === "" && questions.trim() !== ""
        ? [{ field: `criteria.${place}.what`, problem: t("criteria-what-missing") }]
        : [],
    );
  const save = async () => {
    // A line that says nothing is none.
    const criteria = lines
      .filter(({ what }) => what.trim() !== "")
      .map(({ criterion, what, questions }) => ({ criterion, what, questions }));
    const { undo } = await set.mutateAsync({ vacancy, criteria });
    toast.show({ message: t("criteria-saved"), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("criteria-edit-title")}
      isSheet
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("criteria-save")}
      cancel={t("interview-cancel")}
    >
      <p className={list.soft}>{t("criteria-edit-what")}</p>
      {lines.map(({ key, what, questions }, place) => {
        const named = what.trim() === "" ? t("criteria-number", { number: place + 1 }) : what;
        return (
          <div key={key} className={styles.editCriterion}>
            <Field
              name={`criteria.${place}.what`}
              label={t("criteria-what", { number: place + 1 })}
              maxLength={200}
              value={what}
              onChange={(text) => put(key, { what: text })}
            />
            <TextAreaField
              name={`criteria.${place}.questions`}
              label={t("criteria-questions", { number: place + 1 })}
              isOptional
              rows={2}
              value={questions}
              onChange={(text) => put(key, { questions: text })}
            />
            <div className={styles.buttons}>
              <IconButton
                icon="arrowUp"
                label={t("criteria-up", { what: named })}
                isDisabled={place === 0}
                onPress={() => move(place, place - 1)}
              />
              <IconButton
                icon="arrowDown"
                label={t("criteria-down", { what: named })}
                isDisabled={place === lines.length - 1}
                onPress={() => move(place, place + 1)}
              />
              <IconButton
                icon="trash"
                label={t("criteria-remove", { what: named })}
                onPress={() => setLines(lines.filter((line) => line.key !== key))}
              />
            </div>
          </div>
        );
      })}
      <Button icon="plus" onPress={add}>
        {t("criteria-add")}
      </Button>
    </FormDialog>
  );
}
