import { useState } from "react";
import { FormDialog } from "../../components/FormDialog";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { AnswerView, IncidentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Notes what was done about an incident, and what was learnt. */
export function MeasuresDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const note = useAct("note_measures", { errors: "caller" });
  const [measures, setMeasures] = useState(answer.measures);
  const [lessons, setLessons] = useState(answer.lessons);
  const { incident, revision } = view;

  const validate = () =>
    measures.trim() === "" ? [{ field: "measures", problem: t("incidents-measures-missing") }] : [];
  const save = async () => {
    await note.mutateAsync({
      incident,
      revision,
      measures: measures.trim(),
      lessons: lessons.trim(),
    });
    toast.show({ message: t("incidents-measures-noted"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("incidents-measures")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-measures-save")}
      cancel={t("incidents-cancel")}
    >
      <TextAreaField
        name="measures"
        label={t("incidents-measures-what")}
        hint={t("incidents-nobody-hint")}
        value={measures}
        onChange={setMeasures}
      />
      <TextAreaField
        isOptional
        name="lessons"
        label={t("incidents-lessons")}
        value={lessons}
        onChange={setLessons}
      />
    </FormDialog>
  );
}
