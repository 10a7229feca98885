import { useState } from "react";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, ReserveEntryView } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { PermissionFields } from "../candidate/PermissionFields";
import { checkPermission, emptyPermission, permissionOf } from "../candidate/permissionForm";

interface Props {
  candidate: CandidateId;
  name: string;
  place: ReserveEntryView;
  onClose: () => void;
}

/** Renews a place by a new permission: a new act of the person, from whose day its months run. */
export function RenewPlaceDialog({ candidate, name, place, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const renew = useAct("renew_reserve_place", { errors: "caller" });
  const wordings = useCommand("wordings", {}).data?.wordings ?? [];
  const wording = wordings.find((one) => one.purpose === "reserveList");
  const [draft, setDraft] = useState(() => emptyPermission("reserveList"));

  const save = async () => {
    const details = permissionOf(draft, wording);
    if (details === null) return;
    const { undo } = await renew.mutateAsync({ candidate, entry: place.entry, details });
    toast.show({ message: t("reserve-renewed", { name }), undo });
    onClose();
  };
  return (
    <FormDialog
      isSheet
      title={t("reserve-renew-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkPermission(draft, wording, today, "details")}
      submit={t("reserve-renew-save")}
      cancel={t("reserve-dialog-cancel")}
    >
      <p>{t("reserve-renew-what", { date: showDate(place.endsOn) })}</p>
      <PermissionFields
        draft={draft}
        wordings={wordings}
        onChange={setDraft}
        at="details"
        purposes={["reserveList"]}
      />
    </FormDialog>
  );
}
