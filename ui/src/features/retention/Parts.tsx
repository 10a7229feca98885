import { useState } from "react";
import { Button } from "../../components/Button";
import { Table } from "../../components/Table";
import type { ErasurePart } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { FIRST, wasToGo, whose, why } from "./columns";
import { partWord } from "./partWords";
import styles from "./Retention.module.css";

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
          whose(),
          {
            id: "part",
            label: t("retention-column-part"),
            cell: ({ class: part, vacancyTitle }) =>
              vacancyTitle === null
                ? partWord(part)
                : t("retention-part-of", { class: partWord(part), vacancy: vacancyTitle }),
          },
          wasToGo(),
          why(),
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
