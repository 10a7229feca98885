import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Link } from "../../components/Link";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { ErasureCandidate, ErasurePreview } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

/** How many people are shown before the others are asked for. */
const FIRST = 10;

interface Props {
  preview: ErasurePreview;
}

/** What an erasure would do: who goes and by which rule, who stays and why, and what remains. */
export function ErasurePreviewView({ preview }: Props) {
  const t = useText();
  const { total, goes, stays, staysTotal } = preview;
  return (
    <>
      {total > 0 && (
        <>
          <div className={styles.both}>
            <Card>
              <h2 className={styles.small}>{t("retention-what-goes")}</h2>
              <p>{t("retention-what-goes-list")}</p>
            </Card>
            <Card>
              <h2 className={styles.small}>{t("retention-what-remains")}</h2>
              <p>{t("retention-what-remains-list")}</p>
            </Card>
          </div>
          <Section
            title={t("retention-goes", { count: total })}
            {...(goes.length < total && {
              hint: t("retention-first-of", { shown: goes.length, total }),
            })}
          >
            <People rows={goes} caption={t("retention-goes-table")} />
          </Section>
        </>
      )}
      {staysTotal > 0 && (
        <Section
          title={t("retention-stays", { count: staysTotal })}
          {...(stays.length < staysTotal && {
            hint: t("retention-first-of", { shown: stays.length, total: staysTotal }),
          })}
        >
          <People rows={stays} caption={t("retention-stays-table")} />
        </Section>
      )}
      {total === 0 && staysTotal === 0 && <p>{t("retention-nobody")}</p>}
    </>
  );
}

interface PeopleProps {
  rows: ErasureCandidate[];
  caption: string;
}

function People({ rows, caption }: PeopleProps) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, FIRST);
  return (
    <>
      <Table
        caption={caption}
        rows={shown}
        rowKey={({ candidate }) => candidate}
        columns={[
          {
            id: "name",
            isShort: true,
            label: t("retention-column-name"),
            isRowHeader: true,
            cell: ({ candidate, name }) => (
              <Link to={{ at: "candidate", id: candidate }}>{name}</Link>
            ),
          },
          {
            id: "due",
            isShort: true,
            label: t("retention-column-due"),
            cell: ({ eraseOn }) =>
              eraseOn === null ? t("retention-no-date-short") : showDate(eraseOn),
          },
          {
            id: "why",
            label: t("retention-column-why"),
            cell: ({ because }) => (
              <>
                {because.sentence}{" "}
                <span className={styles.rule}>{t("components-rule", { rule: because.rule })}</span>
              </>
            ),
          },
        ]}
      />
      {shown.length < rows.length && (
        <div className={styles.actions}>
          <Button size="small" onPress={() => setShowsAll(true)}>
            {t("retention-show-more", { count: rows.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
