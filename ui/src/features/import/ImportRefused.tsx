import { useState } from "react";
import { Button } from "../../components/Button";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { ImportRefusal } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Import.module.css";

/** How many rows are shown before they are asked for. */
const FIRST = 20;

interface Props {
  rows: ImportRefusal[];
  /** How many are refused in all; the program names the first of them. */
  total: number;
}

/** The rows of the file that are not brought in, each with the reason. */
export function ImportRefused({ rows, total }: Props) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, FIRST);
  return (
    <Section title={t("import-refused-title", { count: total })} hint={t("import-refused-why")}>
      <Table
        caption={t("import-refused-table")}
        rows={shown}
        rowKey={({ row, reason }) => `${row} ${reason}`}
        columns={[
          {
            id: "row",
            label: t("import-refused-row"),
            isRowHeader: true,
            cell: ({ row }) => t("import-number", { count: row }),
          },
          { id: "reason", label: t("import-refused-reason"), cell: ({ reason }) => reason },
        ]}
      />
      <div className={styles.rest}>
        {shown.length < rows.length && (
          <Button size="small" onPress={() => setShowsAll(true)}>
            {t("import-refused-more", { count: rows.length - shown.length })}
          </Button>
        )}
        {shown.length < total && (
          <p className={styles.soft}>{t("import-refused-first", { shown: shown.length, total })}</p>
        )}
      </div>
    </Section>
  );
}
