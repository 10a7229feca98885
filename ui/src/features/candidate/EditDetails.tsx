import { useState } from "react";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import { asFailure, call } from "../../ipc/call";
import type { CandidateView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { DetailsFields } from "./DetailsFields";
import { checkDetails, type DetailsDraft, detailsOf, differences, draftOf } from "./detailsForm";
import { fullName } from "./names";

interface Props {
  view: CandidateView;
  /** The details as they stand in the form at first. */
  start: DetailsDraft;
  onClose: () => void;
}

/** Changes a candidate's details. Where someone else was quicker, what was typed is kept beside the newer version. */
export function EditDetails({ view, start, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const edit = useAct("edit_candidate", { errors: "caller" });
  const [draft, setDraft] = useState(start);
  const [revision, setRevision] = useState(view.revision);
  const [differing, setDiffering] = useState<string[] | null>(null);
  const { candidate } = view;

  const showNewer = async () => {
    const newer = await call("open_candidate", { candidate });
    setRevision(newer.revision);
    setDiffering(differences(draft, draftOf(newer) ?? draft));
  };
  const save = async () => {
    const details = detailsOf(draft);
    try {
      const { undo } = await edit.mutateAsync({ candidate, revision, details });
      toast.show({ message: t("candidate-edit-saved", { name: fullName(details.name) }), undo });
      onClose();
    } catch (thrown) {
      if (asFailure(thrown).error.code !== "stale") throw thrown;
      await showNewer();
    }
  };

  return (
    <FormDialog
      title={t("candidate-edit-title", { name: fullName(view.name) })}
      isSheet
      onClose={onClose}
      onSubmit={save}
      validate={() => checkDetails(draft, today)}
      submit={t("candidate-edit-save")}
      cancel={t("candidate-cancel")}
    >
      {differing !== null && (
        <Notice tone="warn" title={t("candidate-edit-stale-title")} isAlert>
          {differing.length === 0
            ? t("candidate-edit-stale-same")
            : t("candidate-edit-stale", { fields: differing.join(", ") })}
        </Notice>
      )}
      <DetailsFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
