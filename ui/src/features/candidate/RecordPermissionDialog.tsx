import { useState } from "react";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, PermissionPurpose } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { PermissionFields } from "./PermissionFields";
import { checkPermission, emptyPermission, permissionOf } from "./permissionForm";

/** What a permission can be for. */
const PURPOSES: readonly PermissionPurpose[] = [
  "keepLonger",
  "reserveList",
  "otherVacancies",
  "surveys",
];

interface Props {
  candidate: CandidateId;
  name: string;
  onClose: () => void;
}

/** Records a permission as the person gave it, beside the words they were asked with. */
export function RecordPermissionDialog({ candidate, name, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const wordings = useCommand("wordings", {}).data?.wordings ?? [];
  const record = useAct("record_permission", { errors: "caller" });
  const [draft, setDraft] = useState(() => emptyPermission(null));
  const wording = wordings.find((one) => one.purpose === draft.purpose);

  const save = async () => {
    const details = permissionOf(draft, wording);
    if (details === null) return;
    const { undo } = await record.mutateAsync({ candidate, details });
    toast.show({ message: t("candidate-permission-done", { name }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("candidate-permission-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkPermission(draft, wording, today, "details")}
      submit={t("candidate-permission-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("candidate-permission-lede")}</p>
      <PermissionFields
        draft={draft}
        wordings={wordings}
        onChange={setDraft}
        at="details"
        purposes={PURPOSES}
      />
    </FormDialog>
  );
}
