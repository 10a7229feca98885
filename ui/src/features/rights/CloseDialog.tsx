import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { AnswerView, IncidentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Closes an incident, after a question: what is closed stays as it was closed. */
export function CloseDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const close = useAct("close_incident", { errors: "caller" });
  const { incident, revision, number } = view;
  const save = async () => {
    await close.mutateAsync({ incident, revision });
    toast.show({ message: t("incidents-was-closed", { number }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("incidents-close-title", { number })}
      onClose={onClose}
      onSubmit={save}
      submit={t("incidents-close-save")}
      cancel={t("incidents-cancel")}
    >
      <p>{t("incidents-close-what", { count: answer.here })}</p>
    </FormDialog>
  );
}
