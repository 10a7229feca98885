import { useState } from "react";
import { useSession } from "../../../app/session";
import { DateField } from "../../../components/DateField";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type { ComplaintView, FieldProblem } from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";

interface Props {
  view: ComplaintView;
  /** Whether it is begun as a word to the person. */
  isTold: boolean;
  onClose: () => void;
}

/** Notes what was found out or done, or how far it has come, as the person was told. */
export function NoteDialog({ view, isTold, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const note = useAct("note_complaint", { errors: "caller" });
  const [kind, setKind] = useState<"step" | "told" | null>(isTold ? "told" : "step");
  const [on, setOn] = useState<string | null>(today);
  const [words, setWords] = useState("");
  const { complaint, revision } = view;

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (on === null) problems.push({ field: "on", problem: t("complaints-day-missing") });
    if (words.trim() === "") {
      problems.push({ field: "words", problem: t("complaints-note-words-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (on === null) return;
    const { undo } = await note.mutateAsync({
      complaint,
      revision,
      told: kind === "told",
      on,
      words: words.trim(),
    });
    toast.show({ message: t("complaints-noted"), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("complaints-note-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("complaints-save")}
      cancel={t("complaints-cancel")}
    >
      <RadioField<"step" | "told">
        name="told"
        label={t("complaints-note-kind")}
        options={(["step", "told"] as const).map((id) => ({
          id,
          label: t("complaints-note-is", { kind: id }),
        }))}
        value={kind}
        onChange={setKind}
      />
      <DateField name="on" label={t("complaints-note-on")} value={on} onChange={setOn} />
      <TextAreaField
        name="words"
        label={t("complaints-note-words")}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  );
}
