import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { CandidateId, ContactOutcome, ContactView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

const OUTCOMES: readonly ContactOutcome[] = ["interested", "notNow", "noReply", "askedToLeave"];

interface Props {
  candidate: CandidateId;
  name: string;
  contact: ContactView;
  onClose: () => void;
}

/** Records what came of contacting somebody, and what follows from it. */
export function AnswerContactDialog({ candidate, name, contact: view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const answer = useAct("answer_contact", { errors: "caller" });
  const [outcome, setOutcome] = useState<ContactOutcome | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const { contact, vacancyTitle, contactedOn } = view;

  const validate = () => [
    ...(outcome === null ? [{ field: "outcome", problem: t("matches-outcome-missing") }] : []),
    ...(on === null ? [{ field: "on", problem: t("matches-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("matches-on-future", { date: showDate(today) }) }]
      : []),
    ...(on !== null && on < contactedOn
      ? [{ field: "on", problem: t("matches-on-early", { date: showDate(contactedOn) }) }]
      : []),
  ];
  const save = async () => {
    if (outcome === null) return;
    const { undo } = await answer.mutateAsync({ candidate, contact, outcome, on: on ?? today });
    toast.show({
      message: t("matches-answer-done", { outcome, name, vacancy: vacancyTitle }),
      undo,
    });
    onClose();
  };
  return (
    <FormDialog
      title={t("matches-answer-title", { name, vacancy: vacancyTitle })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("matches-answer-save")}
      cancel={t("matches-cancel")}
    >
      <RadioField
        name="outcome"
        label={t("matches-what-came")}
        options={OUTCOMES.map((id) => ({
          id,
          label: t("matches-came", { outcome: id }),
          hint: t("matches-came-hint", { outcome: id }),
        }))}
        value={outcome}
        onChange={setOutcome}
      />
      <DateField name="on" label={t("matches-answered-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
