import { useSession } from "../../app/session";
import type { Choice } from "../../components/SelectField";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { NO_VACANCY } from "./draft";

/** What somebody who is added can have applied for. Only HR adds someone who applied for nothing. */
export function useVacancyChoices(): Choice<VacancyId | typeof NO_VACANCY>[] | undefined {
  const t = useText();
  const { viewer } = useSession();
  const { data } = useCommand("list_vacancies", { closedOut: false });
  if (data === undefined) return undefined;
  const vacancies = data.rows.map(({ vacancy, title, reference }) => ({
    id: vacancy,
    label: title,
    ...(reference !== null && { hint: reference }),
  }));
  if (viewer.role !== "hrAdministrator") return vacancies;
  return [...vacancies, { id: NO_VACANCY, label: t("candidates-new-vacancy-none") }];
}
