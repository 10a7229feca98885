import { Button } from "../../components/Button";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useCommand } from "../../ipc/queries";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Import.module.css";
import { useTakeBack } from "./useTakeBack";

/** The imports there were, each of which can still be taken back. */
export function EarlierImports() {
  const t = useText();
  const imports = useCommand("list_imports", {}).data;
  const takeBack = useTakeBack();
  if (imports === undefined) return null;
  const { rows } = imports;
  return (
    <div className={styles.earlier}>
      <Section title={t("import-earlier-title")}>
        {rows.length === 0 ? (
          <p className={styles.soft}>{t("import-earlier-none")}</p>
        ) : (
          <Table
            caption={t("import-earlier-table")}
            rows={rows}
            rowKey={(row) => row.import}
            columns={[
              {
                id: "when",
                label: t("import-column-when"),
                isRowHeader: true,
                cell: ({ at }) => showDateTime(at),
              },
              { id: "by", label: t("import-column-by"), cell: ({ by }) => by },
              {
                id: "layout",
                label: t("import-column-layout"),
                cell: ({ layout }) => t("import-layout-word", { layout }),
              },
              {
                id: "added",
                label: t("import-column-added"),
                isNumber: true,
                cell: ({ added }) => t("import-number", { count: added }),
              },
              {
                id: "state",
                label: t("import-column-state"),
                cell: ({ undoneAt }) =>
                  undoneAt === null
                    ? t("import-state-in")
                    : t("import-state-back", { date: showDateTime(undoneAt) }),
              },
              {
                id: "actions",
                label: t("import-column-actions"),
                cell: (row) =>
                  row.undoneAt === null && (
                    <Button
                      size="small"
                      onPress={() => takeBack(row.import)}
                      ariaLabel={t("import-take-back-one", { date: showDateTime(row.at) })}
                    >
                      {t("import-take-back")}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Section>
    </div>
  );
}
