import { useState } from "react";
import { Button } from "../../components/Button";
import type { Selection } from "../../components/grid/types";
import { Menu } from "../../components/Menu";
import { useToast } from "../../components/Toast";
import type { CandidateRow, Stage } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { STAGES, stageWord } from "../../text/words";
import styles from "./Candidates.module.css";
import { RejectDialog } from "./RejectDialog";

interface Props {
  selection: Selection<CandidateRow>;
  onClear: () => void;
}

/** What can be done with the people selected: always to the latest application of each. */
export function BulkBar({ selection, onClear }: Props) {
  const t = useText();
  const toast = useToast();
  const move = useAct("move_applications");
  const [rejecting, setRejecting] = useState(false);
  const live = [...selection.values()].filter(({ latest }) => latest?.outcome === null);
  const applications = live.flatMap(({ latest }) => (latest === null ? [] : [latest.application]));
  const left = selection.size - live.length;

  function moveTo(to: Stage) {
    move.mutate(
      { applications, to },
      {
        onSuccess: ({ undo }) => {
          const [first] = live;
          toast.show({
            message: t("candidates-moved", {
              count: live.length,
              name: first?.name ?? "",
              stage: stageWord(to),
            }),
            undo,
          });
          onClear();
        },
      },
    );
  }

  return (
    <section className={styles.bulk} aria-label={t("candidates-bulk")}>
      <p className={styles.bulkCount} role="status">
        {t("components-grid-selected", { count: selection.size })}
        {left > 0 && <span> · {t("candidates-bulk-left", { count: left })}</span>}
      </p>
      <Menu
        label={t("candidates-bulk-move", { count: live.length })}
        items={STAGES.map((stage) => ({ id: stage, label: stageWord(stage) }))}
        isDisabled={live.length === 0 || move.isPending}
        onAction={moveTo}
        size="small"
      />
      <Button
        size="small"
        isDisabled={live.length === 0}
        reason={t("candidates-bulk-none")}
        onPress={() => setRejecting(true)}
      >
        {t("candidates-bulk-reject", { count: live.length })}
      </Button>
      <Button variant="plain" size="small" onPress={onClear}>
        {t("candidates-bulk-clear")}
      </Button>
      <RejectDialog
        isOpen={rejecting}
        people={live}
        onClose={() => setRejecting(false)}
        onDone={onClear}
      />
    </section>
  );
}
