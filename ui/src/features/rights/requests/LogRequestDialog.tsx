import { useState } from "react";
import { go } from "../../../app/places";
import { useSession } from "../../../app/session";
import { CheckGroupField } from "../../../components/CheckGroupField";
import { DateField } from "../../../components/DateField";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { SelectField } from "../../../components/SelectField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type {
  CandidateId,
  FieldProblem,
  RequestChannel,
  Right,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { FindPerson } from "./FindPerson";
import { CHANNELS, channelWord, RIGHTS, rightWord } from "./requestWords";

type Who = "here" | "notHere";

interface Props {
  onClose: () => void;
}

/** Logs a request in one step: what is asked, by whom, when and how it came in. */
export function LogRequestDialog({ onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const log = useAct("log_request", { errors: "caller" });
  const [rights, setRights] = useState<readonly Right[]>([]);
  const [who, setWho] = useState<Who>("here");
  const [candidate, setCandidate] = useState<CandidateId | null>(null);
  const [asker, setAsker] = useState("");
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const [channel, setChannel] = useState<RequestChannel | null>(null);
  const [asked, setAsked] = useState("");
  const needsAsker = who === "notHere" || channel === "throughSomebody";

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (rights.length === 0) add("rights", "requests-rights-missing");
    if (who === "here" && candidate === null) add("candidate", "requests-about-missing");
    if (who === "notHere" && asker.trim() === "") add("asker", "requests-asker-missing");
    if (receivedOn === null) add("receivedOn", "requests-day-missing");
    if (channel === null) add("channel", "requests-channel-missing");
    return problems;
  };
  const save = async () => {
    if (receivedOn === null || channel === null) return;
    const { request, number } = await log.mutateAsync({
      candidate: who === "here" ? candidate : null,
      asker: needsAsker ? asker.trim() : "",
      receivedOn,
      channel,
      rights: [...rights],
      asked: asked.trim(),
    });
    toast.show({ message: t("requests-logged", { number }), undo: null });
    onClose();
    go({ at: "request", id: request });
  };

  return (
    <FormDialog
      isSheet
      title={t("requests-log")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("requests-log-save")}
      cancel={t("requests-cancel")}
    >
      <p>{t("requests-log-what")}</p>
      <CheckGroupField<Right>
        name="rights"
        label={t("requests-rights")}
        options={RIGHTS.map((id) => ({ id, label: rightWord(id) }))}
        value={rights}
        onChange={setRights}
      />
      <RadioField<Who>
        name="who"
        label={t("requests-who")}
        options={(["here", "notHere"] as const).map((id) => ({
          id,
          label: t("requests-who-is", { who: id }),
        }))}
        value={who}
        onChange={setWho}
      />
      {who === "here" && <FindPerson name="candidate" value={candidate} onChange={setCandidate} />}
      <SelectField<RequestChannel>
        name="channel"
        label={t("requests-channel-label")}
        options={CHANNELS.map((id) => ({ id, label: channelWord(id) }))}
        value={channel}
        onChange={setChannel}
      />
      {needsAsker && (
        <TextAreaField
          name="asker"
          label={t("requests-asker")}
          hint={t("requests-asker-hint")}
          value={asker}
          onChange={setAsker}
        />
      )}
      <DateField
        name="receivedOn"
        label={t("requests-received-on")}
        hint={t("requests-received-hint")}
        value={receivedOn}
        onChange={setReceivedOn}
      />
      <TextAreaField
        isOptional
        name="asked"
        label={t("requests-asked")}
        value={asked}
        onChange={setAsked}
      />
    </FormDialog>
  );
}
