import { useEffect, useState } from "react";
import { focusHeading } from "../../app/focus";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { asFailure } from "../../ipc/call";
import type { CandidateId, Erase, ErasureReceipt, IpcError } from "../../ipc/generated/bindings";
import { useJob } from "../../ipc/jobs";
import { useAct, useCommand } from "../../ipc/queries";
import { wordError } from "../../text/errors";
import { useText } from "../../text/text";
import { BulkNotice } from "./BulkNotice";
import { ClockNotice } from "./ClockNotice";
import { ErasureConfirm } from "./ErasureConfirm";
import { ErasurePreviewView } from "./ErasurePreviewView";
import { ErasureReceiptView } from "./ErasureReceiptView";
import { ErasureRunning } from "./ErasureRunning";
import styles from "./Retention.module.css";
import { SaveLetter } from "./SaveLetter";

interface Props {
  /** Whom; everyone who is due where none are named. */
  candidates: CandidateId[] | null;
  onClose: () => void;
}

/** The way from seeing what would go, by typing that it shall, to the proof that it has. */
export function ErasureFlow({ candidates, onClose }: Props) {
  const t = useText();
  // A preview holds until records change, so it is asked for anew each time and never refreshed underneath.
  const preview = useCommand(
    "preview_erasure",
    { candidates },
    { gcTime: 0, staleTime: "static", throwOnError: false },
  );
  const erase = useAct("erase", { errors: "caller" });
  const job = useJob();
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const [failure, setFailure] = useState<IpcError | null>(null);
  const step = receipt !== null ? "receipt" : job.progress !== null ? "running" : "preview";

  useEffect(() => {
    if (step !== "running") focusHeading();
  }, [step]);

  const start = async (request: Omit<Erase, "job">, total: number) => {
    setFailure(null);
    try {
      setReceipt(await erase.mutateAsync({ ...request, job: job.begin(total) }));
    } catch (thrown) {
      setFailure(asFailure(thrown).error);
    } finally {
      job.end();
    }
  };
  const again = () => {
    setFailure(null);
    void preview.refetch();
  };

  if (receipt !== null) return <ErasureReceiptView receipt={receipt} onDone={onClose} />;
  if (preview.isError) {
    const { title, rest } = wordError(asFailure(preview.error).error);
    return (
      <>
        <PageHeader title={t("retention-title")} />
        <Notice
          tone="danger"
          title={title}
          isAlert
          actions={<Button onPress={onClose}>{t("retention-close")}</Button>}
        >
          {rest}
        </Notice>
      </>
    );
  }
  if (preview.data === undefined) return <Skeleton />;

  const { total, partsTotal, confirm, clock, bulk } = preview.data;
  const amount = { count: total, parts: partsTotal };
  const only = candidates?.length === 1 && total === 1 ? (candidates[0] ?? null) : null;
  const others = clock.is === "jumped" ? clock.others : (bulk?.others ?? null);
  const isHeld = clock.is === "setBack" || others?.length === 0;
  if (job.progress !== null) {
    return <ErasureRunning job={job} title={t("retention-running", amount)} />;
  }

  return (
    <>
      <PageHeader title={t("retention-preview-title", amount)} />
      <div className={styles.flow}>
        {failure !== null && <ErasureFailure failure={failure} onAgain={again} />}
        <ClockNotice clock={clock} mayErase />
        {bulk !== null && <BulkNotice bulk={bulk} />}
        <ErasurePreviewView preview={preview.data} />
        {only !== null && <SaveLetter candidate={only} />}
        {total + partsTotal === 0 || isHeld ? (
          <div>
            <Button onPress={onClose}>{t("retention-close")}</Button>
          </div>
        ) : (
          <ErasureConfirm
            amount={amount}
            confirm={confirm}
            others={others}
            onErase={(typed, second, doNotApproach) =>
              void start(
                { preview: preview.data.preview, typed, second, doNotApproach },
                total + partsTotal,
              )
            }
            onKeep={onClose}
          />
        )}
      </div>
    </>
  );
}

interface FailureProps {
  failure: IpcError;
  onAgain: () => void;
}

function ErasureFailure({ failure, onAgain }: FailureProps) {
  const t = useText();
  if (failure.code === "cancelled") {
    return <Notice tone="info" title={t("retention-cancelled")} isAlert />;
  }
  if (failure.code === "wrongPassphrase") {
    return (
      <Notice tone="danger" title={t("retention-second-wrong")} isAlert>
        {t("retention-second-wrong-rest")}
      </Notice>
    );
  }
  const stale = failure.code === "stale" || failure.code === "notFound";
  const worded = stale ? { title: t("retention-failed-stale"), rest: "" } : wordError(failure);
  return (
    <Notice
      tone="danger"
      title={worded.title}
      isAlert
      actions={<Button onPress={onAgain}>{t("retention-preview-again")}</Button>}
    >
      {worded.rest}
    </Notice>
  );
}
