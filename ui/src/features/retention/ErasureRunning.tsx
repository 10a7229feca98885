import { Card } from "../../components/Card";
import { PageHeader } from "../../components/PageHeader";
import { Progress } from "../../components/Progress";
import type { Job } from "../../ipc/jobs";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

interface Props {
  job: Job;
  title: string;
}

/** How far an erasure has come, and the way to stop it. */
export function ErasureRunning({ job, title }: Props) {
  const t = useText();
  const { done, total } = job.progress ?? { done: 0, total: 0 };
  return (
    <>
      <PageHeader title={title} />
      <Card>
        <Progress
          label={job.stopping ? t("retention-stopping") : title}
          done={done}
          total={total}
          startedAt={job.startedAt}
          {...(!job.stopping && { onCancel: job.cancel })}
        />
        <p className={styles.soft}>{t("retention-running-safe")}</p>
      </Card>
    </>
  );
}
