import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Notice } from "../../components/Notice";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { ImportChoices, ImportPreview } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Import.module.css";
import { ImportChoicesForm } from "./ImportChoicesForm";
import { ImportColumns } from "./ImportColumns";
import { ImportFigures } from "./ImportFigures";
import { ImportRefused } from "./ImportRefused";

interface Props {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
  onRun: () => void;
}

/** Everything a file would bring in and everything it would not, before anything is added. */
export function ImportPreviewView({ preview, choices, onChange, onRun }: Props) {
  const t = useText();
  const { needs, wouldAdd, hereAlready, refused, refusedTotal, warnings, vacancies } = preview;
  const isReady = needs.length === 0;
  const brings = wouldAdd + hereAlready > 0;

  return (
    <>
      <ImportFigures preview={preview} />
      {needs.length > 0 && (
        <Notice tone="warn" title={t("import-needs-title", { count: needs.length })}>
          <ul className={styles.needs}>
            {needs.map((need) => (
              <li key={need}>{t(`import-need-${need}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ImportChoicesForm preview={preview} choices={choices} onChange={onChange} />
      <ImportColumns preview={preview} choices={choices} onChange={onChange} />
      {vacancies.length > 0 && (
        <Section title={t("import-vacancies-title")}>
          <Table
            caption={t("import-vacancies-table")}
            rows={vacancies}
            rowKey={({ title }) => title}
            columns={[
              {
                id: "title",
                label: t("import-vacancy-title"),
                isRowHeader: true,
                cell: ({ title }) => title,
              },
              {
                id: "applications",
                label: t("import-vacancy-applications"),
                isNumber: true,
                cell: ({ applications }) => t("import-number", { count: applications }),
              },
              {
                id: "state",
                label: t("import-vacancy-state"),
                cell: (row) => (
                  <Chip tone={row.hereAlready ? "neutral" : "info"}>
                    {t(row.hereAlready ? "import-vacancy-here" : "import-vacancy-new")}
                  </Chip>
                ),
              },
            ]}
          />
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={t("import-warnings-title")}>
          <ul className={styles.warnings}>
            {warnings.map(({ what, count }) => (
              <li key={what}>
                {what} <span className={styles.soft}>{t("import-warning-count", { count })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {refusedTotal > 0 && <ImportRefused rows={refused} total={refusedTotal} />}
      <div className={styles.run}>
        {brings ? (
          <Button
            variant="primary"
            size="large"
            onPress={onRun}
            isDisabled={!isReady}
            reason={t("import-needs-title", { count: needs.length })}
          >
            {wouldAdd > 0
              ? t("import-run", { count: wouldAdd })
              : t("import-run-joins", { count: hereAlready })}
          </Button>
        ) : (
          <p className={styles.soft}>{t("import-nothing")}</p>
        )}
        <p className={styles.soft}>{t("import-start-rule-undo")}</p>
      </div>
    </>
  );
}
