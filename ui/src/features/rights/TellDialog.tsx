import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type {
  AnswerView,
  IncidentView,
  MessageChannel,
  NotTold,
  Telling,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { CHANNELS, EXCEPTIONS } from "./incidentWords";

type Way = "told" | NotTold;

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Notes that the people affected were told, or which exception there is. */
export function TellDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const tell = useAct("tell_affected", { errors: "caller" });
  const [way, setWay] = useState<Way | null>("told");
  const [on, setOn] = useState<string | null>(today);
  const [how, setHow] = useState<MessageChannel | null>(null);
  const { incident, revision } = view;

  const validate = () => {
    if (way !== "told") return [];
    if (how === null) return [{ field: "telling.how", problem: t("incidents-tell-how-missing") }];
    return on === null ? [{ field: "telling.on", problem: t("incidents-day-missing") }] : [];
  };
  const save = async () => {
    const telling = tellingOf(way, on, how);
    if (telling === null) return;
    await tell.mutateAsync({ incident, revision, telling });
    toast.show({ message: t("incidents-told"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("incidents-tell-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-tell-save")}
      cancel={t("incidents-cancel")}
    >
      <p>{t("incidents-tell-what")}</p>
      <RadioField<Way>
        name="telling.kind"
        label={t("incidents-tell-way")}
        options={(["told", ...EXCEPTIONS] as const).map((id) => ({
          id,
          label:
            id === "told"
              ? t("incidents-tell-all", { count: answer.untold })
              : t("incidents-exception", { because: id }),
        }))}
        value={way}
        onChange={setWay}
      />
      {way === "told" && (
        <>
          <RadioField
            name="telling.how"
            label={t("incidents-tell-how")}
            options={CHANNELS.map((id) => ({ id, label: t("incidents-channel", { channel: id }) }))}
            value={how}
            onChange={setHow}
          />
          <DateField name="telling.on" label={t("incidents-tell-on")} value={on} onChange={setOn} />
        </>
      )}
    </FormDialog>
  );
}

function tellingOf(way: Way | null, on: string | null, how: MessageChannel | null): Telling | null {
  if (way === null) return null;
  if (way !== "told") return { kind: "notTold", because: way };
  return on === null || how === null ? null : { kind: "told", on, how, candidates: null };
}
