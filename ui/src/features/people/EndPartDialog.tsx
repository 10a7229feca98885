import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { AccountId, PartScope, Relation } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { relationWord } from "../../text/words";

/** A part or an audit of somebody, to be ended. */
export interface EndingPart {
  account: AccountId;
  name: string;
  relation: Relation;
  scope: PartScope;
  /** The vacancy's title or the team's name; nothing for the whole organisation. */
  to: string | null;
}

interface Props {
  part: EndingPart;
  onClose: () => void;
}

/** Ends somebody's part or audit at once. It may be given again, so one confirmation is enough. */
export function EndPartDialog({ part, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const end = useAct("end_part", { errors: "caller" });
  const { account, name, relation, scope, to } = part;
  const words = { name, relation: relationWord(relation), to: to ?? t("people-everything") };
  const save = async () => {
    await end.mutateAsync({ account, relation, scope });
    toast.show({ message: t("people-part-ended", words), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("people-part-end-title", words)}
      onClose={onClose}
      onSubmit={save}
      submit={t("people-part-end-save")}
      cancel={t("people-cancel")}
      isDanger
    >
      <p>{t("people-part-end-what", words)}</p>
      {scope.kind === "team" && relation === "director" && (
        <p>{t("people-part-end-team", words)}</p>
      )}
    </FormDialog>
  );
}
