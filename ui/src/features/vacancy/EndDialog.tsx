import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { RejectionReason } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { REJECTION_REASONS, reasonWord } from "../../text/words";
import { type Decided, type EndKind, outcomeOf } from "./outcomes";

interface Props {
  how: EndKind;
  people: Decided[];
  onClose: () => void;
  onDone?: () => void;
}

/** Records how applications ended: the reason where they were rejected, and the day of the decision. */
export function EndDialog({ how, people, onClose, onDone }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const end = useAct("end_applications", { errors: "caller" });
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const [on, setOn] = useState<string | null>(today);

  const count = people.length;
  const name = people[0]?.name ?? "";
  const validate = () => [
    ...(how === "reject" && reason === null
      ? [{ field: "outcome.how", problem: t("vacancy-end-reason-missing") }]
      : []),
    ...(on === null ? [{ field: "outcome.on", problem: t("vacancy-end-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "outcome.on", problem: t("vacancy-end-on-future", { date: showDate(today) }) }]
      : []),
  ];

  const save = async () => {
    const done = await end.mutateAsync({
      applications: people.map((one) => one.application),
      outcome: { how: outcomeOf(how, reason ?? "other"), on: on ?? today },
    });
    toast.show({ message: t(`vacancy-done-${how}`, { count, name }), undo: done.undo });
    onDone?.();
    onClose();
  };

  return (
    <FormDialog
      title={t(`vacancy-end-title-${how}`, { count, name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t(`vacancy-end-save-${how}`, { count, name })}
      cancel={t("vacancy-end-cancel")}
    >
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
      <Notice tone="info" title={t("vacancy-end-clock-title")}>
        {t(how === "hired" ? "vacancy-end-clock-hired" : "vacancy-end-clock", { count })}
      </Notice>
    </FormDialog>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
