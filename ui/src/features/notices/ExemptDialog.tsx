import { useState } from "react";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type {
  CandidateId,
  FieldProblem,
  NoticeExemption,
  SourceCategory,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { say, useText } from "../../text/text";
import { exemptionsOf, exemptionWord } from "./noticeWords";

interface Props {
  candidate: CandidateId;
  name: string;
  /** Where their details came from, as far as this viewer sees it. */
  source: SourceCategory | null;
  onClose: () => void;
}

/** Records why somebody need not be given the notice. */
export function ExemptDialog({ candidate, name, source, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const exempt = useAct("exempt_from_notice", { errors: "caller" });
  const [exemption, setExemption] = useState<NoticeExemption | null>(null);
  const [reason, setReason] = useState("");
  const validate = () => {
    const problems: FieldProblem[] = [];
    if (exemption === null) {
      problems.push({ field: "exemption", problem: say("notices-exemption-missing") });
    }
    if (reason.trim() === "") {
      problems.push({ field: "reason", problem: say("notices-reason-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (exemption === null) return;
    const { undo } = await exempt.mutateAsync({ candidate, exemption, reason: reason.trim() });
    toast.show({ message: t("notices-exempted", { name }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("notices-exempt-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("notices-exempt-save")}
      cancel={t("notices-cancel")}
    >
      <p>{t("notices-exempt-what")}</p>
      <RadioField
        name="exemption"
        label={t("notices-exemption-field")}
        options={exemptionsOf(source).map((id) => ({ id, label: exemptionWord(id) }))}
        value={exemption}
        onChange={setExemption}
      />
      <Field
        name="reason"
        label={t("notices-reason-field")}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </FormDialog>
  );
}
