import { useState } from "react";
import { go } from "../../app/places";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { FieldProblem, IncidentKind, LaptopState } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDateTime, showTime } from "../../text/dates";
import { useText } from "../../text/text";
import { isTime } from "./incidentForm";
import { KINDS, kindWord, LAPTOP_STATES } from "./incidentWords";

interface Props {
  onClose: () => void;
  /** What is known of it where it is begun. */
  begun?: { kind?: IncidentKind; facts?: string; noticedOn?: string };
}

/** Reports an incident in one step: what happened, and when it was noticed. Everything else is asked later. */
export function ReportIncidentDialog({ onClose, begun = {} }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const report = useAct("report_incident", { errors: "caller" });
  const [kind, setKind] = useState<IncidentKind | null>(begun.kind ?? null);
  const [facts, setFacts] = useState(begun.facts ?? "");
  const [laptop, setLaptop] = useState<LaptopState | "none" | null>(null);
  const [noticedOn, setNoticedOn] = useState<string | null>(begun.noticedOn ?? today);
  const [noticedAt, setNoticedAt] = useState(() => showTime(new Date().toISOString()));
  const [happenedOn, setHappenedOn] = useState<string | null>(null);

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (kind === null) add("first.kind", "incidents-report-kind-missing");
    if (kind === "lostOrStolen" && laptop === null) {
      add("first.laptop", "incidents-report-laptop-missing");
    }
    if (facts.trim() === "") add("first.facts", "incidents-report-facts-missing");
    if (noticedOn === null) add("first.noticedOn", "incidents-report-noticed-missing");
    if (!isTime(noticedAt)) add("first.noticedAt", "incidents-time-missing");
    return problems;
  };
  const save = async () => {
    if (kind === null || noticedOn === null) return;
    const { incident, number, dueAt } = await report.mutateAsync({
      first: {
        kind,
        facts: facts.trim(),
        happenedOn,
        noticedOn,
        noticedAt: noticedAt.trim(),
        laptop: kind !== "lostOrStolen" || laptop === "none" ? null : laptop,
      },
    });
    toast.show({
      message: t("incidents-reported", { number, due: showDateTime(dueAt) }),
      undo: null,
    });
    onClose();
    go({ at: "incident", id: incident });
  };

  return (
    <FormDialog
      isSheet
      title={t("incidents-report-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-report-save")}
      cancel={t("incidents-cancel")}
    >
      <p>{t("incidents-report-what")}</p>
      <RadioField
        name="first.kind"
        label={t("incidents-report-kind")}
        options={KINDS.map((id) => ({ id, label: kindWord(id) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "lostOrStolen" && (
        <RadioField<LaptopState | "none">
          name="first.laptop"
          label={t("incidents-report-laptop")}
          options={[...LAPTOP_STATES, "none" as const].map((id) => ({
            id,
            label: t("incidents-laptop", { state: id }),
          }))}
          value={laptop}
          onChange={setLaptop}
        />
      )}
      <TextAreaField
        name="first.facts"
        label={t("incidents-report-facts")}
        hint={t("incidents-report-facts-hint")}
        value={facts}
        onChange={setFacts}
      />
      <DateField
        name="first.noticedOn"
        label={t("incidents-report-noticed-on")}
        value={noticedOn}
        onChange={setNoticedOn}
      />
      <Field
        name="first.noticedAt"
        label={t("incidents-report-noticed-at")}
        hint={t("incidents-time-hint")}
        width="short"
        maxLength={5}
        value={noticedAt}
        onChange={setNoticedAt}
      />
      <DateField
        isOptional
        name="first.happenedOn"
        label={t("incidents-report-happened-on")}
        value={happenedOn}
        onChange={setHappenedOn}
      />
    </FormDialog>
  );
}
