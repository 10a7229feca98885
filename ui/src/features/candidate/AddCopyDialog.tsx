import { useState } from "react";
import { useDropTarget } from "../../app/fileDrop";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import type { CandidateId, FileNotTaken, SealedRow } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Candidate.module.css";

interface Props {
  candidate: CandidateId;
  name: string;
  row: SealedRow;
  onClose: () => void;
}

/** Keeps a copy of a paper with the check of it: a file that is dropped on the window, or one chosen in its dialog. */
export function AddCopyDialog({ candidate, name, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const add = useAct("add_copy", { errors: "caller" });
  const [notTaken, setNotTaken] = useState<FileNotTaken[]>([]);
  const [dropped, setDropped] = useState<string | null>(null);
  const kind = t(`sealed-kind-${row.kind}`);
  useDropTarget(t("sealed-copy-drop", { name }), (names) => setDropped(names[0] ?? null));
  const save = async () => {
    const { added, notTaken: refused } = await add.mutateAsync({
      of: { candidate, record: row.record },
      dropped: dropped !== null,
    });
    // The program gives a dropped file once: whoever tries again chooses it.
    setDropped(null);
    setNotTaken(refused);
    if (added === 0) return;
    toast.show({ message: t("sealed-copy-added", { kind, name }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("sealed-copy-title", { kind, name })}
      onClose={onClose}
      onSubmit={save}
      submit={dropped === null ? t("sealed-copy-choose") : t("sealed-copy-take")}
      cancel={t("candidate-cancel")}
    >
      {notTaken.map(({ name: file, because }) => (
        <Notice key={file} tone="warn" title={t("sealed-copy-not-taken")} isAlert={true}>
          <p>{t("sealed-copy-why-not", { file, because })}</p>
        </Notice>
      ))}
      {dropped !== null && (
        <p className={styles.soft}>
          <bdi>{dropped}</bdi>
        </p>
      )}
      <p>{t("sealed-copy-lede")}</p>
      <p className={styles.soft}>{t("sealed-copy-what")}</p>
    </FormDialog>
  );
}
