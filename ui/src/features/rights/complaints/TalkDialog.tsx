import { useState } from "react";
import { useSession } from "../../../app/session";
import { DateField } from "../../../components/DateField";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { useToast } from "../../../components/Toast";
import type { ComplaintView, FieldProblem, MessageChannel } from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { CHANNELS } from "../incidentWords";

interface Props {
  view: ComplaintView;
  /** Whether its receipt was confirmed, or the outcome told. */
  what: "acknowledge" | "tell";
  onClose: () => void;
}

/** Records on which day and how somebody was written or spoken to: receipt is confirmed, or the outcome told. */
export function TalkDialog({ view, what, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const confirm = useAct("confirm_complaint", { errors: "caller" });
  const close = useAct("close_complaint", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);
  const [how, setHow] = useState<MessageChannel | null>(view.received.how);
  const { complaint, revision, number } = view;

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (on === null) problems.push({ field: "on", problem: t("complaints-day-missing") });
    if (how === null) problems.push({ field: "how", problem: t("complaints-how-missing") });
    return problems;
  };
  const save = async () => {
    if (on === null || how === null) return;
    const act = what === "acknowledge" ? confirm : close;
    const { undo } = await act.mutateAsync({ complaint, revision, on, how });
    toast.show({ message: t("complaints-talked", { what, number }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("complaints-talk-title", { what })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("complaints-save")}
      cancel={t("complaints-cancel")}
    >
      <p>{t("complaints-talk-what", { what })}</p>
      <DateField name="on" label={t("complaints-talk-on")} value={on} onChange={setOn} />
      <RadioField
        name="how"
        label={t("complaints-talk-how")}
        options={CHANNELS.map((id) => ({ id, label: t("complaints-channel", { channel: id }) }))}
        value={how}
        onChange={setHow}
      />
    </FormDialog>
  );
}
