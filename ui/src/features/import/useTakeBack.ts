import { useToast } from "../../components/Toast";
import type { ImportId, ImportUndone } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

/** Takes an import back, whenever it was, and says who was removed and who was kept. */
export function useTakeBack(): (which: ImportId, onDone?: () => void) => void {
  const t = useText();
  const toast = useToast();
  const undo = useAct("undo_import");
  return (which, onDone) =>
    undo.mutate(
      { import: which },
      {
        onSuccess: ({ removed, kept }: ImportUndone) => {
          toast.show({ message: t("import-taken-back", { removed, kept }) });
          onDone?.();
        },
      },
    );
}
