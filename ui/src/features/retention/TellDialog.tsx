import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { RecipientNoticeView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  row: RecipientNoticeView;
  onClose: () => void;
}

/** Notes the day on which a recipient was told. */
export function TellDialog({ row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const tell = useAct("tell_recipient", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);
  const { recipient } = row.toTell;
  const validate = () => {
    if (on === null) return [{ field: "on", problem: t("recipients-tell-on-missing") }];
    return on > today ? [{ field: "on", problem: t("recipients-tell-on-ahead") }] : [];
  };
  const save = async () => {
    if (on === null) return;
    const { undo } = await tell.mutateAsync({ notice: row.notice, on });
    toast.show({ message: t("recipients-tell-done", { recipient }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("recipients-tell-title", { recipient })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("recipients-tell-save")}
      cancel={t("recipients-tell-cancel")}
    >
      <p>{t("recipients-tell-what")}</p>
      <DateField name="on" label={t("recipients-tell-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
