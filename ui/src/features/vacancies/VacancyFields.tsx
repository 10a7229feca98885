import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { SelectField } from "../../components/SelectField";
import type { Stage, TeamRow } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { STAGES, stageWord, VACANCY_KINDS, vacancyKindWord } from "../../text/words";
import { NEW_TEAM, type VacancyDraft } from "./vacancyForm";

/** Names are shown from the start. */
const NAMED = "named";

interface Props {
  draft: VacancyDraft;
  teams: TeamRow[];
  onChange: (draft: VacancyDraft) => void;
}

/** The fields of a vacancy, for adding one and for changing it. */
export function VacancyFields({ draft, teams, onChange }: Props) {
  const t = useText();
  const set = (part: Partial<VacancyDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Field
        name="details.title"
        label={t("vacancies-field-title")}
        hint={t("vacancies-field-title-help")}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={200}
      />
      <SelectField
        name="details.kind"
        label={t("vacancies-field-kind")}
        options={VACANCY_KINDS.map((id) => ({ id, label: vacancyKindWord(id) }))}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        width="medium"
      />
      <SelectField
        name="team"
        label={t("vacancies-field-team")}
        options={[
          ...teams.map(({ team, name }) => ({ id: team as string, label: name })),
          { id: NEW_TEAM, label: t("vacancies-field-team-new") },
        ]}
        value={draft.team}
        onChange={(team) => set({ team })}
        width="medium"
      />
      {draft.team === NEW_TEAM && (
        <Field
          name="team.name"
          label={t("vacancies-field-team-name")}
          value={draft.teamName}
          onChange={(teamName) => set({ teamName })}
          width="medium"
          maxLength={200}
        />
      )}
      <Field
        name="details.reference"
        label={t("vacancies-field-reference")}
        hint={t("vacancies-field-reference-help")}
        isOptional
        value={draft.reference}
        onChange={(reference) => set({ reference })}
        width="medium"
        maxLength={200}
      />
      <DateField
        name="details.opensOn"
        label={t("vacancies-field-opens")}
        hint={t("vacancies-field-opens-help")}
        value={draft.opensOn}
        onChange={(opensOn) => set({ opensOn })}
      />
      <DateField
        name="details.closesOn"
        label={t("vacancies-field-closes")}
        hint={t("vacancies-field-closes-help")}
        isOptional
        value={draft.closesOn}
        onChange={(closesOn) => set({ closesOn })}
      />
      <SelectField<Stage | typeof NAMED>
        name="details.blindUntil"
        label={t("vacancies-field-blind")}
        hint={t("vacancies-field-blind-help")}
        options={[
          { id: NAMED, label: t("vacancies-field-blind-no") },
          ...STAGES.slice(1).map((id) => ({
            id,
            label: t("vacancies-field-blind-until", { stage: stageWord(id) }),
          })),
        ]}
        value={draft.blindUntil ?? NAMED}
        onChange={(chosen) => set({ blindUntil: chosen === NAMED ? null : chosen })}
        width="medium"
      />
    </>
  );
}
