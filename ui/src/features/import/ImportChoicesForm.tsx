import { DateField } from "../../components/DateField";
import { Section } from "../../components/Section";
import { SelectField } from "../../components/SelectField";
import type { ImportChoices, ImportNeed, ImportPreview } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { SOURCES, sourceWord } from "../../text/words";
import { CarriedField } from "../notices/CarriedField";
import styles from "./Import.module.css";

interface Props {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

/** What the file itself doesn't say: asked for where it is needed, and offered where it helps. */
export function ImportChoicesForm({ preview, choices, onChange }: Props) {
  const t = useText();
  const vacancies = useCommand("list_vacancies", { closedOut: false }).data?.rows ?? [];
  const needs = (need: ImportNeed) => preview.needs.includes(need);
  const problem = (need: ImportNeed) => (needs(need) ? t(`import-need-${need}`) : undefined);
  const offers = (need: ImportNeed) => needs(need) || preview.offers.includes(need);
  const asks = {
    undated: offers("undatedReceivedOn"),
    source: offers("defaultSource"),
    vacancy: offers("defaultVacancy"),
  };
  const hasNotice = useCommand("notice_choices", {}).data?.versions.length !== 0;
  if (!asks.undated && !asks.source && !asks.vacancy && !hasNotice) return null;

  return (
    <Section title={t("import-choices-title")}>
      <div className={styles.choices}>
        {asks.source && (
          <SelectField
            label={t("import-source")}
            options={SOURCES.map((id) => ({ id, label: sourceWord(id) }))}
            value={choices.defaultSource}
            onChange={(defaultSource) => onChange({ ...choices, defaultSource })}
            error={problem("defaultSource")}
            isOptional={!needs("defaultSource")}
            width="medium"
          />
        )}
        {asks.vacancy && (
          <SelectField
            label={t("import-vacancy")}
            options={vacancies.map((row) => ({
              id: row.vacancy,
              label: row.title,
              hint: row.team,
            }))}
            value={choices.defaultVacancy}
            onChange={(defaultVacancy) => onChange({ ...choices, defaultVacancy })}
            error={problem("defaultVacancy")}
            isOptional={!needs("defaultVacancy")}
            width="medium"
          />
        )}
        {asks.undated && (
          <DateField
            label={t("import-undated")}
            hint={t("import-undated-help")}
            value={choices.undatedReceivedOn}
            onChange={(undatedReceivedOn) => onChange({ ...choices, undatedReceivedOn })}
            error={problem("undatedReceivedOn")}
            isOptional={!needs("undatedReceivedOn")}
          />
        )}
        <CarriedField
          value={choices.notice}
          onChange={(notice) => onChange({ ...choices, notice })}
        />
      </div>
    </Section>
  );
}
