import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, MessageView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { messageWord } from "./messageWords";

interface Props {
  candidate: CandidateId;
  row: MessageView;
  onClose: () => void;
}

/** Takes a message out before its day. */
export function RemoveMessageDialog({ candidate, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_message", { errors: "caller" });
  const what = messageWord(t, row);
  const submit = async () => {
    await remove.mutateAsync({ candidate, message: row.message });
    toast.show({ message: t("correspondence-removed", { what }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("correspondence-remove-title", { what })}
      onClose={onClose}
      onSubmit={submit}
      submit={t("correspondence-remove-save")}
      cancel={t("candidate-cancel")}
      isDanger
    >
      <p>{t("correspondence-remove-what")}</p>
    </FormDialog>
  );
}
