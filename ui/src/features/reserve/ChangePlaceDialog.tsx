import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, ReserveEntryView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { OffersFields } from "../matches/OffersFields";
import { offersDraft, offersOf } from "../matches/offersForm";

interface Props {
  candidate: CandidateId;
  name: string;
  place: ReserveEntryView;
  onClose: () => void;
}

/** Changes what a place on the reserve list covers. */
export function ChangePlaceDialog({ candidate, name, place, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const change = useAct("change_reserve_place", { errors: "caller" });
  const [roles, setRoles] = useState(place.roles);
  const [draft, setDraft] = useState(() => offersDraft(place));
  const [until, setUntil] = useState(place.until);

  const validate = () => [
    ...(roles.trim() === ""
      ? [{ field: "roles", problem: t("reserve-dialog-roles-missing") }]
      : []),
    ...(until !== null && until <= today
      ? [{ field: "until", problem: t("reserve-dialog-until-past") }]
      : []),
  ];
  const save = async () => {
    const { undo } = await change.mutateAsync({
      candidate,
      entry: place.entry,
      roles: roles.trim(),
      ...offersOf(draft),
      until,
    });
    toast.show({ message: t("reserve-changed", { name }), undo });
    onClose();
  };
  return (
    <FormDialog
      isSheet
      title={t("reserve-change-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("reserve-change-save")}
      cancel={t("reserve-dialog-cancel")}
    >
      <Field
        name="roles"
        label={t("reserve-dialog-roles")}
        hint={t("reserve-dialog-roles-help")}
        value={roles}
        onChange={setRoles}
        maxLength={200}
      />
      <OffersFields draft={draft} onChange={setDraft} />
      <DateField
        name="until"
        label={t("reserve-dialog-until")}
        hint={t("reserve-dialog-until-help")}
        isOptional
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
