import { useState } from "react";
import { Button } from "../../components/Button";
import { DaysLeft } from "../../components/DaysLeft";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import type { RetentionReview } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { FIRST, whose, why } from "./columns";
import styles from "./Retention.module.css";

/** Records that go soon and that nobody looked at: the last chance to ask for permission. */
export function Review() {
  const t = useText();
  const toast = useToast();
  const waiting = useCommand("retention_reviews", {});
  const look = useAct("review_records");
  const [showsAll, setShowsAll] = useState(false);

  if (waiting.data === undefined || waiting.data.total === 0) return null;
  const { rows, total } = waiting.data;
  const shown = showsAll ? rows : rows.slice(0, FIRST);
  const mine = shown.filter(({ mayReview }) => mayReview);

  const lookedAt = (looked: readonly RetentionReview[]) => {
    look.mutate(
      { candidates: looked.map(({ candidate }) => candidate) },
      {
        onSuccess: ({ undo }) =>
          toast.show({ message: t("retention-review-done", { count: looked.length }), undo }),
      },
    );
  };

  return (
    <Section
      title={t("retention-review-title")}
      hint={
        shown.length < total
          ? t("retention-review-first-of", { shown: shown.length, total })
          : t("retention-review-hint")
      }
    >
      <Table
        caption={t("retention-review-table")}
        rows={shown}
        rowKey={({ candidate }) => candidate}
        columns={[
          whose(),
          {
            id: "goes",
            isShort: true,
            label: t("retention-column-goes"),
            cell: ({ eraseOn, daysLeft }) => (
              <>
                <span className={styles.day}>{showDate(eraseOn)}</span> <DaysLeft days={daysLeft} />
              </>
            ),
          },
          why(),
          ...(mine.length === 0
            ? []
            : [
                {
                  id: "look",
                  label: t("retention-column-look"),
                  isLabelHidden: true,
                  isShort: true,
                  cell: (row: RetentionReview) =>
                    row.mayReview && (
                      <Button
                        size="small"
                        isDisabled={look.isPending}
                        ariaLabel={t("retention-review-one-of", { name: row.name })}
                        onPress={() => lookedAt([row])}
                      >
                        {t("retention-review-one")}
                      </Button>
                    ),
                },
              ]),
        ]}
      />
      <div className={styles.actions}>
        {mine.length > 1 && (
          <Button size="small" isDisabled={look.isPending} onPress={() => lookedAt(mine)}>
            {t("retention-review-all", { count: mine.length })}
          </Button>
        )}
        {shown.length < rows.length && (
          <Button size="small" onPress={() => setShowsAll(true)}>
            {t("retention-show-more", { count: rows.length - shown.length })}
          </Button>
        )}
      </div>
    </Section>
  );
}
