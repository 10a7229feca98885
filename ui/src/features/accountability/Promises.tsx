import { useState } from "react";
import type { Place } from "../../app/places";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Link } from "../../components/Link";
import list from "../../components/List.module.css";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { EvidencePlace } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { ReportMenu } from "../retention/ReportMenu";
import styles from "./Promises.module.css";

/* Where each piece of evidence is looked at. */
const PLACES: Record<EvidencePlace, Place> = {
  candidates: { at: "candidates" },
  reserveList: { at: "reserve" },
  retention: { at: "retention", tab: "goes" },
  erasureReports: { at: "retention", tab: "goes" },
  recipientsToTell: { at: "retention", tab: "recipients" },
  people: { at: "people" },
  rights: { at: "rights" },
  journal: { at: "accountability", tab: "journal" },
  purposes: { at: "accountability", tab: "purposes" },
  recipients: { at: "accountability", tab: "recipients" },
  transfers: { at: "accountability", tab: "transfers" },
  dpias: { at: "accountability", tab: "dpias" },
  training: { at: "accountability", tab: "training" },
  figures: { at: "accountability", tab: "figures" },
  notices: { at: "accountability", tab: "notices" },
  notToApproach: { at: "accountability", tab: "approach" },
};

/** The notice, promise by promise: how each is kept here, what shows it, and what is overdue now. */
export function Promises() {
  const t = useText();
  const [isOverdueOnly, setIsOverdueOnly] = useState(false);
  const view = useCommand("list_promises", {}, { refetchOnMount: "always" }).data;
  if (view === undefined) return <Skeleton lines={8} />;
  const rows = view.rows.map((row) => ({
    ...row,
    isOverdue: row.evidence.some(({ overdue }) => overdue),
  }));
  const shown = isOverdueOnly ? rows.filter(({ isOverdue }) => isOverdue) : rows;
  return (
    <Section
      title={t("promises-title")}
      hint={t("promises-hint")}
      actions={<ReportMenu of={{ of: "promises" }} label={t("promises-report")} />}
    >
      <div className={styles.standing}>
        <p role="status">{t("promises-standing", { count: rows.length, overdue: view.overdue })}</p>
        {view.overdue > 0 && (
          <Button size="small" onPress={() => setIsOverdueOnly(!isOverdueOnly)}>
            {t(isOverdueOnly ? "promises-all" : "promises-overdue-only")}
          </Button>
        )}
      </div>
      <ul className={list.rows} aria-label={t("promises-title")}>
        {shown.map(({ promise, number, promised, keptBy, evidence, isOverdue }) => (
          <li key={promise} className={styles.promise}>
            <h3 className={styles.promised}>
              <span className={styles.number}>{number}</span> {promised}
            </h3>
            {isOverdue && <Chip tone="danger">{t("promises-overdue")}</Chip>}
            <p className={list.soft}>{keptBy}</p>
            <ul className={styles.evidence} aria-label={t("promises-evidence", { number })}>
              {evidence.map(({ words, place, overdue }) => (
                <li key={words} data-overdue={overdue}>
                  <Link to={PLACES[place]}>{words}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
