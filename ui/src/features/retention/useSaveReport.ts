import { useToast } from "../../components/Toast";
import type { MakeReport } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

/** Saves a report as a file, where the system's dialog says. */
export function useSaveReport() {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_report");
  return {
    isPending,
    save: async (request: MakeReport) => {
      const { saved } = await mutateAsync(request);
      if (saved) toast.show({ message: t("retention-report-saved"), undo: null });
    },
  };
}
