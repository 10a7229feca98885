import { useState } from "react";
import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { Table } from "../../components/Table";
import type { ErasurePart } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { partWord } from "./partWords";
import styles from "./Retention.module.css";

/** How many parts are shown before the others are asked for. */
const FIRST = 10;

interface Props {
  rows: ErasurePart[];
  caption: string;
}

/** Parts of the records of people who stay: what each is, whose, the day it was to go and the rule that decides. */
export function Parts({ rows, caption }: Props) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const numbered = rows.map((row, index) => ({ ...row, index }));
  const shown = showsAll ? numbered : numbered.slice(0, FIRST);
  return (
    <>
      <Table
        caption={caption}
        rows={shown}
        rowKey={({ index }) => String(index)}
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
            id: "part",
            label: t("retention-column-part"),
            cell: ({ class: part, vacancyTitle }) =>
              vacancyTitle === null
                ? partWord(part)
                : t("retention-part-of", { class: partWord(part), vacancy: vacancyTitle }),
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
