import { useState } from "react";
import { href } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Icon } from "../../components/Icon";
import list from "../../components/List.module.css";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { IncidentRow } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { ClockChip } from "./ClockChip";
import { Complaints } from "./complaints/Complaints";
import { kindWord } from "./incidentWords";
import { ReportIncidentDialog } from "./ReportIncidentDialog";
import styles from "./Rights.module.css";
import { RequestsSection } from "./requests/RequestsSection";

/** What was reported, each with its clock and its next step. */
export function RightsScreen() {
  const t = useText();
  const [isReporting, setIsReporting] = useState(false);
  const { may } = useSession();
  const found = useCommand("list_incidents", {}).data;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("incidents-place")}
        subtitle={t(found?.own === true ? "incidents-lede-own" : "incidents-lede")}
        actions={
          <Button icon="plus" variant="primary" onPress={() => setIsReporting(true)}>
            {t("incidents-report")}
          </Button>
        }
      />
      {may("readRegisters") && <RequestsSection />}
      <Section title={t("incidents-title")} hint={t("incidents-hint")}>
        {found === undefined ? (
          <Skeleton />
        ) : found.rows.length === 0 ? (
          <p className={list.soft}>{t(found.own ? "incidents-none-own" : "incidents-none")}</p>
        ) : (
          <ul className={styles.list}>
            {found.rows.map((row) => (
              <Row key={row.incident} row={row} />
            ))}
          </ul>
        )}
      </Section>
      <Complaints />
      {isReporting && <ReportIncidentDialog onClose={() => setIsReporting(false)} />}
    </div>
  );
}

function Row({ row }: { row: IncidentRow }) {
  const t = useText();
  const { incident, number, kind, noticedOn, next, clock, closedOn } = row;
  return (
    <li>
      <a className={styles.item} href={href({ at: "incident", id: incident })}>
        <span className={styles.itemWords}>
          <span className={list.title}>{t("incidents-one", { number, kind: kindWord(kind) })}</span>
          <span className={list.soft}>
            {closedOn === null
              ? t("incidents-row", {
                  noticed: showDate(noticedOn),
                  step: next ?? "close",
                  due: showDateTime(clock.dueAt),
                })
              : t("incidents-row-closed", {
                  noticed: showDate(noticedOn),
                  closed: showDate(closedOn),
                })}
          </span>
        </span>
        {closedOn === null ? (
          <ClockChip clock={clock} />
        ) : (
          <Chip icon="check">{t("incidents-closed-chip")}</Chip>
        )}
        <Icon name="chevronRight" size={16} />
      </a>
    </li>
  );
}
