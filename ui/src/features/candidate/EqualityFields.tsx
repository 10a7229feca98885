import { Notice } from "../../components/Notice";
import { SelectField } from "../../components/SelectField";
import type { EqualityAnswers } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  answers: EqualityAnswers;
  onChange: (answers: EqualityAnswers) => void;
}

/** The questions of equality monitoring: each may be left out, and none is ever shown again. */
export function EqualityFields({ answers, onChange }: Props) {
  const t = useText();
  const form = useCommand("equality_form", {}).data;
  return (
    <>
      <Notice tone="info">
        <p>{t("sealed-equality-once")}</p>
      </Notice>
      {form?.questions.map(({ question, answers: possible }) => (
        <SelectField
          key={question}
          name={`content.answers.${question}`}
          label={t(`sealed-question-${question}`)}
          isOptional
          options={possible.map((id) => ({ id, label: t(`sealed-answer-${id}`) }))}
          value={answers[question] ?? null}
          onChange={(answer) => onChange({ ...answers, [question]: answer })}
        />
      ))}
    </>
  );
}
