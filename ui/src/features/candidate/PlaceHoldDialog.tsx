import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, CandidateId, HoldReason } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { checkReview } from "./holdForm";

/** Why a hold can be placed, the commonest first. */
const REASONS: readonly HoldReason[] = [
  "acasContact",
  "claim",
  "threatOfClaim",
  "courtOrder",
  "preservation",
];

interface Props {
  candidate: CandidateId;
  name: string;
  /** Their applications: a hold may keep one alone. */
  applications: readonly { application: ApplicationId; vacancyTitle: string }[];
  /** The day that is proposed for the review. */
  reviewBy: string;
  onClose: () => void;
}

/** Places a legal hold. There is no undo: whoever placed one does not release it, and says so first. */
export function PlaceHoldDialog({
  candidate,
  name,
  applications,
  reviewBy: proposed,
  onClose,
}: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const place = useAct("place_hold", { errors: "caller" });
  const [reason, setReason] = useState<HoldReason | null>(null);
  const [reference, setReference] = useState("");
  const [reviewBy, setReviewBy] = useState<string | null>(proposed);
  const [keeps, setKeeps] = useState<ApplicationId | "all">("all");

  const validate = () => [
    ...(reason === null
      ? [{ field: "details.reason", problem: t("holds-place-reason-missing") }]
      : []),
    ...checkReview(reviewBy, today, "details.reviewBy"),
  ];
  const save = async () => {
    if (reason === null || reviewBy === null) return;
    const papers = reference.trim();
    const details = { reason, reference: papers === "" ? null : papers, reviewBy };
    const { undo } = await place.mutateAsync({
      candidate,
      details,
      application: keeps === "all" ? null : keeps,
    });
    toast.show({ message: t("holds-placed", { name }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("holds-place-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("holds-place-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("holds-place-what")}</p>
      <RadioField
        name="details.reason"
        label={t("holds-place-reason")}
        options={REASONS.map((id) => ({ id, label: t("holds-reason", { reason: id }) }))}
        value={reason}
        onChange={setReason}
      />
      {applications.length > 1 && (
        <SelectField<ApplicationId | "all">
          name="application"
          label={t("holds-place-keeps")}
          options={[
            { id: "all", label: t("holds-place-keeps-all") },
            ...applications.map(({ application, vacancyTitle }) => ({
              id: application,
              label: t("holds-place-keeps-one", { role: vacancyTitle }),
            })),
          ]}
          value={keeps}
          onChange={setKeeps}
        />
      )}
      <Field
        name="details.reference"
        label={t("holds-place-reference")}
        hint={t("holds-place-reference-help")}
        value={reference}
        onChange={setReference}
        maxLength={200}
      />
      <DateField
        name="details.reviewBy"
        label={t("holds-place-review")}
        hint={t("holds-place-review-help")}
        value={reviewBy}
        onChange={setReviewBy}
      />
    </FormDialog>
  );
}
