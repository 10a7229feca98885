import { memo, useMemo } from "react";
import { Button } from "../../components/Button";
import { type Choice as OneChoice, SelectField } from "../../components/SelectField";
import type {
  CandidateFilter,
  Progress,
  RetentionFilter,
  SourceCategory,
  Stage,
  VacancyId,
} from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { say, useText } from "../../text/text";
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
  const { data } = useCommand("list_vacancies", { closedOut: true });
  const vacancies = useMemo<OneChoice<VacancyId | typeof ANY>[]>(
    () => [
      { id: ANY, label: t("candidates-any-vacancy") },
      ...(data?.rows ?? []).map((row) => ({ id: row.vacancy, label: row.title })),
    ],
    [t, data],
  );
  const fixed = useMemo(fixedChoices, []);

  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t("candidates-filters")}</legend>
      <Choice
        label={t("candidates-filter-vacancy")}
        options={vacancies}
        value={filter.vacancy ?? ANY}
        asPart={ofVacancy}
        onChange={onChange}
      />
      <Choice
        label={t("candidates-filter-stage")}
        options={fixed.stage}
        value={filter.stage ?? ANY}
        asPart={ofStage}
        onChange={onChange}
      />
      <Choice
        label={t("candidates-filter-progress")}
        options={fixed.progress}
        value={filter.progress}
        asPart={ofProgress}
        onChange={onChange}
      />
      <Choice
        label={t("candidates-filter-source")}
        options={fixed.source}
        value={filter.source ?? ANY}
        asPart={ofSource}
        onChange={onChange}
      />
      <Choice
        label={t("candidates-filter-retention")}
        options={fixed.retention}
        value={filter.retention}
        asPart={ofRetention}
        onChange={onChange}
      />
      <Choice
        label={t("candidates-filter-reserve")}
        options={fixed.reserve}
        value={filter.onReserveList ? "reserve" : ANY}
        asPart={ofReserve}
        onChange={onChange}
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

/* The choices that are always the same. */
function fixedChoices() {
  const any = (label: string) => ({ id: ANY, label: say(label) }) as const;
  return {
    stage: [any("candidates-any-stage"), ...STAGES.map((id) => ({ id, label: stageWord(id) }))],
    progress: PROGRESS.map((id) => ({ id, label: progressWord(id) })),
    source: [any("candidates-any-source"), ...SOURCES.map((id) => ({ id, label: sourceWord(id) }))],
    retention: RETENTION.map((id) => ({ id, label: retentionWord(id) })),
    reserve: [
      any("candidates-any-reserve"),
      { id: "reserve", label: say("candidates-only-reserve") } as const,
    ],
  };
}

type Part = Partial<CandidateFilter>;
const orAny = <T extends string>(id: T | typeof ANY): T | null => (id === ANY ? null : (id as T));
const ofVacancy = (id: VacancyId | typeof ANY): Part => ({ vacancy: orAny(id) });
const ofStage = (id: Stage | typeof ANY): Part => ({ stage: orAny(id) });
const ofProgress = (progress: Progress): Part => ({ progress });
const ofSource = (id: SourceCategory | typeof ANY): Part => ({ source: orAny(id) });
const ofRetention = (retention: RetentionFilter): Part => ({ retention });
const ofReserve = (id: "reserve" | typeof ANY): Part => ({ onReserveList: id === "reserve" });

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly OneChoice<T>[];
  value: T;
  /** What of the filter a choice is. */
  asPart: (chosen: T) => Part;
  onChange: (part: Part) => void;
}

/* One that was not changed is not drawn again. */
const Choice = memo(OneOf) as typeof OneOf;

function OneOf<T extends string>({ label, options, value, asPart, onChange }: ChoiceProps<T>) {
  return (
    <SelectField
      label={label}
      isLabelHidden
      options={options}
      value={value}
      onChange={(chosen) => onChange(asPart(chosen))}
    />
  );
}
