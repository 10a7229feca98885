import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, DocumentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { documentWord } from "./documentWords";

interface Props {
  candidate: CandidateId;
  row: DocumentView;
  onClose: () => void;
}

/** Takes a document out before its day. It can't be undone, so what it means is said first. */
export function RemoveDocumentDialog({ candidate, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_document", { errors: "caller" });
  const what = documentWord(t, row);
  const save = async () => {
    await remove.mutateAsync({ candidate, document: row.document });
    toast.show({ message: t("documents-removed", { what }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("documents-remove-title", { what })}
      onClose={onClose}
      onSubmit={save}
      submit={t("documents-remove-save")}
      cancel={t("candidate-cancel")}
      isDanger
    >
      <p>{t("documents-remove-what")}</p>
    </FormDialog>
  );
}
