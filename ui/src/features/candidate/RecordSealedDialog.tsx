import { useState } from "react";
import { FormDialog } from "../../components/FormDialog";
import list from "../../components/List.module.css";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import { Why } from "../../components/Why";
import type { CandidateId, Recordable } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { SealedFields } from "./SealedFields";
import { checkSealed, contentOf, emptySealed } from "./sealedForm";

interface Props {
  candidate: CandidateId;
  name: string;
  recordable: readonly Recordable[];
  onClose: () => void;
}

/** Records something sealed. What may not be asked yet is named, with the rule. */
export function RecordSealedDialog({ candidate, name, recordable, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const record = useAct("add_sealed", { errors: "caller" });
  const [draft, setDraft] = useState(emptySealed);
  const now = recordable.filter(({ because }) => because === null);
  const later = recordable.flatMap(({ kind, because }) =>
    because === null ? [] : [{ kind, because }],
  );

  const save = async () => {
    const content = contentOf(draft);
    if (content === null) return;
    await record.mutateAsync({ candidate, content });
    const kind = t(`sealed-kind-${content.kind}`);
    toast.show({ message: t("sealed-done", { kind, name }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("sealed-record-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkSealed(draft)}
      submit={t("sealed-record-save")}
      cancel={t("candidate-cancel")}
      isSheet
    >
      <p>{t("sealed-record-lede")}</p>
      <RadioField
        name="kind"
        label={t("sealed-kind")}
        options={now.map(({ kind }) => ({
          id: kind,
          label: t(`sealed-kind-${kind}`),
          hint: t(`sealed-kind-what-${kind}`),
        }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...emptySealed(), kind })}
      />
      {later.length > 0 && (
        <div className={list.soft}>
          <p>{t("sealed-later")}</p>
          <ul>
            {later.map(({ kind, because }) => (
              <li key={kind}>
                {t(`sealed-kind-${kind}`)} <Why why={because} about={t(`sealed-kind-${kind}`)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <SealedFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
