import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Link } from "../../components/Link";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { LackingView, NoticesView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { sourceWord } from "../../text/words";
import { GiveToManyDialog } from "./GiveToManyDialog";
import styles from "./Notices.module.css";

/** Of how many people nothing says that they were given the notice, by where their details came from. */
export function Lacking({ view }: { view: NoticesView }) {
  const t = useText();
  const [of, setOf] = useState<LackingView | null>(null);
  const { without, lacking, versions, mayRecord } = view;
  const choices = versions.map(({ version, notice: { inForceFrom } }) => ({
    version,
    inForceFrom,
  }));
  return (
    <Section title={t("notices-lacking")} hint={t("notices-lacking-hint")}>
      <p className={styles.standing} role="status">
        {t("notices-lacking-count", { count: without })}{" "}
        {mayRecord && without > 0 && (
          <Link to={{ at: "candidates", notice: "missing" }}>{t("notices-lacking-show")}</Link>
        )}
      </p>
      {lacking.length > 0 && (
        <Table
          caption={t("notices-lacking-table")}
          rows={lacking}
          rowKey={({ source }) => source}
          columns={[
            {
              id: "source",
              label: t("notices-column-source"),
              isRowHeader: true,
              cell: ({ source }) => sourceWord(source),
            },
            {
              id: "people",
              label: t("notices-column-people"),
              isNumber: true,
              cell: ({ count }) => count.toLocaleString("en-GB"),
            },
            {
              id: "until",
              label: t("notices-column-until"),
              isShort: true,
              cell: ({ until, overdue }) => (
                <Chip tone={overdue ? "danger" : "neutral"} {...(overdue && { icon: "warning" })}>
                  {t(overdue ? "notices-was-due" : "notices-due", { date: showDate(until) })}
                </Chip>
              ),
            },
            {
              id: "actions",
              label: t("notices-column-actions"),
              isLabelHidden: true,
              cell: (row) =>
                versions.length > 0 && (
                  <Button
                    size="small"
                    onPress={() => setOf(row)}
                    ariaLabel={t("notices-record-one", { source: sourceWord(row.source) })}
                  >
                    {t("notices-record-many")}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {of !== null && <GiveToManyDialog of={of} versions={choices} onClose={() => setOf(null)} />}
    </Section>
  );
}
