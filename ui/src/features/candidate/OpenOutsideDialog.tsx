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

/** Opens a document in another program, after saying what that means. */
export function OpenOutsideDialog({ candidate, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const open = useAct("open_document", { errors: "caller" });
  const what = documentWord(t, row);
  const save = async () => {
    const { opened } = await open.mutateAsync({ candidate, document: row.document });
    toast.show({
      message: t(opened ? "documents-opened" : "documents-not-opened", { what }),
      undo: null,
    });
    onClose();
  };
  return (
    <FormDialog
      title={t("documents-outside-title", { what })}
      onClose={onClose}
      onSubmit={save}
      submit={t("documents-outside-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("documents-outside-what")}</p>
      <p>{t("documents-outside-copies")}</p>
    </FormDialog>
  );
}
