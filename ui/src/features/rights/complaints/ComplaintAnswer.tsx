import { useState } from "react";
import { Button } from "../../../components/Button";
import { Facts } from "../../../components/Facts";
import { Link } from "../../../components/Link";
import list from "../../../components/List.module.css";
import { Panel } from "../../../components/Panel";
import { useToast } from "../../../components/Toast";
import type {
  ComplaintFile,
  ComplaintStep,
  ComplaintView,
  TalkView,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import { ReportIncidentDialog } from "../ReportIncidentDialog";
import styles from "../Rights.module.css";
import { LinkDialog } from "./LinkDialog";
import { NoteDialog } from "./NoteDialog";
import { OutcomeDialog } from "./OutcomeDialog";
import { TalkDialog } from "./TalkDialog";

/** What is being done in a dialog. */
type Doing = ComplaintStep | "note" | "incident" | "link" | null;

interface Props {
  view: ComplaintView;
  /** Who complains and what was written, for those who may see it. */
  file: ComplaintFile | null;
}

/** The answer to a complaint, the next step first. */
export function ComplaintAnswer({ view, file }: Props) {
  const [doing, setDoing] = useState<Doing>(null);
  const onClose = () => setDoing(null);
  return (
    <>
      {view.mayKeep && view.next !== null && (
        <NextStep view={view} step={view.next} onDo={setDoing} />
      )}
      <div className={styles.panels}>
        <WhatTheySay view={view} file={file} onDo={setDoing} />
        {file !== null && !file.gone && <Notes view={view} file={file} onDo={setDoing} />}
        <Outcome view={view} file={file} onDo={setDoing} />
      </div>
      {(doing === "acknowledge" || doing === "tell") && (
        <TalkDialog view={view} what={doing} onClose={onClose} />
      )}
      {(doing === "note" || doing === "progress") && (
        <NoteDialog view={view} isTold={doing === "progress"} onClose={onClose} />
      )}
      {doing === "decide" && file !== null && (
        <OutcomeDialog view={view} file={file} onClose={onClose} />
      )}
      {doing === "link" && <LinkDialog view={view} onClose={onClose} />}
      {doing === "incident" && (
        <ReportIncidentDialog begun={{ noticedOn: view.received.on }} onClose={onClose} />
      )}
    </>
  );
}

interface NextProps {
  view: ComplaintView;
  step: ComplaintStep;
  onDo: (doing: Doing) => void;
}

function NextStep({ view, step, onDo }: NextProps) {
  const t = useText();
  return (
    <Panel title={t("complaints-next")}>
      <div className={styles.next}>
        <div className={styles.nextWords}>
          <p className={styles.nextTitle}>{t("complaints-step", { step })}</p>
          <p className={list.soft}>{t("complaints-step-why", { step })}</p>
        </div>
        <div className={styles.actions}>
          {step === "tell" && <SaveLetter view={view} />}
          {step === "acknowledge" && <SaveReceipt view={view} />}
          <Button variant="primary" onPress={() => onDo(step)}>
            {t("complaints-step-do", { step })}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function SaveLetter({ view }: { view: ComplaintView }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_outcome_letter");
  const save = async () => {
    const { saved } = await mutateAsync({ complaint: view.complaint });
    if (saved) toast.show({ message: t("complaints-letter-saved"), undo: null });
  };
  return (
    <Button icon="file" isDisabled={isPending} onPress={save}>
      {t("complaints-letter-save")}
    </Button>
  );
}

function SaveReceipt({ view }: { view: ComplaintView }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_complaint_receipt");
  const save = async () => {
    const { saved } = await mutateAsync({ complaint: view.complaint });
    if (saved) toast.show({ message: t("complaints-letter-saved"), undo: null });
  };
  return (
    <Button icon="file" isDisabled={isPending} onPress={save}>
      {t("complaints-receipt-save")}
    </Button>
  );
}

interface PartProps extends Props {
  onDo: (doing: Doing) => void;
}

function WhatTheySay({ view, file, onDo }: PartProps) {
  const t = useText();
  const talk = ({ on, how }: TalkView) =>
    t("complaints-talk", { date: showDate(on), channel: how });
  const isIncident = view.topic === "shared" || view.topic === "insecure";
  return (
    <Panel
      title={t("complaints-said")}
      {...(isIncident && {
        actions: (
          <Button size="small" icon="warning" onPress={() => onDo("incident")}>
            {t("complaints-report-incident")}
          </Button>
        ),
      })}
    >
      <div className={styles.answer}>
        {file !== null && file.said !== "" && <p className={styles.words}>{file.said}</p>}
        <Facts
          facts={[
            ...(file?.name == null
              ? []
              : [
                  {
                    label: t("complaints-who"),
                    value:
                      file.candidate === null ? (
                        file.name
                      ) : (
                        <Link to={{ at: "candidate", id: file.candidate }}>{file.name}</Link>
                      ),
                  },
                ]),
            { label: t("complaints-received"), value: talk(view.received) },
            {
              label: t("complaints-acknowledged"),
              value:
                view.acknowledged === null
                  ? t("complaints-not-acknowledged")
                  : talk(view.acknowledged),
            },
            ...(file?.against == null
              ? []
              : [{ label: t("complaints-against"), value: file.against }]),
            ...(view.request === null
              ? []
              : [
                  {
                    label: t("complaints-request"),
                    value: (
                      <Link to={{ at: "request", id: view.request.request }}>
                        {view.request.number}
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
        {view.mayKeep && (
          <div className={styles.actions}>
            <Button size="small" onPress={() => onDo("link")}>
              {t(view.request === null ? "complaints-link" : "complaints-link-anew")}
            </Button>
          </div>
        )}
        {file !== null && file.candidate !== null && (
          <p className={list.soft}>
            {t("complaints-kept", { open: view.next === null ? "no" : "yes" })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Notes({
  view,
  file,
  onDo,
}: {
  view: ComplaintView;
  file: ComplaintFile;
  onDo: PartProps["onDo"];
}) {
  const t = useText();
  return (
    <Panel
      title={t("complaints-notes")}
      {...(view.mayKeep && {
        actions: (
          <Button size="small" icon="edit" onPress={() => onDo("note")}>
            {t("complaints-note")}
          </Button>
        ),
      })}
    >
      <div className={styles.answer}>
        {file.notes.length === 0 ? (
          <p className={list.soft}>{t("complaints-notes-none")}</p>
        ) : (
          <ul className={styles.answer}>
            {file.notes.map(({ told, on, by, words }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes are added at the end and have no other name
              <li key={place}>
                <p className={list.soft}>
                  {t("complaints-note-by", { date: showDate(on), by, told: told ? "yes" : "no" })}
                </p>
                <p className={styles.words}>{words}</p>
              </li>
            ))}
          </ul>
        )}
        {view.progressBy !== null && (
          <p className={list.soft}>
            {t("complaints-progress-by", { date: showDate(view.progressBy) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Outcome({ view, file, onDo }: PartProps) {
  const t = useText();
  const { outcome, decidedBy, changes, told } = view;
  return (
    <Panel
      title={t("complaints-outcome-panel")}
      {...(view.mayKeep &&
        view.next !== "acknowledge" && {
          actions: (
            <Button size="small" onPress={() => onDo("decide")}>
              {t(outcome === null ? "complaints-decide" : "complaints-decide-anew")}
            </Button>
          ),
        })}
    >
      {outcome === null ? (
        <p className={list.soft}>{t("complaints-outcome-none")}</p>
      ) : (
        <div className={styles.answer}>
          <Facts
            facts={[
              {
                label: t("complaints-outcome"),
                value: t("complaints-outcome-is", { outcome }),
              },
              { label: t("complaints-decided-by"), value: decidedBy },
              {
                label: t("complaints-told"),
                value:
                  told === null
                    ? t("complaints-not-told")
                    : t("complaints-talk", { date: showDate(told.on), channel: told.how }),
              },
            ]}
          />
          {file !== null && file.reasons !== "" && <p className={styles.words}>{file.reasons}</p>}
          {changes !== "" && (
            <p className={styles.words}>{t("complaints-changes-are", { changes })}</p>
          )}
        </div>
      )}
    </Panel>
  );
}
