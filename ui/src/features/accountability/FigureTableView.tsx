import { Card } from "../../components/Card";
import { More } from "../../components/More";
import { Table } from "../../components/Table";
import type { FigureTable } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Figures.module.css";
import { nameFigure, showQuarter } from "./figureWords";

interface Props {
  title: string;
  table: FigureTable;
}

/** Counts of one kind: all quarters together with a bar each, and quarter by quarter for whoever asks. */
export function FigureTableView({ title, table }: Props) {
  const t = useText();
  const figure = (count: number | null) =>
    count === null ? (
      <span className={styles.hidden}>{t("figures-hidden")}</span>
    ) : (
      t("charts-number", { value: count })
    );
  const most = Math.max(1, ...table.columns.map(({ total }) => total ?? 0));
  const columns = table.columns
    .map((column, index) => ({ ...column, index, name: nameFigure(t, column.of) }))
    .sort((one, other) => (other.total ?? -1) - (one.total ?? -1));

  return (
    <Card>
      <Table
        caption={title}
        isCaptionShown
        rows={columns}
        rowKey={({ name }) => name}
        columns={[
          { id: "of", label: t("figures-of"), isRowHeader: true, cell: ({ name }) => name },
          {
            id: "bar",
            label: t("figures-share"),
            isLabelHidden: true,
            cell: ({ total }) => (
              <span
                aria-hidden="true"
                className={styles.bar}
                style={{ inlineSize: `${((total ?? 0) / most) * 100}%` }}
              />
            ),
          },
          {
            id: "people",
            label: t("charts-column-people"),
            isNumber: true,
            isShort: true,
            cell: ({ total }) => figure(total),
          },
        ]}
      />
      <p className={styles.total}>
        {table.total === null
          ? t("figures-total-hidden")
          : t("figures-total", { count: table.total })}
      </p>
      <More label={t("figures-by-quarter")}>
        <Table
          caption={t("figures-by-quarter-of", { title })}
          rows={table.rows}
          rowKey={({ quarter }) => quarter}
          columns={[
            {
              id: "quarter",
              label: t("figures-quarter-column"),
              isRowHeader: true,
              isShort: true,
              cell: ({ quarter }) => showQuarter(t, quarter),
            },
            ...columns.map(({ index, name }) => ({
              id: name,
              label: name,
              isNumber: true,
              cell: ({ counts }: FigureTable["rows"][number]) => figure(counts[index] ?? null),
            })),
            {
              id: "total",
              label: t("figures-all"),
              isNumber: true,
              cell: ({ total }: FigureTable["rows"][number]) => figure(total),
            },
          ]}
        />
      </More>
    </Card>
  );
}
