import { useState } from "react";
import { CheckGroupField } from "../../components/CheckGroupField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type {
  AnswerView,
  FieldProblem,
  IncidentView,
  Likelihood,
  RetentionClass,
  Risk,
  Severity,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { classWord } from "../candidate/disclosureWords";
import { CLASSES, LIKELIHOODS, RISKS, SEVERITIES } from "./incidentWords";

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Says how bad it is: which data, how likely harm is and how bad it would be, and the risk that follows. */
export function AssessDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const assess = useAct("assess_incident", { errors: "caller" });
  const before = answer.assessment;
  const [classes, setClasses] = useState<readonly RetentionClass[]>(before?.classes ?? []);
  const [likelihood, setLikelihood] = useState<Likelihood | null>(before?.likelihood ?? null);
  const [severity, setSeverity] = useState<Severity | null>(before?.severity ?? null);
  const [chosen, setChosen] = useState<Risk | null>(before?.risk ?? null);
  const [grounds, setGrounds] = useState(before?.grounds ?? "");
  const [consequences, setConsequences] = useState(before?.consequences ?? "");
  const { incident, revision } = view;
  const proposal = useCommand(
    "propose_risk",
    {
      incident,
      classes: [...classes],
      likelihood: likelihood ?? "unlikely",
      severity: severity ?? "slight",
    },
    { enabled: likelihood !== null && severity !== null, throwOnError: false },
  ).data;
  const risk = chosen ?? proposal?.risk ?? null;

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (classes.length === 0) add("assessment.classes", "incidents-assess-classes-missing");
    if (likelihood === null) add("assessment.likelihood", "incidents-assess-likelihood-missing");
    if (severity === null) add("assessment.severity", "incidents-assess-severity-missing");
    if (risk === null) add("assessment.risk", "incidents-assess-risk-missing");
    if (grounds.trim() === "") add("assessment.grounds", "incidents-assess-grounds-missing");
    return problems;
  };
  const save = async () => {
    if (likelihood === null || severity === null || risk === null) return;
    const assessment = {
      classes: [...classes],
      likelihood,
      severity,
      risk,
      grounds: grounds.trim(),
      consequences: consequences.trim(),
    };
    await assess.mutateAsync({ incident, revision, assessment });
    toast.show({ message: t("incidents-assessed"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("incidents-assess-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-assess-save")}
      cancel={t("incidents-cancel")}
    >
      <CheckGroupField
        name="assessment.classes"
        label={t("incidents-assess-classes")}
        options={CLASSES.map((id) => ({ id, label: classWord(id) }))}
        value={classes}
        onChange={setClasses}
      />
      <RadioField
        name="assessment.likelihood"
        label={t("incidents-assess-likelihood")}
        options={LIKELIHOODS.map((id) => ({
          id,
          label: t("incidents-likelihood", { likelihood: id }),
        }))}
        value={likelihood}
        onChange={setLikelihood}
      />
      <RadioField
        name="assessment.severity"
        label={t("incidents-assess-severity")}
        options={SEVERITIES.map((id) => ({
          id,
          label: t("incidents-severity", { severity: id }),
        }))}
        value={severity}
        onChange={setSeverity}
      />
      {proposal !== undefined && (
        <Notice
          tone={proposal.risk === "unlikely" ? "info" : "warn"}
          title={t("incidents-proposed", { risk: proposal.risk })}
        >
          {proposal.because.map(({ rule, sentence }) => (
            <p key={sentence}>{t("incidents-proposed-why", { sentence, rule })}</p>
          ))}
        </Notice>
      )}
      <RadioField
        name="assessment.risk"
        label={t("incidents-assess-risk")}
        options={RISKS.map((id) => ({ id, label: t("incidents-risk", { risk: id }) }))}
        value={risk}
        onChange={setChosen}
      />
      <TextAreaField
        name="assessment.grounds"
        label={t("incidents-assess-grounds")}
        hint={t("incidents-nobody-hint")}
        value={grounds}
        onChange={setGrounds}
      />
      <TextAreaField
        isOptional
        name="assessment.consequences"
        label={t("incidents-assess-consequences")}
        hint={t("incidents-assess-consequences-hint")}
        value={consequences}
        onChange={setConsequences}
      />
    </FormDialog>
  );
}
