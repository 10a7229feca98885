import { useState } from "react";
import { useSession } from "../../../app/session";
import { DateField } from "../../../components/DateField";
import { FormDialog } from "../../../components/FormDialog";
import { SelectField } from "../../../components/SelectField";
import { useToast } from "../../../components/Toast";
import type { FieldProblem, RequestChannel, RequestView } from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { CHANNELS, channelWord } from "./requestWords";

interface Props {
  view: RequestView;
  onClose: () => void;
}

/** Closes a request: the day the answer went, and how. */
export function AnswerDialog({ view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const close = useAct("close_request", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);
  const [channel, setChannel] = useState<RequestChannel | null>(null);
  const { request, revision, number } = view;

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (on === null) problems.push({ field: "on", problem: t("requests-day-missing") });
    if (channel === null) {
      problems.push({ field: "channel", problem: t("requests-channel-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (on === null || channel === null) return;
    await close.mutateAsync({ request, revision, on, channel });
    toast.show({ message: t("requests-was-closed", { number }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("requests-answer-title", { number })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("requests-answer-save")}
      cancel={t("requests-cancel")}
    >
      <p>{t("requests-answer-what")}</p>
      <DateField name="on" label={t("requests-answer-on")} value={on} onChange={setOn} />
      <SelectField<RequestChannel>
        name="channel"
        label={t("requests-answer-how")}
        options={CHANNELS.map((id) => ({ id, label: channelWord(id) }))}
        value={channel}
        onChange={setChannel}
      />
    </FormDialog>
  );
}
