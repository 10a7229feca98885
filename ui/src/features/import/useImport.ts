import { useRef, useState } from "react";
import { asFailure, call } from "../../ipc/call";
import type {
  ImportChoices,
  ImportPreview,
  ImportReceipt,
  IpcError,
} from "../../ipc/generated/bindings";
import { useJob } from "../../ipc/jobs";
import { useAct } from "../../ipc/queries";

/** The choices of someone who has made none. */
const NO_CHOICES: ImportChoices = {
  targets: null,
  dateForms: null,
  undatedReceivedOn: null,
  defaultSource: null,
  defaultVacancy: null,
  notice: null,
};

/** One file on its way in: chosen, looked at with the choices made, brought in. */
export function useImport() {
  const job = useJob();
  const run = useAct("run_import", { errors: "caller" });
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES);
  const [receipt, setReceipt] = useState<ImportReceipt | null>(null);
  const [failure, setFailure] = useState<IpcError | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const latest = useRef(0);

  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(asFailure(thrown).error);
    }
  };

  const choose = async ({ dropped }: { dropped: boolean } = { dropped: false }) => {
    setIsChoosing(true);
    await attempt(async () => {
      const chosen = await call("choose_import_file", { dropped });
      // Closing the dialog without a choice leaves everything as it was.
      if (chosen.preview === null) return;
      setPreview(chosen.preview);
      setChoices(NO_CHOICES);
      setReceipt(null);
    });
    setIsChoosing(false);
  };

  const change = async (next: ImportChoices) => {
    if (preview === null) return;
    setChoices(next);
    latest.current += 1;
    const asked = latest.current;
    await attempt(async () => {
      const seen = await call("preview_import", { file: preview.file, choices: next });
      if (asked === latest.current) setPreview(seen);
    });
  };

  const start = async () => {
    if (preview === null) return;
    await attempt(async () => {
      const number = job.begin(preview.rows);
      try {
        setReceipt(await run.mutateAsync({ file: preview.file, choices, job: number }));
        setPreview(null);
      } finally {
        job.end();
      }
    });
  };

  const reset = () => {
    setReceipt(null);
    setPreview(null);
    setFailure(null);
  };

  return { job, preview, choices, receipt, failure, isChoosing, choose, change, start, reset };
}
