import { useState } from "react";
import { Button } from "../../components/Button";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import type { CandidateId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
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
    <Panel
      title={t("interview-list")}
      actions={
        may && (
          <Button size="small" icon="plus" onPress={() => setIsScheduling(true)}>
            {t("interview-schedule")}
          </Button>
        )
      }
    >
      {data !== undefined && data.interviews.length === 0 && (
        <p className={list.soft}>{t("interview-list-none")}</p>
      )}
      {data !== undefined && <InterviewRows rows={data.interviews} by="vacancy" />}
      {isScheduling && data !== undefined && (
        <ScheduleDialog
          name={name}
          applications={data.schedulable}
          onClose={() => setIsScheduling(false)}
        />
      )}
    </Panel>
  );
}
