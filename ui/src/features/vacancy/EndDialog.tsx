import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, ContactChannel, RejectionReason } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { capital } from "../../text/typed";
import { REJECTION_REASONS, reasonWord } from "../../text/words";
import { ConfirmNames } from "../decisions/ConfirmNames";
import { channelChoices } from "../decisions/channels";
import { draftWords } from "../decisions/draftWords";
import { type Decided, type EndKind, outcomeOf } from "./outcomes";

interface Props {
  how: EndKind;
  people: Decided[];
  /** The vacancy it is for, so that feedback can name it. */
  vacancyTitle: string;
  onClose: () => void;
  onDone?: () => void;
}

/** Records how applications ended: the reason where they were rejected, and the day of the decision. */
export function EndDialog({ how, people, vacancyTitle, onClose, onDone }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const end = useAct("end_applications", { errors: "caller" });
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const tell = useAct("tell_outcome", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);
  const [ticked, setTicked] = useState<readonly ApplicationId[]>([]);
  const [words, setWords] = useState("");
  const [channel, setChannel] = useState<ContactChannel | null>(null);

  // Several are turned down one by one, each name ticked by who decides.
  const isMany = how === "reject" && people.length > 1;
  const decided = isMany
    ? people.filter(({ application }) => ticked.includes(application))
    : people;
  const count = decided.length;
  const isTold = how === "reject" && !isMany && words.trim() !== "";
  const name = (decided[0] ?? people[0])?.name ?? "";
  const validate = () => [
    ...(how === "reject" && reason === null
      ? [{ field: "outcome.how", problem: t("vacancy-end-reason-missing") }]
      : []),
    ...(isMany && count === 0
      ? [{ field: "confirmed", problem: t("offers-confirm-missing") }]
      : []),
    ...(isTold && channel === null
      ? [{ field: "channel", problem: t("offers-tell-channel-missing") }]
      : []),
    ...(on === null ? [{ field: "outcome.on", problem: t("vacancy-end-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "outcome.on", problem: t("vacancy-end-on-future", { date: showDate(today) }) }]
      : []),
  ];

  const save = async () => {
    const applications = decided.map((one) => one.application);
    const done = await end.mutateAsync({
      applications,
      outcome: { how: outcomeOf(how, reason ?? "other"), on: on ?? today },
      confirmed: isMany ? applications : [],
    });
    const message = t(`vacancy-done-${how}`, { count, name });
    const [application] = applications;
    if (isTold && channel !== null && application !== undefined) {
      const told = { application, on: today, channel, words: words.trim() };
      // It has ended by now, whatever comes of this.
      const isKept = await tell.mutateAsync(told).then(
        () => true,
        () => false,
      );
      toast.show({ message: isKept ? message : t("offers-tell-failed", { name }), undo: null });
    } else toast.show({ message, undo: done.undo });
    onDone?.();
    onClose();
  };

  return (
    <FormDialog
      isSheet={how === "reject"}
      title={t(`vacancy-end-title-${how}`, { count: people.length, name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t(`vacancy-end-save-${how}`, { count, name })}
      cancel={t("vacancy-end-cancel")}
    >
      {isMany && <ConfirmNames people={people} value={ticked} onChange={setTicked} />}
      {how === "reject" && (
        <RadioField
          name="outcome.how"
          label={t("vacancy-end-reason")}
          hint={t("vacancy-end-reason-help")}
          options={REJECTION_REASONS.map((id) => ({ id, label: capital(reasonWord(id)) }))}
          value={reason}
          onChange={setReason}
        />
      )}
      <DateField
        name="outcome.on"
        label={t("vacancy-end-on")}
        hint={t("vacancy-end-on-help")}
        value={on}
        onChange={setOn}
      />
      {how === "reject" && !isMany && (
        <TextAreaField
          name="words"
          label={t("offers-feedback")}
          hint={t("offers-feedback-help")}
          isOptional
          rows={4}
          value={words}
          onChange={setWords}
        />
      )}
      {how === "reject" && !isMany && words === "" && reason !== null && (
        <div>
          <Button
            size="small"
            onPress={() => setWords(draftWords({ kind: "rejected", reason }, name, vacancyTitle))}
          >
            {t("offers-feedback-draft")}
          </Button>
        </div>
      )}
      {isTold && (
        <RadioField
          name="channel"
          label={t("offers-tell-channel")}
          options={channelChoices()}
          value={channel}
          onChange={setChannel}
        />
      )}
      <Notice tone="info" title={t("vacancy-end-clock-title")}>
        {t(how === "hired" ? "vacancy-end-clock-hired" : "vacancy-end-clock", { count })}
      </Notice>
    </FormDialog>
  );
}
