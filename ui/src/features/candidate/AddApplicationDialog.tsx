import { useState } from "react";
import { useSession } from "../../app/session";
import { ComboField } from "../../components/ComboField";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import type { CandidateId, VacancyId } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

interface Props {
  candidate: CandidateId;
  name: string;
  /** The vacancies they applied for already. */
  taken: VacancyId[];
  onClose: () => void;
}

/** Adds an application of someone who is here already. */
export function AddApplicationDialog({ candidate, name, taken, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const vacancies = useCommand("list_vacancies", { closedOut: false }).data?.rows;
  const add = useAct("add_application", { errors: "caller" });
  const [vacancy, setVacancy] = useState<VacancyId | null>(null);
  const [appliedOn, setAppliedOn] = useState<string | null>(today);
  const free = vacancies?.filter((row) => !taken.includes(row.vacancy));

  const validate = () => [
    ...(vacancy === null
      ? [{ field: "application.vacancy", problem: t("candidate-add-application-vacancy-missing") }]
      : []),
    ...(appliedOn === null
      ? [{ field: "application.appliedOn", problem: t("candidate-add-application-on-missing") }]
      : []),
    ...(appliedOn !== null && appliedOn > today
      ? [
          {
            field: "application.appliedOn",
            problem: t("candidate-add-application-on-future", { date: showDate(today) }),
          },
        ]
      : []),
  ];
  const save = async () => {
    if (vacancy === null || appliedOn === null) return;
    const { undo } = await add.mutateAsync({ candidate, application: { vacancy, appliedOn } });
    const title = free?.find((row) => row.vacancy === vacancy)?.title ?? "";
    toast.show({ message: t("candidate-add-application-done", { vacancy: title }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("candidate-add-application-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("candidate-add-application-save")}
      cancel={t("candidate-cancel")}
    >
      {free?.length === 0 && <Notice tone="info">{t("candidate-add-application-none")}</Notice>}
      {free !== undefined && free.length > 0 && (
        <ComboField
          name="application.vacancy"
          label={t("candidate-add-application-vacancy")}
          options={free.map((row) => ({ id: row.vacancy, label: row.title, hint: row.team }))}
          value={vacancy}
          onChange={setVacancy}
        />
      )}
      <DateField
        name="application.appliedOn"
        label={t("candidate-add-application-on")}
        value={appliedOn}
        onChange={setAppliedOn}
      />
    </FormDialog>
  );
}
