import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, HoldView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

interface Props {
  candidate: CandidateId;
  name: string;
  hold: HoldView;
  onClose: () => void;
}

/** Releases a hold that somebody else placed, after saying what that lets happen. */
export function ReleaseHoldDialog({ candidate, name, hold, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const release = useAct("release_hold", { errors: "caller" });
  const save = async () => {
    const { undo } = await release.mutateAsync({ candidate, hold: hold.hold });
    toast.show({ message: t("holds-release-done", { name }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("holds-release-title", { name })}
      onClose={onClose}
      onSubmit={save}
      submit={t("holds-release-save")}
      cancel={t("candidate-cancel")}
      isDanger
    >
      <p>
        {t("holds-release-placed", {
          by: hold.placedBy,
          date: showDate(hold.placedOn),
          reason: t("holds-reason", { reason: hold.reason }),
        })}
      </p>
      <p>{t("holds-release-what")}</p>
    </FormDialog>
  );
}
