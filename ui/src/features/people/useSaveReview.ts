import { useToast } from "../../components/Toast";
import type { ExportReview } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

/** Saves the access review as a file, where the system's dialog says. */
export function useSaveReview() {
  const t = useText();
  const toast = useToast();
  const { mutate, isPending } = useAct("export_access_review");
  return {
    isPending,
    save: (request: ExportReview) =>
      mutate(request, {
        onSuccess: ({ saved }) => {
          if (saved) toast.show({ message: t("people-review-saved"), undo: null });
        },
      }),
  };
}
