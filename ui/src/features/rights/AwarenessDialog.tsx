import { useState } from "react";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { AnswerView, IncidentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { londonDay, showTime } from "../../text/dates";
import { useText } from "../../text/text";
import { checkWhen } from "./incidentForm";

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Says when the organisation became aware: the 72 hours run from then. */
export function AwarenessDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const set = useAct("set_awareness", { errors: "caller" });
  const [on, setOn] = useState<string | null>(londonDay(answer.awareAt));
  const [at, setAt] = useState(showTime(answer.awareAt));
  const [reason, setReason] = useState(answer.awareReason);
  const { incident, revision } = view;

  const save = async () => {
    if (on === null) return;
    await set.mutateAsync({ incident, revision, on, at: at.trim(), reason: reason.trim() });
    toast.show({ message: t("incidents-aware-set"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("incidents-aware")}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkWhen(on, at, { on: "on", at: "at" })}
      submit={t("incidents-aware-save")}
      cancel={t("incidents-cancel")}
    >
      <p>{t("incidents-aware-what")}</p>
      <DateField name="on" label={t("incidents-aware-on")} value={on} onChange={setOn} />
      <Field
        name="at"
        label={t("incidents-aware-at")}
        hint={t("incidents-time-hint")}
        width="short"
        maxLength={5}
        value={at}
        onChange={setAt}
      />
      <TextAreaField
        isOptional
        name="reason"
        label={t("incidents-aware-reason")}
        hint={t("incidents-aware-reason-hint")}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
