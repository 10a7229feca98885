import { useState } from "react";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type {
  ComplaintFile,
  ComplaintOutcome,
  ComplaintView,
  FieldProblem,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { OUTCOMES } from "./complaintWords";

interface Props {
  view: ComplaintView;
  file: ComplaintFile;
  onClose: () => void;
}

/** Records what comes of a complaint. The person is told afterwards. */
export function OutcomeDialog({ view, file, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const decide = useAct("decide_complaint", { errors: "caller" });
  const [outcome, setOutcome] = useState<ComplaintOutcome | null>(view.outcome);
  const [reasons, setReasons] = useState(file.reasons);
  const [changes, setChanges] = useState(view.changes);
  const { complaint, revision } = view;

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (outcome === null) {
      problems.push({ field: "outcome", problem: t("complaints-outcome-missing") });
    }
    if (reasons.trim() === "") {
      problems.push({ field: "reasons", problem: t("complaints-reasons-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (outcome === null) return;
    await decide.mutateAsync({
      complaint,
      revision,
      outcome,
      reasons: reasons.trim(),
      changes: changes.trim(),
    });
    toast.show({ message: t("complaints-decided"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("complaints-outcome-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("complaints-save")}
      cancel={t("complaints-cancel")}
    >
      <p>{t("complaints-outcome-what")}</p>
      <RadioField
        name="outcome"
        label={t("complaints-outcome")}
        options={OUTCOMES.map((id) => ({ id, label: t("complaints-outcome-is", { outcome: id }) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextAreaField
        name="reasons"
        label={t("complaints-reasons")}
        hint={t("complaints-reasons-hint")}
        value={reasons}
        onChange={setReasons}
      />
      <TextAreaField
        isOptional
        name="changes"
        label={t("complaints-changes")}
        hint={t("complaints-changes-hint")}
        value={changes}
        onChange={setChanges}
      />
    </FormDialog>
  );
}
