import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, OfferView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

/** A step of an offer that a day belongs to. */
export type DayStep = "make" | "answer" | "withdraw";

interface Props {
  step: DayStep;
  application: ApplicationId;
  name: string;
  offer: OfferView;
  onClose: () => void;
}

/** Records that an offer was made, answered or withdrawn, and on which day. */
export function OfferStepDialog({ step, application, name, offer: view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const make = useAct("make_offer", { errors: "caller" });
  const record = useAct("answer_offer", { errors: "caller" });
  const [answer, setAnswer] = useState<"accepted" | "declined" | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const offer = { offer: view.offer, revision: view.revision };
  const first = view.madeOn;

  const validate = () => [
    ...(step === "answer" && answer === null
      ? [{ field: "answer", problem: t("offers-answer-missing") }]
      : []),
    ...(on === null ? [{ field: "on", problem: t("offers-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("offers-on-future", { date: showDate(today) }) }]
      : []),
    ...(on !== null && first !== null && on < first
      ? [{ field: "on", problem: t("offers-on-early", { date: showDate(first) }) }]
      : []),
  ];
  const save = async () => {
    const day = on ?? today;
    const said = step === "withdraw" ? "withdrawn" : answer;
    const { undo } =
      step === "make" || said === null
        ? await make.mutateAsync({ application, offer, on: day })
        : await record.mutateAsync({ application, offer, answer: said, on: day });
    toast.show({ message: t("offers-step-done", { step: said ?? "made", name }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("offers-step-title", { step, name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("offers-step-save", { step })}
      cancel={t("offers-cancel")}
    >
      {step === "answer" && (
        <RadioField
          name="answer"
          label={t("offers-answer")}
          options={[
            { id: "accepted", label: t("offers-answer-accepted") },
            { id: "declined", label: t("offers-answer-declined") },
          ]}
          value={answer}
          onChange={setAnswer}
        />
      )}
      <DateField name="on" label={t("offers-step-on", { step })} value={on} onChange={setOn} />
      {step !== "make" && (
        <Notice tone="info" title={t("offers-clock-title")}>
          {t("offers-clock", { what: step === "withdraw" ? "withdrawn" : (answer ?? "none") })}
        </Notice>
      )}
    </FormDialog>
  );
}
