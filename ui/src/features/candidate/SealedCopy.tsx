import { useCallback, useState } from "react";
import { Button } from "../../components/Button";
import { useToast } from "../../components/Toast";
import { call } from "../../ipc/call";
import type { CandidateId, OpeningPurpose, SealedRow } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Candidate.module.css";
import { ShownPages } from "./ShownPages";

interface Props {
  candidate: CandidateId;
  row: SealedRow;
  /** What the record was opened for. */
  purpose: OpeningPurpose;
  /** Whether the copy may be saved for that. */
  maySave: boolean;
}

/** The copy of a paper in an open record: looked at when it is asked for, saved where it must be given to somebody. */
export function SealedCopy({ candidate, row, purpose, maySave }: Props) {
  const t = useText();
  const toast = useToast();
  const save = useAct("save_copy");
  const [isShown, setShown] = useState(false);
  const { record } = row;
  const kind = t(`sealed-kind-${row.kind}`);
  const draw = useCallback(
    (page: number) => call("show_copy", { candidate, record, purpose, page }),
    [candidate, record, purpose],
  );
  const put = async () => {
    const { saved } = await save.mutateAsync({ candidate, record, purpose });
    if (saved) toast.show({ message: t("sealed-copy-saved"), undo: null });
  };
  return (
    <>
      <div className={styles.sealedActions}>
        {!isShown && (
          <Button size="small" icon="eye" onPress={() => setShown(true)}>
            {t("sealed-copy-show")}
          </Button>
        )}
        {maySave && (
          <Button size="small" onPress={() => void put()}>
            {t("sealed-copy-save")}
          </Button>
        )}
      </div>
      {maySave && <p className={styles.soft}>{t("sealed-copy-outside")}</p>}
      {isShown && (
        <ShownPages
          draw={draw}
          nothing={t("sealed-copy-nothing")}
          picture={(number, pages) => t("sealed-copy-picture", { kind, number, pages })}
        />
      )}
    </>
  );
}
