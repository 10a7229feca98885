import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { AnswerView, IcoDecision, IncidentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { orNull } from "../../text/typed";
import { checkWhen } from "./incidentForm";

type Kind = IcoDecision["kind"];

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Records that the ICO was told, or that it is not, with the reasons. */
export function DecideDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const decide = useAct("decide_incident", { errors: "caller" });
  const before = answer.decision;
  const told = before?.kind === "reported" ? before : null;
  const risk = answer.assessment?.risk;
  const [kind, setKind] = useState<Kind | null>(
    risk === "unlikely" ? (before?.kind ?? null) : "reported",
  );
  const [on, setOn] = useState<string | null>(told?.on ?? today);
  const [at, setAt] = useState(told?.at ?? "");
  const [reference, setReference] = useState(told?.reference ?? "");
  const [late, setLate] = useState(told?.late ?? "");
  const [reasons, setReasons] = useState(before?.kind === "notReported" ? before.reasons : "");
  const { incident, revision, clock } = view;

  const validate = () => {
    if (kind === null) return [{ field: "decision.kind", problem: t("incidents-decide-missing") }];
    if (kind === "reported") {
      return checkWhen(on, at, { on: "decision.on", at: "decision.at" });
    }
    return reasons.trim() === ""
      ? [{ field: "decision.reasons", problem: t("incidents-decide-reasons-missing") }]
      : [];
  };
  const save = async () => {
    if (kind === null || on === null) return;
    const decision: IcoDecision =
      kind === "reported"
        ? { kind, on, at: at.trim(), reference: orNull(reference), late: late.trim() }
        : { kind, reasons: reasons.trim() };
    await decide.mutateAsync({ incident, revision, decision });
    toast.show({ message: t("incidents-decided", { kind }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("incidents-decide-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-decide-save")}
      cancel={t("incidents-cancel")}
    >
      <p>
        {t("incidents-decide-what", { due: showDateTime(clock.dueAt), risk: risk ?? "unlikely" })}
      </p>
      {risk === "unlikely" && (
        <RadioField<Kind>
          name="decision.kind"
          label={t("incidents-decision")}
          options={(["notReported", "reported"] as const).map((id) => ({
            id,
            label: t("incidents-decision-is", { kind: id }),
          }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {kind === "reported" && (
        <>
          <DateField
            name="decision.on"
            label={t("incidents-decide-on")}
            value={on}
            onChange={setOn}
          />
          <Field
            name="decision.at"
            label={t("incidents-decide-at")}
            hint={t("incidents-time-hint")}
            width="short"
            maxLength={5}
            value={at}
            onChange={setAt}
          />
          <Field
            isOptional
            name="decision.reference"
            label={t("incidents-decide-reference")}
            value={reference}
            onChange={setReference}
            maxLength={200}
          />
          <TextAreaField
            isOptional
            name="decision.late"
            label={t("incidents-decide-late")}
            hint={t("incidents-decide-late-hint")}
            value={late}
            onChange={setLate}
          />
        </>
      )}
      {kind === "notReported" && (
        <TextAreaField
          name="decision.reasons"
          label={t("incidents-decide-reasons")}
          hint={t("incidents-nobody-hint")}
          value={reasons}
          onChange={setReasons}
        />
      )}
    </FormDialog>
  );
}
