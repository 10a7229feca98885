import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { asFailure } from "../../ipc/call";
import type { ErasureReceipt, IpcError } from "../../ipc/generated/bindings";
import { useJob } from "../../ipc/jobs";
import { useAct } from "../../ipc/queries";
import { wordError } from "../../text/errors";
import { useText } from "../../text/text";
import { ErasureReceiptView } from "./ErasureReceiptView";
import { ErasureRunning } from "./ErasureRunning";

interface Props {
  /** How many are due. */
  due: number;
  onDone: () => void;
}

/** Erases what is due without asking, as the organisation chose, and shows the proof. */
export function SweepAtSignIn({ due, onDone }: Props) {
  const t = useText();
  const { mutateAsync: sweep } = useAct("sweep_at_sign_in", { errors: "caller" });
  const job = useJob();
  const { begin, end } = job;
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const [failure, setFailure] = useState<IpcError | null>(null);
  const isBegun = useRef(false);
  const begun = useRef({ due, onDone });

  useEffect(() => {
    // Once, whatever the page draws anew meanwhile.
    if (isBegun.current) return;
    isBegun.current = true;
    sweep({ job: begin(begun.current.due) })
      .then((answer) => {
        if (answer.receipt === null) begun.current.onDone();
        else setReceipt(answer.receipt);
      })
      .catch((thrown: unknown) => setFailure(asFailure(thrown).error))
      .finally(end);
  }, [sweep, begin, end]);

  if (receipt !== null) return <ErasureReceiptView receipt={receipt} onDone={onDone} />;
  if (failure !== null) {
    const { title, rest } = wordError(failure);
    return (
      <>
        <PageHeader title={t("retention-gate-title")} />
        <Notice
          tone="danger"
          title={title}
          isAlert
          actions={<Button onPress={onDone}>{t("retention-close")}</Button>}
        >
          {rest}
        </Notice>
      </>
    );
  }
  return <ErasureRunning job={job} title={t("retention-sweeping")} />;
}
