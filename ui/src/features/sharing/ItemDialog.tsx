import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { RegisterItemKind, RegisterLine, RegistersView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { AgreementFields, DpiaFields, RecipientFields, TransferFields } from "./ItemFields";
import { checkItem, draftOf, emptyItem, itemOf } from "./registerForm";
import { itemWord } from "./sharingWords";

interface Props {
  kind: RegisterItemKind;
  /** The line that is changed; nothing where one is added. */
  line?: RegisterLine;
  view: RegistersView;
  onClose: () => void;
}

const FIELDS = {
  recipient: RecipientFields,
  agreement: AgreementFields,
  transfer: TransferFields,
  dpia: DpiaFields,
};

/** Adds a line to a register, or changes one. */
export function ItemDialog({ kind, line, view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const add = useAct("add_register_item", { errors: "caller" });
  const change = useAct("change_register_item", { errors: "caller" });
  const [draft, setDraft] = useState(() =>
    line === undefined ? emptyItem(today, view.reviewOn) : draftOf(line.line, today),
  );
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const Fields = FIELDS[kind];

  const save = async () => {
    const item = itemOf(kind, draft);
    if (item === null) return;
    const { undo } =
      line === undefined
        ? await add.mutateAsync({ line: item })
        : await change.mutateAsync({ item: line.item, revision: line.revision, line: item });
    toast.show({ message: t("sharing-saved", { name: draft.name.trim() }), undo });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={
        line === undefined
          ? t("sharing-add-title", { item: itemWord(kind) })
          : t("sharing-change-title", { name: draft.name })
      }
      onClose={onClose}
      onSubmit={save}
      validate={() => checkItem(kind, draft)}
      submit={t("sharing-save")}
      cancel={t("sharing-cancel")}
    >
      <Fields draft={draft} set={set} view={view} />
      <Field
        name="details.owner"
        label={t("sharing-owner")}
        hint={t("sharing-owner-help")}
        value={draft.owner}
        onChange={(owner) => set({ owner })}
        maxLength={200}
      />
      <DateField
        name="details.reviewOn"
        label={t("sharing-review-on")}
        hint={t("sharing-review-on-help")}
        value={draft.reviewOn}
        onChange={(reviewOn) => set({ reviewOn })}
      />
    </FormDialog>
  );
}
