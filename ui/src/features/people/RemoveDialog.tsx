import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { AccountRow } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  person: AccountRow;
  onClose: () => void;
}

/** Takes an account out. It can't be undone, so what it means is said first. */
export function RemoveDialog({ person, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_account", { errors: "caller" });
  const save = async () => {
    await remove.mutateAsync({ account: person.account });
    toast.show({ message: t("people-removed", { name: person.name }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("people-remove-title", { name: person.name })}
      onClose={onClose}
      onSubmit={save}
      submit={t("people-remove-save")}
      cancel={t("people-cancel")}
      isDanger
    >
      <p>{t("people-remove-what", { name: person.name })}</p>
      <p>{t("people-remove-copies", { name: person.name })}</p>
    </FormDialog>
  );
}
