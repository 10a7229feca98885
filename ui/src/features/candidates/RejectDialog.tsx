import { useId, useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { DateField } from "../../components/DateField";
import { Dialog } from "../../components/Dialog";
import { Form } from "../../components/Form";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type {
  ApplicationId,
  CandidateRow,
  FieldProblem,
  RejectionReason,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { capital } from "../../text/typed";
import { REJECTION_REASONS, reasonWord } from "../../text/words";
import { ConfirmNames } from "../decisions/ConfirmNames";

interface Props {
  isOpen: boolean;
  people: readonly CandidateRow[];
  onClose: () => void;
  onDone: () => void;
}

/** Turns people down, with the reason that remains as a figure and the day their six months run from. */
export function RejectDialog({ isOpen, people, onClose, onDone }: Props) {
  const t = useText();
  const form = useId();
  const toast = useToast();
  const { today } = useSession();
  const end = useAct("end_applications", { errors: "caller" });
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [ticked, setTicked] = useState<readonly ApplicationId[]>([]);
  const isMany = people.length > 1;
  const named = people.flatMap(({ name, latest }) =>
    latest === null ? [] : [{ application: latest.application, name }],
  );
  const decided = isMany ? named.filter((one) => ticked.includes(one.application)) : named;
  const count = decided.length;

  function validate(): FieldProblem[] {
    const problems: FieldProblem[] = [];
    if (reason === null) {
      problems.push({
        field: "outcome.how.reason",
        problem: t("candidates-reject-reason-missing"),
      });
    }
    if (isMany && count === 0) {
      problems.push({ field: "confirmed", problem: t("offers-confirm-missing") });
    }
    if (on === null) {
      problems.push({ field: "outcome.on", problem: t("candidates-reject-on-missing") });
    }
    return problems;
  }

  async function submit() {
    if (reason === null || on === null) return;
    const applications = decided.map(({ application }) => application);
    const { undo } = await end.mutateAsync({
      applications,
      outcome: { how: { kind: "rejected", reason }, on },
      confirmed: isMany ? applications : [],
    });
    const [first] = decided;
    toast.show({ message: t("candidates-rejected", { count, name: first?.name ?? "" }), undo });
    onClose();
    onDone();
  }

  return (
    <Dialog
      title={t("candidates-bulk-reject", { count: people.length })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("components-cancel")}</Button>
          <Button variant="primary" type="submit" form={form} isDisabled={end.isPending}>
            {t("candidates-bulk-reject", { count })}
          </Button>
        </>
      }
    >
      <Form id={form} validate={validate} onSubmit={submit}>
        {isMany && <ConfirmNames people={named} value={ticked} onChange={setTicked} />}
        <RadioField
          label={t("candidates-reject-reason")}
          hint={t("candidates-reject-reason-hint")}
          name="outcome.how.reason"
          options={REJECTION_REASONS.map((id) => ({ id, label: capital(reasonWord(id)) }))}
          value={reason}
          onChange={setReason}
        />
        <DateField
          label={t("candidates-reject-on")}
          hint={t("candidates-reject-on-hint")}
          name="outcome.on"
          value={on}
          onChange={setOn}
        />
      </Form>
    </Dialog>
  );
}
