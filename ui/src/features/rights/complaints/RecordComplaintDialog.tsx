import { useState } from "react";
import { go } from "../../../app/places";
import { useSession } from "../../../app/session";
import { DateField } from "../../../components/DateField";
import { Field } from "../../../components/Field";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { SelectField } from "../../../components/SelectField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type {
  AccountId,
  CandidateId,
  Complainant,
  ComplaintTopic,
  FieldProblem,
  IncidentAccount,
  MessageChannel,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import { CHANNELS } from "../incidentWords";
import { TOPICS, topicWord } from "./complaintWords";
import { FindCandidate } from "./FindCandidate";

interface Props {
  /** Whom of the organisation it can be about. */
  accounts: readonly IncidentAccount[];
  onClose: () => void;
}

/** Enters a complaint, however it came. */
export function RecordComplaintDialog({ accounts, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_complaint", { errors: "caller" });
  const [who, setWho] = useState<Complainant["kind"] | null>("candidate");
  const [candidate, setCandidate] = useState<CandidateId | null>(null);
  const [name, setName] = useState("");
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const [how, setHow] = useState<MessageChannel | null>(null);
  const [topic, setTopic] = useState<ComplaintTopic | null>(null);
  const [words, setWords] = useState("");
  const [against, setAgainst] = useState<AccountId | "nobody">("nobody");
  const from = complainantOf(who, candidate, name);

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) =>
      problems.push({ field: `complaint.${field}`, problem: t(id) });
    if (from === null) {
      add(
        who === "other" ? "from.name" : "from.candidate",
        who === "other" ? "complaints-name-missing" : "complaints-found-missing",
      );
    }
    if (receivedOn === null) add("receivedOn", "complaints-day-missing");
    if (how === null) add("how", "complaints-how-missing");
    if (topic === null) add("topic", "complaints-topic-missing");
    if (words.trim() === "") add("words", "complaints-words-missing");
    return problems;
  };
  const save = async () => {
    if (from === null || receivedOn === null || how === null || topic === null) return;
    const { complaint, number, dueOn, undo } = await record.mutateAsync({
      complaint: {
        receivedOn,
        how,
        from,
        topic,
        words: words.trim(),
        against: against === "nobody" ? null : against,
      },
    });
    toast.show({ message: t("complaints-recorded", { number, due: showDate(dueOn) }), undo });
    onClose();
    go({ at: "complaint", id: complaint });
  };

  return (
    <FormDialog
      isSheet
      title={t("complaints-record-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("complaints-record-save")}
      cancel={t("complaints-cancel")}
    >
      <p>{t("complaints-record-what")}</p>
      <RadioField<Complainant["kind"]>
        name="complaint.from"
        label={t("complaints-who")}
        options={(["candidate", "other"] as const).map((id) => ({
          id,
          label: t("complaints-who-is", { who: id }),
        }))}
        value={who}
        onChange={setWho}
      />
      {who === "candidate" ? (
        <FindCandidate name="complaint.from.candidate" value={candidate} onChange={setCandidate} />
      ) : (
        <Field
          name="complaint.from.name"
          label={t("complaints-name")}
          value={name}
          onChange={setName}
        />
      )}
      <DateField
        name="complaint.receivedOn"
        label={t("complaints-received-on")}
        value={receivedOn}
        onChange={setReceivedOn}
      />
      <RadioField
        name="complaint.how"
        label={t("complaints-received-how")}
        options={CHANNELS.map((id) => ({ id, label: t("complaints-channel", { channel: id }) }))}
        value={how}
        onChange={setHow}
      />
      <RadioField
        name="complaint.topic"
        label={t("complaints-about")}
        options={TOPICS.map((id) => ({ id, label: topicWord(id) }))}
        value={topic}
        onChange={setTopic}
      />
      <TextAreaField
        name="complaint.words"
        label={t("complaints-words")}
        hint={t("complaints-words-hint")}
        value={words}
        onChange={setWords}
      />
      <SelectField<AccountId | "nobody">
        name="complaint.against"
        label={t("complaints-against")}
        hint={t("complaints-against-hint")}
        options={[
          { id: "nobody" as const, label: t("complaints-against-nobody") },
          ...accounts.map(({ account, name: label }) => ({ id: account, label })),
        ]}
        value={against}
        onChange={setAgainst}
      />
    </FormDialog>
  );
}

function complainantOf(
  who: Complainant["kind"] | null,
  candidate: CandidateId | null,
  name: string,
): Complainant | null {
  if (who === "other") return name.trim() === "" ? null : { kind: "other", name: name.trim() };
  return candidate === null ? null : { kind: "candidate", candidate };
}
