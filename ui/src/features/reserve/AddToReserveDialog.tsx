import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { Skeleton } from "../../components/Skeleton";
import { useToast } from "../../components/Toast";
import type { ApplicationId, CandidateId, PermissionId } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import { PermissionFields } from "../candidate/PermissionFields";
import { checkPermission, emptyPermission, permissionOf } from "../candidate/permissionForm";
import { OffersFields } from "../matches/OffersFields";
import { offersDraft, offersOf } from "../matches/offersForm";
import { RefusedApplications, ReserveRefused } from "./ReserveRefused";

/** The choice of a permission that is recorded together with the place. */
const NEW = "new";

interface Props {
  candidate: CandidateId;
  name: string;
  onClose: () => void;
}

/**
 * Puts someone on the reserve list: by the application they met the requirements of, and on a
 * permission they gave. Where no application opens the list, it says why and offers nothing.
 */
export function AddToReserveDialog({ candidate, name, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const asked = useCommand("reserve_choices", { candidate }, { throwOnError: false });
  const choices = asked.data;
  const wordings = useCommand("wordings", {}).data?.wordings ?? [];
  const add = useAct("add_to_reserve", { errors: "caller" });
  const [chosenApplication, setApplication] = useState<ApplicationId | null>(null);
  const [chosenPermission, setPermission] = useState<PermissionId | typeof NEW | null>(null);
  const [draft, setDraft] = useState(() => emptyPermission("reserveList"));
  const [roles, setRoles] = useState("");
  const [offers, setOffers] = useState(() => offersDraft());
  const [until, setUntil] = useState<string | null>(null);

  const title = t("reserve-dialog-title", { name });
  if (asked.isError) {
    const { title: problem, rest } = wordFailure(asked.error);
    return (
      <Dialog title={title} isOpen onClose={onClose}>
        <Notice tone="danger" title={problem} isAlert>
          {rest}
        </Notice>
      </Dialog>
    );
  }
  if (choices === undefined) {
    return (
      <Dialog title={title} isOpen onClose={onClose}>
        <Skeleton />
      </Dialog>
    );
  }
  const eligible = choices.applications.filter((one) => one.refused === null);
  if (eligible.length === 0) {
    return (
      <ReserveRefused
        title={title}
        name={name}
        applications={choices.applications}
        onClose={onClose}
      />
    );
  }

  // With one application or no permission on record there is nothing to choose.
  const application =
    chosenApplication ?? (eligible.length === 1 ? eligible[0]?.application : null);
  const permission = chosenPermission ?? (choices.permissions.length === 0 ? NEW : null);
  const wording = wordings.find((one) => one.purpose === "reserveList");
  const at = "permission.details";

  const validate = () => [
    ...(application === null
      ? [{ field: "application", problem: t("reserve-dialog-application-missing") }]
      : []),
    ...(permission === null
      ? [{ field: "permission", problem: t("reserve-dialog-permission-missing") }]
      : []),
    ...(permission === NEW ? checkPermission(draft, wording, today, at) : []),
    ...(roles.trim() === ""
      ? [{ field: "roles", problem: t("reserve-dialog-roles-missing") }]
      : []),
  ];
  const save = async () => {
    const details = permissionOf(draft, wording);
    if (application === null || application === undefined || permission === null) return;
    const { undo } = await add.mutateAsync({
      candidate,
      application,
      permission:
        permission !== NEW ? { kind: "existing", permission } : details && { kind: "new", details },
      roles: roles.trim(),
      ...offersOf(offers),
      until,
    });
    toast.show({ message: t("reserve-added", { name }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("reserve-dialog-save")}
      cancel={t("reserve-dialog-cancel")}
    >
      <RadioField
        name="application"
        label={t("reserve-dialog-application")}
        options={eligible.map((one) => ({ id: one.application, label: one.vacancyTitle }))}
        value={application ?? null}
        onChange={setApplication}
      />
      <RefusedApplications applications={choices.applications} />
      {choices.permissions.length === 0 ? (
        <Notice tone="info">{t("reserve-dialog-permission-none")}</Notice>
      ) : (
        <RadioField
          name="permission"
          label={t("reserve-dialog-permission")}
          options={[
            ...choices.permissions.map((one) => ({
              id: one.permission,
              label: t("reserve-dialog-permission-existing", {
                given: showDate(one.givenOn),
                ends: showDate(one.endsOn),
                evidence: one.evidence,
              }),
            })),
            { id: NEW, label: t("reserve-dialog-permission-new") },
          ]}
          value={permission}
          onChange={setPermission}
        />
      )}
      {permission === NEW && (
        <PermissionFields
          draft={draft}
          wordings={wordings}
          onChange={setDraft}
          at={at}
          purposes={["reserveList"]}
        />
      )}
      <Field
        name="roles"
        label={t("reserve-dialog-roles")}
        hint={t("reserve-dialog-roles-help")}
        value={roles}
        onChange={setRoles}
        maxLength={200}
      />
      <OffersFields draft={offers} onChange={setOffers} />
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
