import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { ContactChannel, ReserveMatch, VacancyId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { contactWord } from "../../text/words";
import { channelChoices } from "../decisions/channels";

interface Props {
  vacancy: VacancyId;
  title: string;
  match: ReserveMatch;
  /** Writes to them instead: what is handed over is recorded by itself. */
  onWrite: () => void;
  onClose: () => void;
}

/** Records that somebody on the list was contacted about a vacancy: how they like it stands first. */
export function ContactDialog({ vacancy, title, match, onWrite, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_contact", { errors: "caller" });
  const { candidate, entry, name, preferred, endsOn } = match;
  const [channel, setChannel] = useState<ContactChannel | null>(preferred);
  const [on, setOn] = useState<string | null>(today);

  const validate = () => [
    ...(channel === null ? [{ field: "channel", problem: t("matches-channel-missing") }] : []),
    ...(on === null ? [{ field: "on", problem: t("matches-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("matches-on-future", { date: showDate(today) }) }]
      : []),
  ];
  const save = async () => {
    if (channel === null) return;
    const { undo } = await record.mutateAsync({
      candidate,
      entry,
      vacancy,
      on: on ?? today,
      channel,
    });
    toast.show({ message: t("matches-contact-done", { name }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("matches-contact-title", { name, vacancy: title })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("matches-contact-save")}
      cancel={t("matches-cancel")}
    >
      <p>{t("matches-contact-what", { date: showDate(endsOn) })}</p>
      <RadioField
        name="channel"
        label={t("matches-channel")}
        {...(preferred !== null && {
          hint: t("matches-channel-preferred", { way: contactWord(preferred) }),
        })}
        options={channelChoices(preferred)}
        value={channel}
        onChange={setChannel}
      />
      {channel === "email" && match.mayWrite && (
        <Notice
          tone="info"
          actions={
            <Button size="small" icon="edit" onPress={onWrite}>
              {t("matches-write")}
            </Button>
          }
        >
          {t("matches-write-what")}
        </Notice>
      )}
      <DateField name="on" label={t("matches-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
