import { useState } from "react";
import { useSession } from "../../app/session";
import { ComboField } from "../../components/ComboField";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type {
  AccountId,
  AccountRow,
  FieldProblem,
  Relation,
  VacancyPerson,
  VacancyView,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { RELATIONS, relationWord } from "../../text/words";
import { assignment } from "./VacancyPeople";

interface Props {
  view: VacancyView;
  /** Whose part is changed; nobody's when someone is named anew. */
  person: VacancyPerson | null;
  onClose: () => void;
}

/** Names someone for a vacancy, or changes their part: what each part may see stands beside it. */
export function AssignDialog({ view, person, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const accounts = useCommand("list_accounts", {}).data?.rows.filter(
    ({ role }) => role !== "sweepTimer",
  );
  const assign = useAct("assign_people", { errors: "caller" });
  const [account, setAccount] = useState<AccountId | null>(person?.account ?? null);
  const [relation, setRelation] = useState<Relation | null>(person?.relation ?? null);
  const [until, setUntil] = useState<string | null>(person?.until ?? null);

  const name = person?.name ?? accounts?.find((row) => row.account === account)?.name ?? "";
  const others = view.people.filter((one) => one !== person);

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) =>
      problems.push({ field, problem: t(id, { date: showDate(today) }) });
    if (account === null) add("account", "vacancy-people-who-missing");
    if (relation === null) add("relation", "vacancy-people-relation-missing");
    if (relation === "auditor" && until === null) {
      add("people", "vacancy-people-last-day-missing");
    }
    if (until !== null && until < today) add("people", "vacancy-people-last-day-past");
    return problems;
  };
  const save = async () => {
    if (account === null || relation === null) return;
    const named = others.filter((one) => one.account !== account || one.relation !== relation);
    const done = await assign.mutateAsync({
      vacancy: view.vacancy,
      people: [...named.map(assignment), { account, relation, until }],
    });
    toast.show({
      message: t("vacancy-people-saved", { name, relation: relationWord(relation) }),
      undo: done.undo,
    });
    onClose();
  };

  return (
    <FormDialog
      title={
        person === null
          ? t("vacancy-people-dialog-add")
          : t("vacancy-people-dialog-edit", { name: person.name })
      }
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("vacancy-people-save")}
      cancel={t("vacancy-people-cancel")}
    >
      {person === null && accounts !== undefined && (
        <ComboField
          name="account"
          label={t("vacancy-people-who")}
          options={accounts
            .filter((row) => canHavePart(row))
            .map((row) => ({ id: row.account, label: row.name }))}
          value={account}
          onChange={setAccount}
        />
      )}
      {person === null && accounts?.every((row) => !canHavePart(row)) && (
        <Notice tone="info">{t("vacancy-people-nobody")}</Notice>
      )}
      <RadioField
        name="relation"
        label={t("vacancy-people-relation")}
        options={RELATIONS.map((id) => ({
          id,
          label: relationWord(id),
          hint: t(`vacancy-sees-${id}`),
        }))}
        value={relation}
        onChange={setRelation}
      />
      <DateField
        name="people"
        label={t("vacancy-people-last-day")}
        hint={t(
          relation === "auditor"
            ? "vacancy-people-last-day-auditor"
            : "vacancy-people-last-day-help",
        )}
        isOptional={relation !== "auditor"}
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}

/* HR and the data protection officer see every vacancy by their role. */
function canHavePart({ role }: AccountRow): boolean {
  return role === "member" || role === "auditor";
}
