import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { PeriodChange, PolicyVersionView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

interface Props {
  versions: readonly PolicyVersionView[];
}

/** Every version of the periods: since when, who set it, what it changed and why. */
export function PolicyVersions({ versions }: Props) {
  const t = useText();
  return (
    <Section title={t("policy-versions")} hint={t("policy-versions-hint")}>
      <Table
        caption={t("policy-versions-table")}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            id: "version",
            label: t("policy-column-version"),
            isRowHeader: true,
            isShort: true,
            cell: ({ version }) => t("policy-version", { version }),
          },
          {
            id: "from",
            label: t("policy-column-from"),
            isShort: true,
            cell: ({ inUseFrom }) => showDate(inUseFrom),
          },
          {
            id: "by",
            label: t("policy-column-by"),
            isShort: true,
            cell: ({ setBy }) => setBy ?? t("policy-with-store"),
          },
          {
            id: "changes",
            label: t("policy-column-changes"),
            cell: ({ version, changes }) =>
              version === 1 ? t("policy-first") : <Changes changes={changes} />,
          },
          {
            id: "reason",
            label: t("policy-column-reason"),
            cell: ({ reason }) => reason ?? t("policy-no-reason"),
          },
        ]}
      />
    </Section>
  );
}

/** What changed, period by period. */
export function Changes({ changes }: { changes: readonly PeriodChange[] }) {
  const t = useText();
  return (
    <ul className={styles.changes}>
      {changes.map(({ period, unit, before, after }) => (
        <li key={period}>
          {t("policy-changed", {
            period: t("policy-period", { period }),
            before: t("policy-length", { unit, length: before }),
            after: t("policy-length", { unit, length: after }),
          })}
        </li>
      ))}
    </ul>
  );
}
