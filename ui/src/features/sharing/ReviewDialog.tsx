import { useState } from "react";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { RegisterLine } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { titleOf } from "./lines";

interface Props {
  line: RegisterLine;
  /** The day that is proposed for the next review. */
  reviewOn: string;
  onClose: () => void;
}

/** Notes that a line of a register was looked at, and holds. */
export function ReviewDialog({ line, reviewOn: proposed, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const review = useAct("review_register_item", { errors: "caller" });
  const [reviewOn, setReviewOn] = useState<string | null>(proposed);
  const name = titleOf(line.line);

  const save = async () => {
    if (reviewOn === null) return;
    const { item, revision } = line;
    const { undo } = await review.mutateAsync({ item, revision, reviewOn });
    toast.show({ message: t("sharing-reviewed", { name, date: showDate(reviewOn) }), undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("sharing-review-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() =>
        reviewOn === null
          ? [{ field: "reviewOn", problem: t("sharing-missing", { field: "reviewOn" }) }]
          : []
      }
      submit={t("sharing-review-save")}
      cancel={t("sharing-cancel")}
    >
      <p>{t("sharing-review-what", { kind: line.line.kind })}</p>
      <DateField
        name="reviewOn"
        label={t("sharing-review-on")}
        hint={t("sharing-review-on-help")}
        value={reviewOn}
        onChange={setReviewOn}
      />
    </FormDialog>
  );
}
