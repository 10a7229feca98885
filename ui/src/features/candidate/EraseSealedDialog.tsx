import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, SealedRow } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  candidate: CandidateId;
  name: string;
  row: SealedRow;
  onClose: () => void;
}

/** Erases one sealed record before its day. It can't be undone, so what it means is said first. */
export function EraseSealedDialog({ candidate, name, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const erase = useAct("erase_sealed", { errors: "caller" });
  const kind = t(`sealed-kind-${row.kind}`);
  const save = async () => {
    await erase.mutateAsync({ candidate, record: row.record });
    toast.show({ message: t("sealed-erased", { kind, name }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("sealed-erase-title", { name })}
      onClose={onClose}
      onSubmit={save}
      submit={t("sealed-erase-save")}
      cancel={t("candidate-cancel")}
      isDanger
    >
      <p>{t("sealed-erase-what")}</p>
    </FormDialog>
  );
}
