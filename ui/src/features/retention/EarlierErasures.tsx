import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { ErasureRow } from "../../ipc/generated/bindings";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { PeriodDialog } from "./PeriodDialog";
import { ReportMenu } from "./ReportMenu";
import styles from "./Retention.module.css";

interface Props {
  rows: ErasureRow[];
}

/** The erasures that were done, each with whether the bytes were searched afterwards, and its report. */
export function EarlierErasures({ rows }: Props) {
  const t = useText();
  const [isOfPeriod, setIsOfPeriod] = useState(false);
  return (
    <Section
      title={t("retention-earlier-title")}
      actions={
        <>
          <Button onPress={() => setIsOfPeriod(true)}>{t("retention-period")}</Button>
          <ReportMenu of={{ of: "schedule" }} label={t("retention-schedule")} />
        </>
      }
    >
      {isOfPeriod && <PeriodDialog onClose={() => setIsOfPeriod(false)} />}
      {rows.length === 0 ? (
        <p className={styles.soft}>{t("retention-earlier-none")}</p>
      ) : (
        <Table
          caption={t("retention-earlier-table")}
          rows={rows}
          rowKey={({ erasure }) => erasure}
          columns={[
            {
              id: "when",
              label: t("retention-column-when"),
              isRowHeader: true,
              cell: ({ at }) => showDateTime(at),
            },
            { id: "by", label: t("retention-column-by"), cell: ({ by }) => by },
            {
              id: "people",
              label: t("retention-column-people"),
              isNumber: true,
              cell: ({ people }) => t("retention-due-number", { count: people }),
            },
            ...(rows.some(({ parts }) => parts > 0)
              ? [
                  {
                    id: "parts",
                    label: t("retention-column-parts"),
                    isNumber: true,
                    cell: ({ parts }: ErasureRow) => t("retention-due-number", { count: parts }),
                  },
                ]
              : []),
            {
              id: "late",
              label: t("retention-column-late"),
              cell: ({ daysLate }) => t("retention-late", { days: daysLate }),
            },
            {
              id: "verified",
              label: t("retention-column-verified"),
              cell: ({ verified }) => (
                <Chip tone={verified ? "good" : "danger"} icon={verified ? "check" : "warning"}>
                  {t(verified ? "retention-verified" : "retention-not-verified")}
                </Chip>
              ),
            },
            {
              id: "report",
              label: t("retention-column-report"),
              cell: ({ erasure, verified }) =>
                verified && (
                  <ReportMenu
                    of={{ of: "erasure", erasure }}
                    label={t("retention-report-save-this")}
                    size="small"
                  />
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
