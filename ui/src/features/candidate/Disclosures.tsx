import { useState } from "react";
import { Button } from "../../components/Button";
import { FormDialog } from "../../components/FormDialog";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type {
  CandidateId,
  CandidateView,
  DisclosureGroundsView,
  DisclosureView,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { basisWord, mechanismWord } from "../sharing/sharingWords";
import styles from "./Candidate.module.css";
import { LEGAL } from "./disclosureForm";
import { categoryWord, classWord, purposeWord } from "./disclosureWords";
import { RecordDisclosureDialog } from "./RecordDisclosureDialog";

type Doing = { what: "record" } | { what: "takeBack"; row: DisclosureView } | null;

interface Props {
  view: CandidateView;
}

/** What of a candidate was given to somebody outside, who is told when it is erased. */
export function Disclosures({ view }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const mayRecord = view.may.includes("recordDisclosure");
  const onClose = () => setDoing(null);
  return (
    <Panel
      title={t("disclosures-title")}
      actions={
        mayRecord && (
          <Button size="small" icon="plus" onPress={() => setDoing({ what: "record" })}>
            {t("disclosures-record")}
          </Button>
        )
      }
    >
      <Shown of={view.disclosures} about={t("disclosures-title")}>
        {({ disclosures }) => (
          <>
            {disclosures.length === 0 ? (
              <p className={styles.none}>{t("disclosures-none")}</p>
            ) : (
              <ul className={list.rows}>
                {disclosures.map((row) => (
                  <DisclosureRow
                    key={row.disclosure}
                    row={row}
                    {...(mayRecord && { onTakeBack: () => setDoing({ what: "takeBack", row }) })}
                  />
                ))}
              </ul>
            )}
            {doing?.what === "record" && <RecordDisclosureDialog view={view} onClose={onClose} />}
          </>
        )}
      </Shown>
      {doing?.what === "takeBack" && (
        <TakeBackDialog candidate={view.candidate} row={doing.row} onClose={onClose} />
      )}
    </Panel>
  );
}

interface RowProps {
  row: DisclosureView;
  onTakeBack?: () => void;
}

function DisclosureRow({ row, onTakeBack }: RowProps) {
  const t = useText();
  const { recipient, vacancyTitle } = row;
  const date = showDate(row.on);
  const purpose = purposeWord(row.purpose);
  return (
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>{recipient}</span>
        <span className={list.soft}>{t("disclosures-given", { date })}</span>
      </div>
      <p className={list.soft}>{categoryWord(row.category)}</p>
      <p className={list.soft}>
        {vacancyTitle === null
          ? purpose
          : t("disclosures-for-application", { purpose, vacancy: vacancyTitle })}
      </p>
      <p>{row.classes.map(classWord).join(", ")}</p>
      {row.grounds !== null && <Grounds grounds={row.grounds} />}
      <p className={list.soft}>{t("disclosures-recorded-by", { by: row.recordedBy })}</p>
      {onTakeBack !== undefined && (
        <Button
          size="small"
          onPress={onTakeBack}
          ariaLabel={t("disclosures-take-back-one", { recipient, date })}
        >
          {t("disclosures-take-back")}
        </Button>
      )}
    </li>
  );
}

/* What it rests on, and what was said of it. */
function Grounds({ grounds }: { grounds: DisclosureGroundsView }) {
  const t = useText();
  const { basis, agreement, mechanism, relevance, reason, legal } = grounds;
  const said = [
    basisWord(basis),
    agreement !== null && t("disclosures-record-agreement", { agreement }),
    mechanism !== null && mechanismWord(mechanism),
    relevance !== null && t("disclosures-relevance", { relevance }),
    reason !== null && t("disclosures-reason", { reason }),
    ...LEGAL.map((field) => {
      const words = legal?.[field] ?? null;
      return words !== null && `${t("disclosures-legal", { field })}: ${words}`;
    }),
  ].filter((words) => words !== false);
  return said.map((words) => (
    <p key={words} className={list.soft}>
      {words}
    </p>
  ));
}

interface TakeBackProps {
  candidate: CandidateId;
  row: DisclosureView;
  onClose: () => void;
}

/* Asks first: whoever is taken off this list is never told. */
function TakeBackDialog({ candidate, row, onClose }: TakeBackProps) {
  const t = useText();
  const toast = useToast();
  const takeBack = useAct("take_back_disclosure", { errors: "caller" });
  const { disclosure, recipient } = row;
  const remove = async () => {
    await takeBack.mutateAsync({ candidate, disclosure });
    toast.show({ message: t("disclosures-taken-back", { recipient }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      isDanger
      title={t("disclosures-take-back-title", { recipient })}
      onClose={onClose}
      onSubmit={remove}
      submit={t("disclosures-take-back-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("disclosures-take-back-what", { recipient })}</p>
    </FormDialog>
  );
}
