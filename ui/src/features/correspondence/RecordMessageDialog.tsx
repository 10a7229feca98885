import { useState } from "react";
import { useDropTarget } from "../../app/fileDrop";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import { call } from "../../ipc/call";
import type {
  ApplicationId,
  ApplicationView,
  CandidateId,
  ChosenMail,
  DocumentKind,
  MessageChannel,
  MessageDirection,
  MessagePurpose,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import { orNull } from "../../text/typed";
import { DOCUMENT_KINDS, sizeWord } from "../candidate/documentWords";
import styles from "./Correspondence.module.css";
import { CHANNELS, DIRECTIONS, PURPOSES } from "./messageWords";
import { Sensitive } from "./WriteDialog";

/** About no application by name. */
const NONE = "none";

interface Props {
  candidate: CandidateId;
  name: string;
  applications: readonly ApplicationView[];
  onClose: () => void;
}

/** Records a message that came in or went out elsewhere: pasted, or read from a file that a mail program saved. */
export function RecordMessageDialog({ candidate, name, applications, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_message", { errors: "caller" });
  const [mail, setMail] = useState<ChosenMail | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [direction, setDirection] = useState<MessageDirection>("in");
  const [channel, setChannel] = useState<MessageChannel>("email");
  const [purpose, setPurpose] = useState<MessagePurpose>("reply");
  const [about, setAbout] = useState<string>(applications[0]?.application ?? NONE);
  const [on, setOn] = useState<string | null>(today);
  const [correspondent, setCorrespondent] = useState("");
  const [subject, setSubject] = useState("");
  const [body, setBody] = useState("");
  const [taken, setTaken] = useState<ReadonlyMap<number, DocumentKind>>(new Map());
  const [topics, setTopics] = useState<Parameters<typeof Sensitive>[0]["topics"]>([]);
  const [confirmed, setConfirmed] = useState(false);

  const choose = async (dropped: boolean) => {
    try {
      const chosen = await call("choose_mail", { candidate, dropped });
      if (chosen.number === null) return;
      setFailure(null);
      setMail(chosen);
      setChannel("email");
      setDirection("in");
      setCorrespondent(chosen.from);
      setSubject(chosen.subject);
      setBody(chosen.body);
      setTaken(new Map());
      if (chosen.sentAt !== null) setOn(chosen.sentAt.slice(0, 10));
    } catch (thrown) {
      const { title, rest } = wordFailure(thrown);
      setFailure(`${title} ${rest}`);
    }
  };
  useDropTarget(t("correspondence-drop", { name }), () => void choose(true));

  const application = about === NONE ? null : (about as ApplicationId);
  const isOurs = direction === "out" || channel === "telephone" || channel === "inPerson";
  const validate = () => [
    ...(on === null ? [{ field: "on", problem: t("correspondence-on-missing") }] : []),
    ...(body.trim() === "" ? [{ field: "body", problem: t("correspondence-body-missing") }] : []),
  ];
  const save = async () => {
    if (on === null) return;
    if (isOurs && !confirmed) {
      const { sensitive } = await call("check_message", {
        candidate,
        application,
        purpose,
        subject,
        body,
        carriesNotice: false,
      });
      setTopics(sensitive);
      if (sensitive.length > 0) return;
    }
    await record.mutateAsync({
      candidate,
      application,
      direction,
      channel,
      purpose: direction === "in" ? "reply" : purpose,
      on,
      with: orNull(correspondent),
      subject: orNull(subject),
      body,
      confirmed,
      mail: mail?.number ?? null,
      attachments: [...taken].map(([place, kind]) => ({ place, kind })),
    });
    toast.show({ message: t("correspondence-recorded"), undo: null });
    onClose();
  };
  const take = (place: number, kind: DocumentKind | null) => {
    const next = new Map(taken);
    if (kind === null) next.delete(place);
    else next.set(place, kind);
    setTaken(next);
  };

  return (
    <FormDialog
      title={t("correspondence-record-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("correspondence-record-save")}
      cancel={t("candidate-cancel")}
      isSheet
    >
      {failure !== null && (
        <Notice tone="danger" isAlert>
          {failure}
        </Notice>
      )}
      <div>
        <Button icon="file" onPress={() => void choose(false)}>
          {t("correspondence-choose")}
        </Button>
      </div>
      <p>{t("correspondence-choose-what")}</p>
      {mail !== null && <Read mail={mail} taken={taken} onTake={take} />}
      <RadioField
        name="direction"
        label={t("correspondence-direction")}
        options={DIRECTIONS.map((way) => ({
          id: way,
          label: t("correspondence-direction-word", { direction: way }),
        }))}
        value={direction}
        onChange={setDirection}
      />
      <SelectField
        name="channel"
        label={t("correspondence-channel")}
        options={CHANNELS.map((way) => ({
          id: way,
          label: t("correspondence-channel-word", { channel: way }),
        }))}
        value={channel}
        onChange={setChannel}
      />
      {direction === "out" && (
        <SelectField
          name="purpose"
          label={t("correspondence-for")}
          options={PURPOSES.map((id) => ({
            id,
            label: t("correspondence-purpose", { purpose: id }),
          }))}
          value={purpose}
          onChange={setPurpose}
        />
      )}
      {applications.length > 0 && (
        <SelectField
          name="application"
          label={t("correspondence-application")}
          options={[
            ...applications.map((one) => ({
              id: one.application as string,
              label: one.vacancyTitle,
            })),
            { id: NONE, label: t("correspondence-application-none") },
          ]}
          value={about}
          onChange={setAbout}
        />
      )}
      <DateField name="on" label={t("correspondence-on")} value={on} onChange={setOn} />
      <Field
        name="with"
        label={t("correspondence-with-field", { direction })}
        value={correspondent}
        onChange={setCorrespondent}
        maxLength={200}
      />
      <Field
        name="subject"
        label={t("correspondence-subject-optional")}
        value={subject}
        onChange={setSubject}
        maxLength={200}
      />
      <TextAreaField
        name="body"
        label={t("correspondence-body")}
        hint={t("correspondence-body-hint")}
        rows={10}
        value={body}
        onChange={setBody}
      />
      {topics.length > 0 && (
        <Sensitive topics={topics} confirmed={confirmed} onConfirm={setConfirmed} />
      )}
    </FormDialog>
  );
}

interface ReadProps {
  mail: ChosenMail;
  taken: ReadonlyMap<number, DocumentKind>;
  onTake: (place: number, kind: DocumentKind | null) => void;
}

/* What was read from the file: whose it is, and its attachments, to be chosen one by one. */
function Read({ mail, taken, onTake }: ReadProps) {
  const t = useText();
  return (
    <>
      {!mail.isTheirs && (
        <Notice tone="warn">{t("correspondence-not-theirs", { from: mail.from })}</Notice>
      )}
      {mail.cut && <Notice tone="warn">{t("correspondence-cut")}</Notice>}
      {mail.leftOut > 0 && (
        <Notice tone="warn">{t("correspondence-left-out", { count: mail.leftOut })}</Notice>
      )}
      {mail.attachments.length > 0 && (
        <fieldset className={styles.attachment}>
          <legend>{t("correspondence-attachments")}</legend>
          {mail.attachments.map(({ name, bytes, problem }, place) => {
            const kind = taken.get(place) ?? null;
            const facts = t("documents-facts", { file: name, size: sizeWord(t, bytes) });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an attachment is known by its place
              <div key={place} className={styles.attachment}>
                <CheckField
                  label={<bdi>{facts}</bdi>}
                  {...(problem !== null && { hint: problem })}
                  isSelected={kind !== null}
                  isDisabled={problem !== null}
                  onChange={(isTaken) => onTake(place, isTaken ? "letter" : null)}
                />
                {kind !== null && (
                  <SelectField
                    label={t("correspondence-attachment-kind", { file: name })}
                    options={DOCUMENT_KINDS.map((id) => ({
                      id,
                      label: t("documents-kind", { kind: id }),
                    }))}
                    value={kind}
                    onChange={(chosen) => onTake(place, chosen)}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      )}
    </>
  );
}
