import { useState } from "react";
import { useSession } from "../../app/session";
import { ComboField } from "../../components/ComboField";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type {
  AccountRow,
  FieldProblem,
  PartScope,
  TeamId,
  VacancyId,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { lastDayWithin } from "../../text/dates";
import { useText } from "../../text/text";

const KINDS: readonly PartScope["kind"][] = ["vacancy", "team", "organisation"];

interface Props {
  person: AccountRow;
  onClose: () => void;
}

/** Lets somebody audit a vacancy, a team or everything, from a day to the end of another. */
export function AuditDialog({ person, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const vacancies = useCommand("list_vacancies", { closedOut: true }).data?.rows;
  const teams = useCommand("list_teams", {}).data?.teams ?? [];
  const most = useCommand("access_policy", {}).data?.auditorDays ?? 90;
  const grant = useAct("grant_audit", { errors: "caller" });
  const [kind, setKind] = useState<PartScope["kind"]>("vacancy");
  const [vacancy, setVacancy] = useState<VacancyId | null>(null);
  const [team, setTeam] = useState<TeamId | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(null);
  const scope = scopeOf(kind, vacancy, team);

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) =>
      problems.push({ field, problem: t(id, { days: most }) });
    if (scope === null) add("scope", `people-audit-${kind}-missing`);
    if (from === null) add("from", "people-audit-from-missing");
    if (until === null) add("until", "people-until-missing");
    else if (until < today) add("until", "people-until-past");
    else if (from !== null && (until < from || until > lastDayWithin(from, most))) {
      add("until", "people-audit-too-long");
    }
    return problems;
  };
  const save = async () => {
    if (scope === null || from === null || until === null) return;
    await grant.mutateAsync({ account: person.account, scope, from, until });
    toast.show({ message: t("people-audit-saved", { name: person.name }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("people-audit-title", { name: person.name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("people-audit-save")}
      cancel={t("people-cancel")}
    >
      <RadioField
        name="kind"
        label={t("people-audit-of")}
        options={KINDS.map((id) => ({
          id,
          label: t(`people-audit-of-${id}`),
          hint: t(`people-audit-what-${id}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "vacancy" && vacancies !== undefined && (
        <ComboField
          name="scope"
          label={t("people-audit-vacancy")}
          options={vacancies.map((one) => ({ id: one.vacancy, label: one.title }))}
          value={vacancy}
          onChange={setVacancy}
        />
      )}
      {kind === "team" && (
        <SelectField
          name="scope"
          label={t("people-team")}
          options={teams.map((one) => ({ id: one.team, label: one.name }))}
          value={team}
          onChange={setTeam}
          width="medium"
        />
      )}
      <DateField name="from" label={t("people-audit-from")} value={from} onChange={setFrom} />
      <DateField
        name="until"
        label={t("people-until")}
        hint={t("people-audit-until-help", { days: most })}
        value={until}
        onChange={setUntil}
      />
      <Notice tone="info">{t("people-audit-note", { name: person.name })}</Notice>
    </FormDialog>
  );
}

function scopeOf(
  kind: PartScope["kind"],
  vacancy: VacancyId | null,
  team: TeamId | null,
): PartScope | null {
  if (kind === "organisation") return { kind };
  if (kind === "team") return team === null ? null : { kind, team };
  return vacancy === null ? null : { kind, vacancy };
}
