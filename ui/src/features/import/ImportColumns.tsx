import { Section } from "../../components/Section";
import { SelectField } from "../../components/SelectField";
import { Table } from "../../components/Table";
import type { ImportChoices, ImportColumn, ImportPreview } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Import.module.css";

interface Props {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

interface Row {
  column: ImportColumn;
  place: number;
  heading: string;
}

/** The columns of the file, what each is taken for, and how its dates are read. */
export function ImportColumns({ preview, choices, onChange }: Props) {
  const t = useText();
  const known = useCommand("import_targets", {}).data;
  const { columns } = preview;
  const rows: Row[] = columns.map((column, place) => ({
    column,
    place,
    heading: column.heading.trim() || t("import-unnamed", { number: place + 1 }),
  }));

  const setTarget = (place: number, target: string) =>
    onChange({
      ...choices,
      targets: columns.map((column, at) => (at === place ? target : column.target)),
    });
  const setDateForm = (place: number, form: string) =>
    onChange({
      ...choices,
      dateForms: columns.map((_, at) => (at === place ? form : (choices.dateForms?.[at] ?? null))),
    });

  return (
    <Section title={t("import-columns-title")} hint={t("import-columns-lede")}>
      <Table
        caption={t("import-columns-table")}
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            id: "heading",
            label: t("import-column-heading"),
            isRowHeader: true,
            cell: ({ heading }) => heading,
          },
          {
            id: "samples",
            label: t("import-column-samples"),
            cell: ({ column }) => <Samples samples={column.samples} />,
          },
          {
            id: "target",
            label: t("import-column-target"),
            cell: ({ column, place, heading }) => (
              <div className={styles.target}>
                <SelectField
                  label={t("import-column-target-of", { heading })}
                  isLabelHidden
                  options={(known?.targets ?? []).map(({ target, label }) => ({
                    id: target,
                    label,
                  }))}
                  value={column.target}
                  onChange={(target) => setTarget(place, target)}
                />
                {column.leftOutBecause !== null && (
                  <p className={styles.soft}>{column.leftOutBecause}</p>
                )}
                {column.dateForms.length > 0 && (
                  <SelectField
                    label={t("import-column-date-form", { heading })}
                    options={(known?.dateForms ?? [])
                      .filter(({ form }) => column.dateForms.includes(form))
                      .map(({ form, label }) => ({ id: form, label }))}
                    value={column.dateForm}
                    onChange={(form) => setDateForm(place, form)}
                    error={
                      column.dateForm === null && preview.needs.includes("dateForm")
                        ? t("import-need-dateForm")
                        : undefined
                    }
                  />
                )}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Samples({ samples }: { samples: string[] }) {
  const t = useText();
  const seen = [...new Set(samples.filter((sample) => sample.trim() !== ""))];
  if (seen.length === 0) return <span className={styles.soft}>{t("import-no-samples")}</span>;
  return (
    <ul className={styles.samples}>
      {seen.map((sample) => (
        <li key={sample}>{sample}</li>
      ))}
    </ul>
  );
}
