import { Button } from "../../components/Button";
import { DateField } from "../../components/DateField";
import { SelectField } from "../../components/SelectField";
import type {
  AboutKind,
  AccountId,
  JournalKind,
  JournalPerson,
} from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Accountability.module.css";
import { ABOUT_KINDS, isNarrowed, JOURNAL_KINDS, type JournalFilter, wholeJournal } from "./filter";

const ANY = "any";

interface Props {
  filter: JournalFilter;
  people: readonly JournalPerson[];
  onChange: (filter: JournalFilter) => void;
}

/** Which entries to show: of which days, by whom, of what kind, about what. */
export function JournalFilters({ filter, people, onChange }: Props) {
  const t = useText();
  const change = (part: Partial<JournalFilter>) => onChange({ ...filter, ...part });
  const orAny = <T extends string>(id: T | typeof ANY): T | null => (id === ANY ? null : (id as T));
  const any = (label: string) => ({ id: ANY, label: t(label) }) as const;

  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t("accountability-filters")}</legend>
      <DateField
        label={t("accountability-from")}
        value={filter.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        label={t("accountability-until")}
        value={filter.until}
        onChange={(until) => change({ until })}
      />
      <SelectField<AccountId | typeof ANY>
        label={t("accountability-by")}
        options={[
          any("accountability-anyone"),
          ...people.map(({ account, name }) => ({ id: account, label: name })),
        ]}
        value={filter.by ?? ANY}
        onChange={(id) => change({ by: orAny(id) })}
      />
      <SelectField<JournalKind | typeof ANY>
        label={t("accountability-kind")}
        options={[
          any("accountability-any-kind"),
          ...JOURNAL_KINDS.map((kind) => ({
            id: kind,
            label: t("accountability-kind-word", { kind }),
          })),
        ]}
        value={filter.kind ?? ANY}
        onChange={(id) => change({ kind: orAny(id) })}
      />
      <SelectField<AboutKind | typeof ANY>
        label={t("accountability-about")}
        options={[
          any("accountability-anything"),
          ...ABOUT_KINDS.map((about) => ({
            id: about,
            label: t("accountability-about-word", { about }),
          })),
        ]}
        value={filter.about ?? ANY}
        onChange={(id) => change({ about: orAny(id) })}
      />
      {isNarrowed(filter) && (
        <Button variant="plain" icon="close" onPress={() => onChange(wholeJournal())}>
          {t("accountability-clear")}
        </Button>
      )}
    </fieldset>
  );
}
