import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, ContactChannel, OutcomeKind } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { channelChoices } from "./channels";
import { draftWords } from "./draftWords";

interface Props {
  application: ApplicationId;
  how: OutcomeKind;
  name: string;
  vacancyTitle: string;
  onClose: () => void;
}

/** Records what a candidate was told of an outcome, from words drafted by it; the program tells nobody anything. */
export function TellDialog({ application, how, name, vacancyTitle, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const tell = useAct("tell_outcome", { errors: "caller" });
  const [words, setWords] = useState(() => draftWords(how, name, vacancyTitle));
  const [channel, setChannel] = useState<ContactChannel | null>(null);
  const [on, setOn] = useState<string | null>(today);

  const validate = () => [
    ...(words.trim() === "" ? [{ field: "words", problem: t("offers-tell-words-missing") }] : []),
    ...(channel === null ? [{ field: "channel", problem: t("offers-tell-channel-missing") }] : []),
    ...(on === null ? [{ field: "on", problem: t("offers-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("offers-on-future", { date: showDate(today) }) }]
      : []),
  ];
  const save = async () => {
    if (channel === null) return;
    const { undo } = await tell.mutateAsync({
      application,
      on: on ?? today,
      channel,
      words: words.trim(),
    });
    toast.show({ message: t("offers-tell-done", { name }), undo });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("offers-tell-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("offers-tell-save")}
      cancel={t("offers-cancel")}
    >
      <TextAreaField
        name="words"
        label={t("offers-tell-words")}
        hint={t("offers-tell-words-help")}
        rows={9}
        value={words}
        onChange={setWords}
      />
      <RadioField
        name="channel"
        label={t("offers-tell-channel")}
        options={channelChoices()}
        value={channel}
        onChange={setChannel}
      />
      <DateField name="on" label={t("offers-tell-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
