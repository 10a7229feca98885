import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { ApplicationId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

interface Props {
  application: ApplicationId;
  name: string;
  onClose: () => void;
}

/** Confirms that HR has taken over a hired candidate's details. */
export function HandOverDialog({ application, name, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const confirm = useAct("confirm_hand_over", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);

  const validate = () => [
    ...(on === null ? [{ field: "on", problem: t("candidate-hand-over-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("candidate-hand-over-future", { date: showDate(today) }) }]
      : []),
  ];
  const save = async () => {
    const { undo } = await confirm.mutateAsync({ application, on: on ?? today });
    toast.show({ message: t("candidate-hand-over-done", { name }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("candidate-hand-over-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("candidate-hand-over-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("candidate-hand-over-what")}</p>
      <DateField name="on" label={t("candidate-hand-over-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
