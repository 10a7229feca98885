import { useState } from "react";
import { Button } from "../../components/Button";
import type { CandidateId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import { InterviewRows } from "./InterviewRows";
import { ScheduleDialog } from "./ScheduleDialog";

interface Props {
  candidate: CandidateId;
  name: string;
}

/** The interviews of a candidate, and the way to schedule one. */
export function CandidateInterviews({ candidate, name }: Props) {
  const t = useText();
  const [isScheduling, setIsScheduling] = useState(false);
  const { data } = useCommand("list_interviews", { of: { kind: "candidate", candidate } });
  const may = data !== undefined && data.schedulable.length > 0;
  return (
    <section className={styles.panel} aria-labelledby="candidate-interviews">
      <div className={styles.panelHead}>
        <h2 id="candidate-interviews" className={styles.panelTitle}>
          {t("interview-list")}
        </h2>
        {may && (
          <Button size="small" icon="plus" onPress={() => setIsScheduling(true)}>
            {t("interview-schedule")}
          </Button>
        )}
      </div>
      {data !== undefined && data.interviews.length === 0 && (
        <p className={styles.soft}>{t("interview-list-none")}</p>
      )}
      {data !== undefined && <InterviewRows rows={data.interviews} by="vacancy" />}
      {isScheduling && data !== undefined && (
        <ScheduleDialog
          name={name}
          applications={data.schedulable}
          onClose={() => setIsScheduling(false)}
        />
      )}
    </section>
  );
}
