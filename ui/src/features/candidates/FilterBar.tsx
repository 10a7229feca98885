import { memo } from "react";
import { Button } from "../../components/Button";
import { SelectField } from "../../components/SelectField";
import type {
  CandidateFilter,
  Progress,
  RetentionFilter,
  SourceCategory,
  Stage,
  VacancyId,
} from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import {
  progressWord,
  retentionWord,
  SOURCES,
  STAGES,
  sourceWord,
  stageWord,
} from "../../text/words";
import styles from "./Candidates.module.css";
import { anyChoice, isNarrowed, sameChoices } from "./filter";

const PROGRESS: readonly Progress[] = ["any", "live", "ended", "none"];
const RETENTION: readonly RetentionFilter[] = ["any", "due", "soon", "noDate"];
const ANY = "any";

interface Props {
  filter: CandidateFilter;
  /** Told what of it is to change. */
  onChange: (part: Partial<CandidateFilter>) => void;
}

/** Which candidates to show; a line under it says what that hides. A letter of the search draws none of it again. */
export const FilterBar = memo(
  Bar,
  (before, now) => before.onChange === now.onChange && sameChoices(before.filter, now.filter),
);

function Bar({ filter, onChange }: Props) {
  const t = useText();
  const { data: vacancies } = useCommand("list_vacancies", { closedOut: true });
  const orAny = <T extends string>(id: T | typeof ANY): T | null => (id === ANY ? null : (id as T));
  const any = (label: string) => ({ id: ANY, label: t(label) }) as const;

  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t("candidates-filters")}</legend>
      <SelectField<VacancyId | typeof ANY>
        label={t("candidates-filter-vacancy")}
        isLabelHidden
        options={[
          any("candidates-any-vacancy"),
          ...(vacancies?.rows ?? []).map((row) => ({ id: row.vacancy, label: row.title })),
        ]}
        value={filter.vacancy ?? ANY}
        onChange={(id) => onChange({ vacancy: orAny(id) })}
      />
      <SelectField<Stage | typeof ANY>
        label={t("candidates-filter-stage")}
        isLabelHidden
        options={[
          any("candidates-any-stage"),
          ...STAGES.map((stage) => ({ id: stage, label: stageWord(stage) })),
        ]}
        value={filter.stage ?? ANY}
        onChange={(id) => onChange({ stage: orAny(id) })}
      />
      <SelectField
        label={t("candidates-filter-progress")}
        isLabelHidden
        options={PROGRESS.map((progress) => ({ id: progress, label: progressWord(progress) }))}
        value={filter.progress}
        onChange={(progress) => onChange({ progress })}
      />
      <SelectField<SourceCategory | typeof ANY>
        label={t("candidates-filter-source")}
        isLabelHidden
        options={[
          any("candidates-any-source"),
          ...SOURCES.map((source) => ({ id: source, label: sourceWord(source) })),
        ]}
        value={filter.source ?? ANY}
        onChange={(id) => onChange({ source: orAny(id) })}
      />
      <SelectField
        label={t("candidates-filter-retention")}
        isLabelHidden
        options={RETENTION.map((retention) => ({ id: retention, label: retentionWord(retention) }))}
        value={filter.retention}
        onChange={(retention) => onChange({ retention })}
      />
      <SelectField<"all" | "reserve">
        label={t("candidates-filter-reserve")}
        isLabelHidden
        options={[
          { id: "all", label: t("candidates-any-reserve") },
          { id: "reserve", label: t("candidates-only-reserve") },
        ]}
        value={filter.onReserveList ? "reserve" : "all"}
        onChange={(id) => onChange({ onReserveList: id === "reserve" })}
      />
      <SelectField<"all" | "missing">
        label={t("candidates-filter-notice")}
        isLabelHidden
        options={[
          { id: "all", label: t("candidates-any-notice") },
          { id: "missing", label: t("candidates-without-notice") },
        ]}
        value={filter.lacksNotice ? "missing" : "all"}
        onChange={(id) => onChange({ lacksNotice: id === "missing" })}
      />
      {isNarrowed(filter) && (
        <Button variant="plain" size="small" icon="close" onPress={() => onChange(anyChoice())}>
          {t("candidates-clear")}
        </Button>
      )}
    </fieldset>
  );
}
