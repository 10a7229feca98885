import { useState } from "react";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import { WhyNot } from "../../components/WhyNot";
import type { CandidateView, CompartmentView, SealedRow } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { AddCopyDialog } from "./AddCopyDialog";
import styles from "./Candidate.module.css";
import { EraseSealedDialog } from "./EraseSealedDialog";
import { fullName } from "./names";
import { OpenSealedDialog } from "./OpenSealedDialog";
import { RecordSealedDialog } from "./RecordSealedDialog";
import { sealedStatus } from "./sealedWords";

interface Props {
  view: CandidateView;
}

type Doing = { what: "record" } | { what: "open" | "copy" | "erase"; row: SealedRow } | null;

/** What is sealed of a candidate: which kinds there are, how they stand, and to whom they are sealed. */
export function Sealed({ view: { candidate, name } }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const found = useCommand("list_sealed", { candidate }).data;
  if (found === undefined) return null;
  const { compartments, recordable } = found;
  const about = { candidate, name: fullName(name), onClose: () => setDoing(null) };
  return (
    <Panel
      title={t("sealed-title")}
      actions={
        recordable.length > 0 && (
          <Button size="small" icon="plus" onPress={() => setDoing({ what: "record" })}>
            {t("sealed-record")}
          </Button>
        )
      }
    >
      <ul className={list.rows}>
        {compartments.map((compartment) => (
          <Compartment
            key={compartment.compartment}
            view={compartment}
            onOpen={(row) => setDoing({ what: "open", row })}
            onCopy={(row) => setDoing({ what: "copy", row })}
            onErase={(row) => setDoing({ what: "erase", row })}
          />
        ))}
      </ul>
      {doing?.what === "record" && <RecordSealedDialog {...about} recordable={recordable} />}
      {doing?.what === "open" && <OpenSealedDialog {...about} row={doing.row} />}
      {doing?.what === "copy" && <AddCopyDialog {...about} row={doing.row} />}
      {doing?.what === "erase" && <EraseSealedDialog {...about} row={doing.row} />}
    </Panel>
  );
}

interface CompartmentProps {
  view: CompartmentView;
  onOpen: (row: SealedRow) => void;
  onCopy: (row: SealedRow) => void;
  onErase: (row: SealedRow) => void;
}

function Compartment({ view, onOpen, onCopy, onErase }: CompartmentProps) {
  const t = useText();
  const { compartment, sealedTo, because, told, records } = view;
  const title = t(`sealed-compartment-${compartment}`);
  return (
    <li className={list.row}>
      <h3 className={styles.sealedTitle}>
        <Icon name="lock" size={16} />
        {title}
      </h3>
      {told && records.length === 0 && <p className={list.soft}>{t("sealed-none")}</p>}
      {records.map((row) => (
        <div key={row.record} className={styles.sealedRecord}>
          <p>{sealedStatus(row)}</p>
          <p className={list.soft}>
            {t("sealed-recorded", { date: showDate(row.recordedOn), name: row.recordedBy })}
          </p>
          {row.maySeeCopy && <p className={styles.soft}>{t("sealed-copy-kept")}</p>}
          {(row.purposes.length > 0 || row.mayAddCopy || row.mayErase) && (
            <div className={styles.sealedActions}>
              {row.purposes.length > 0 && (
                <Button
                  size="small"
                  onPress={() => onOpen(row)}
                  ariaLabel={t("sealed-open-one", { what: sealedStatus(row) })}
                >
                  {t("sealed-open")}
                </Button>
              )}
              {row.mayAddCopy && (
                <Button
                  size="small"
                  onPress={() => onCopy(row)}
                  ariaLabel={t("sealed-copy-add-one", { what: sealedStatus(row) })}
                >
                  {t("sealed-copy-add")}
                </Button>
              )}
              {row.mayErase && (
                <Button
                  size="small"
                  variant="plain"
                  onPress={() => onErase(row)}
                  ariaLabel={t("sealed-erase-one", { what: sealedStatus(row) })}
                >
                  {t("sealed-erase")}
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
      {because !== null && (records.length > 0 || !told) && (
        <p className={list.soft}>
          {sealedTo.length > 0 && t("sealed-to", { names: sealedTo.join(", ") })}{" "}
          <WhyNot why={because} about={title} />
        </p>
      )}
    </li>
  );
}
