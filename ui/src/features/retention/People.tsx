import { useState } from "react";
import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { Table } from "../../components/Table";
import type { ErasureCandidate } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

/** How many people are shown before the others are asked for. */
const FIRST = 10;

interface Props {
  rows: ErasureCandidate[];
  caption: string;
}

/** People with the day their record was to go and the rule that decides. */
export function People({ rows, caption }: Props) {
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
