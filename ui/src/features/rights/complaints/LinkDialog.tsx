import { useState } from "react";
import { FormDialog } from "../../../components/FormDialog";
import { SelectField } from "../../../components/SelectField";
import { useToast } from "../../../components/Toast";
import type { ComplaintView, RightsRequestId } from "../../../ipc/generated/bindings";
import { useAct, useCommand } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { rightWords } from "../requests/requestWords";

interface Props {
  view: ComplaintView;
  onClose: () => void;
}

const NONE = "none";

/** Says which request a complaint is about, or that it is about none. */
export function LinkDialog({ view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const link = useAct("link_complaint", { errors: "caller" });
  const requests = useCommand("list_requests", {}).data?.rows ?? [];
  const [chosen, setChosen] = useState<string>(view.request?.request ?? NONE);
  const save = async () => {
    await link.mutateAsync({
      complaint: view.complaint,
      revision: view.revision,
      request: chosen === NONE ? null : (chosen as RightsRequestId),
    });
    toast.show({ message: t("complaints-linked"), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("complaints-link-title")}
      onClose={onClose}
      onSubmit={save}
      submit={t("complaints-link-save")}
      cancel={t("complaints-cancel")}
    >
      <p>{t("complaints-link-what")}</p>
      <SelectField<string>
        name="request"
        label={t("complaints-link-request")}
        options={[
          { id: NONE, label: t("complaints-link-none") },
          ...requests.map(({ request, number, rights, person }) => ({
            id: request as string,
            label: t("complaints-link-one", {
              number,
              rights: rightWords(rights),
              named: person.kind === "here" ? "yes" : "no",
              name: person.kind === "here" ? person.name : "",
            }),
          })),
        ]}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
