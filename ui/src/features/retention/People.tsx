import { useState } from "react";
import { Button } from "../../components/Button";
import { Table } from "../../components/Table";
import type { ErasureCandidate } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { FIRST, wasToGo, whose, why } from "./columns";
import styles from "./Retention.module.css";

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
        columns={[whose(), wasToGo(), why()]}
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
