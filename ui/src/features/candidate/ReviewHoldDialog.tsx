import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, HoldId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { checkReview } from "./holdForm";

interface Props {
  candidate: CandidateId;
  name: string;
  hold: HoldId;
  /** The day that is proposed for the next review. */
  reviewBy: string;
  onClose: () => void;
}

/** Notes that a hold was looked at and is still needed. */
export function ReviewHoldDialog({ candidate, name, hold, reviewBy: proposed, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const review = useAct("review_hold", { errors: "caller" });
  const [reviewBy, setReviewBy] = useState<string | null>(proposed);

  const save = async () => {
    if (reviewBy === null) return;
    const { undo } = await review.mutateAsync({ candidate, hold, reviewBy });
    toast.show({ message: t("holds-reviewed", { name, date: showDate(reviewBy) }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("holds-review-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkReview(reviewBy, today, "reviewBy")}
      submit={t("holds-review-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("holds-review-what")}</p>
      <DateField
        name="reviewBy"
        label={t("holds-place-review")}
        hint={t("holds-place-review-help")}
        value={reviewBy}
        onChange={setReviewBy}
      />
    </FormDialog>
  );
}
