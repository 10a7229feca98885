import { useState } from "react";
import { useSession } from "../../app/session";
import { CheckGroupField } from "../../components/CheckGroupField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { NumberField } from "../../components/NumberField";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type {
  AccountId,
  ApplicationId,
  CriterionId,
  FieldProblem,
  InterviewKind,
  InterviewRow,
  Schedulable,
  VacancyId,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import { KINDS, kindWord } from "./interviewWords";

interface Props {
  /** Whose interview it is. */
  name: string;
  /** The interview that is changed; none where one is scheduled. */
  row?: InterviewRow;
  /** For which vacancy, where it is known. */
  vacancy?: VacancyId;
  /** The applications one can be scheduled for. */
  applications?: readonly Schedulable[];
  onClose: () => void;
}

/** Schedules an interview, or changes when, where and by whom it is. */
export function ScheduleDialog({ name, row, vacancy, applications = [], onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const schedule = useAct("schedule_interview", { errors: "caller" });
  const change = useAct("change_interview", { errors: "caller" });
  const [application, setApplication] = useState<ApplicationId | null>(
    row?.application ?? (applications.length === 1 ? (applications[0]?.application ?? null) : null),
  );
  const [kind, setKind] = useState<InterviewKind>(row?.plan.kind ?? "inPerson");
  const [on, setOn] = useState<string | null>(row?.plan.on ?? null);
  const [at, setAt] = useState(row?.plan.at ?? "");
  const [minutes, setMinutes] = useState<number | null>(row?.plan.minutes ?? 45);
  const [place, setPlace] = useState(row?.plan.place ?? "");
  const [panel, setPanel] = useState<readonly AccountId[]>(
    row?.panel.map(({ account }) => account) ?? [],
  );
  const [asked, setAsked] = useState<Record<AccountId, readonly CriterionId[]>>(
    Object.fromEntries(row?.panel.map(({ account, criteria }) => [account, criteria]) ?? []),
  );
  const of = vacancy ?? applications.find((one) => one.application === application)?.vacancy;

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) =>
      problems.push({ field, problem: t(id, { date: showDate(today) }) });
    if (application === null) add("application", "interview-schedule-role-missing");
    if (on === null) add("plan.on", "interview-schedule-day-missing");
    if (!/^\d{1,2}[:.]\d{2}$|^\d{3,4}$/.test(at.trim())) {
      add("plan.at", "interview-schedule-time-missing");
    }
    if (minutes === null) add("plan.minutes", "interview-schedule-minutes-missing");
    if (panel.length === 0) add("panel", "interview-schedule-panel-missing");
    return problems;
  };
  const save = async () => {
    if (application === null || on === null || minutes === null) return;
    const plan = { kind, on, at: at.trim(), minutes, place: place.trim() || null };
    const people = panel.map((account) => ({ account, criteria: [...(asked[account] ?? [])] }));
    const done =
      row === undefined
        ? await schedule.mutateAsync({ application, plan, panel: people })
        : await change.mutateAsync({
            interview: row.interview,
            revision: row.revision,
            plan,
            panel: people,
          });
    toast.show({
      message: t(row === undefined ? "interview-scheduled" : "interview-changed", {
        name,
        date: showDate(on),
      }),
      undo: done.undo,
    });
    onClose();
  };

  return (
    <FormDialog
      title={t(row === undefined ? "interview-schedule-title" : "interview-change-title", {
        name,
      })}
      isSheet
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t(row === undefined ? "interview-schedule-save" : "interview-change-save")}
      cancel={t("interview-cancel")}
    >
      {row === undefined && applications.length > 1 && (
        <SelectField
          name="application"
          label={t("interview-schedule-role")}
          options={applications.map((one) => ({ id: one.application, label: one.vacancyTitle }))}
          value={application}
          onChange={(chosen) => {
            setApplication(chosen);
            setPanel([]);
            setAsked({});
          }}
        />
      )}
      <RadioField
        name="plan.kind"
        label={t("interview-schedule-kind")}
        options={KINDS.map((id) => ({ id, label: kindWord(id) }))}
        value={kind}
        onChange={setKind}
      />
      <DateField name="plan.on" label={t("interview-schedule-day")} value={on} onChange={setOn} />
      <Field
        name="plan.at"
        label={t("interview-schedule-time")}
        hint={t("interview-schedule-time-hint")}
        width="short"
        maxLength={5}
        value={at}
        onChange={setAt}
      />
      <NumberField
        name="plan.minutes"
        label={t("interview-schedule-minutes")}
        min={5}
        max={600}
        value={minutes}
        onChange={setMinutes}
      />
      <Field
        name="plan.place"
        label={t("interview-schedule-place")}
        hint={t("interview-schedule-place-hint")}
        isOptional
        maxLength={200}
        value={place}
        onChange={setPlace}
      />
      {of !== undefined && (
        <PanelFields
          vacancy={of}
          row={row}
          panel={panel}
          onPanel={setPanel}
          asked={asked}
          onAsked={(account, criteria) => setAsked({ ...asked, [account]: criteria })}
        />
      )}
    </FormDialog>
  );
}

interface PanelProps {
  vacancy: VacancyId;
  row: InterviewRow | undefined;
  panel: readonly AccountId[];
  onPanel: (panel: readonly AccountId[]) => void;
  asked: Record<AccountId, readonly CriterionId[]>;
  onAsked: (account: AccountId, criteria: readonly CriterionId[]) => void;
}

/* Who interviews, and what each assesses. */
function PanelFields({ vacancy, row, panel, onPanel, asked, onAsked }: PanelProps) {
  const t = useText();
  const people = useCommand("open_vacancy", { vacancy }).data?.people;
  const criteria = useCommand("list_criteria", { vacancy }).data?.criteria;
  if (people === undefined || criteria === undefined) return null;
  const named = new Map<AccountId, string>(
    row?.panel.map(({ account, name }) => [account, name]) ?? [],
  );
  for (const { account, name, relation } of people) {
    if (relation === "interviewer" || relation === "recruitingManager") named.set(account, name);
  }
  const inUse = criteria.filter(({ retired }) => !retired);
  if (named.size === 0) {
    return <Notice tone="info">{t("interview-schedule-nobody")}</Notice>;
  }
  return (
    <>
      <CheckGroupField
        name="panel"
        label={t("interview-schedule-panel")}
        hint={t("interview-schedule-panel-hint")}
        options={[...named].map(([id, label]) => ({ id, label }))}
        value={panel}
        onChange={onPanel}
      />
      {inUse.length === 0 && <Notice tone="info">{t("interview-schedule-no-criteria")}</Notice>}
      {inUse.length > 0 &&
        panel.map((account) => (
          <div key={account} className={styles.assesses}>
            <CheckGroupField
              label={t("interview-schedule-assesses", { name: named.get(account) ?? "" })}
              hint={t("interview-schedule-assesses-hint")}
              isOptional
              options={inUse.map(({ criterion, what }) => ({ id: criterion, label: what }))}
              value={asked[account] ?? []}
              onChange={(chosen) => onAsked(account, chosen)}
            />
          </div>
        ))}
    </>
  );
}
