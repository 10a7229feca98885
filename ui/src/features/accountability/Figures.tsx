import { EmptyState } from "../../components/EmptyState";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { FigureTableView } from "./FigureTableView";
import { showQuarter } from "./figureWords";

/** What remains of people who were erased: counts that point to nobody. */
export function Figures() {
  const t = useText();
  const { data } = useCommand("read_statistics", {});
  if (data === undefined) return <Skeleton lines={8} />;
  const { before, fewest, bySource, byStage, byEnding } = data;
  const quarter = showQuarter(t, before);
  if (bySource.rows.length === 0) {
    return (
      <EmptyState
        icon="accountability"
        title={t("figures-none-title")}
        text={t("figures-none-text", { quarter })}
      />
    );
  }
  return (
    <Section title={t("figures-title")} hint={t("figures-hint", { quarter, fewest })}>
      <FigureTableView title={t("figures-by-source")} table={bySource} />
      <FigureTableView title={t("figures-by-stage")} table={byStage} />
      <FigureTableView title={t("figures-by-ending")} table={byEnding} />
    </Section>
  );
}
