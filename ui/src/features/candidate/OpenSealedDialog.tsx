import { useEffect, useState } from "react";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Facts } from "../../components/Facts";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { call } from "../../ipc/call";
import type {
  CandidateId,
  FieldProblem,
  OpenedSealed,
  OpeningPurpose,
  SealedRow,
} from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Candidate.module.css";
import { SealedCopy } from "./SealedCopy";
import { sealedFacts } from "./sealedFacts";

interface Props {
  candidate: CandidateId;
  name: string;
  row: SealedRow;
  onClose: () => void;
}

/** Opens a sealed record: asks what for, and shows what is in it until it is closed. */
export function OpenSealedDialog({ candidate, name, row, onClose }: Props) {
  const t = useText();
  const [purpose, setPurpose] = useState<OpeningPurpose | null>(null);
  // Kept here and in no cache: it is gone when the dialog is.
  const [opened, setOpened] = useState<OpenedSealed | null>(null);
  // So is a copy that was looked at.
  useEffect(() => () => void call("close_document", {}), []);
  const title = t("sealed-open-title", { kind: t(`sealed-kind-${row.kind}`), name });

  if (opened !== null && purpose !== null) {
    return (
      <Dialog
        title={title}
        isOpen
        onClose={onClose}
        size={row.maySeeCopy ? "wide" : "medium"}
        footer={
          <Button variant="primary" onPress={onClose}>
            {t("sealed-close")}
          </Button>
        }
      >
        <div className={styles.sealedOpen}>
          <Notice tone="info">
            <p>{t("sealed-opened")}</p>
          </Notice>
          <Facts facts={sealedFacts(opened.content)} />
          {row.maySeeCopy && (
            <SealedCopy
              candidate={candidate}
              row={row}
              purpose={purpose}
              maySave={opened.maySaveCopy}
            />
          )}
        </div>
      </Dialog>
    );
  }

  const validate = (): FieldProblem[] =>
    purpose === null ? [{ field: "purpose", problem: t("sealed-purpose-missing") }] : [];
  const open = async () => {
    if (purpose === null) return;
    setOpened(await call("open_sealed", { candidate, record: row.record, purpose }));
  };
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={open}
      validate={validate}
      submit={t("sealed-open-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("sealed-open-lede")}</p>
      <RadioField
        name="purpose"
        label={t("sealed-purpose")}
        options={row.purposes.map((id) => ({ id, label: t(`sealed-purpose-${id}`) }))}
        value={purpose}
        onChange={setPurpose}
      />
    </FormDialog>
  );
}
