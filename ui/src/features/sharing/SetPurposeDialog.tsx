import { useState } from "react";
import { CheckGroupField } from "../../components/CheckGroupField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { PurposesView, PurposeView, SpecialCondition } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { categoryWord, classWord } from "../candidate/disclosureWords";
import { BASES, basisWord, CONDITIONS, conditionWord } from "./sharingWords";

interface Props {
  purpose: PurposeView;
  view: PurposesView;
  onClose: () => void;
}

/** Sets what a purpose says, as its next version. */
export function SetPurposeDialog({ purpose: of, view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const set = useAct("set_purpose", { errors: "caller" });
  const latest = of.versions[0];
  const [terms, setTerms] = useState(latest?.terms);
  if (latest === undefined || terms === undefined) return null;
  const { purpose, number } = of;

  const save = async () => {
    await set.mutateAsync({
      purpose,
      version: latest.version,
      terms: { ...terms, text: terms.text.trim() },
    });
    toast.show({
      message: t("sharing-purpose-set", { number, version: latest.version + 1 }),
      undo: null,
    });
    onClose();
  };
  const validate = () =>
    terms.text.trim() === ""
      ? [{ field: "terms.text", problem: t("sharing-missing", { field: "text" }) }]
      : [];

  return (
    <FormDialog
      isSheet
      title={t("sharing-set-title", { number })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("sharing-set-save", { version: latest.version + 1 })}
      cancel={t("sharing-cancel")}
    >
      <p>{t("sharing-set-what")}</p>
      <Field
        name="terms.text"
        label={t("sharing-text")}
        value={terms.text}
        onChange={(text) => setTerms({ ...terms, text })}
        maxLength={200}
      />
      <SelectField
        name="terms.basis"
        label={t("sharing-basis-label")}
        options={BASES.map((id) => ({ id, label: basisWord(id) }))}
        value={terms.basis}
        onChange={(basis) => setTerms({ ...terms, basis })}
      />
      <SelectField<SpecialCondition | "none">
        name="terms.condition"
        label={t("sharing-condition-label")}
        options={[
          { id: "none", label: t("sharing-condition-none") },
          ...CONDITIONS.map((id) => ({ id, label: conditionWord(id) })),
        ]}
        value={terms.condition ?? "none"}
        onChange={(chosen) => setTerms({ ...terms, condition: chosen === "none" ? null : chosen })}
      />
      <CheckGroupField
        name="terms.classes"
        label={t("sharing-classes-label")}
        options={view.classes.map((id) => ({ id, label: classWord(id) }))}
        value={terms.classes}
        onChange={(classes) => setTerms({ ...terms, classes: [...classes] })}
      />
      <CheckGroupField
        name="terms.recipients"
        label={t("sharing-recipients-label")}
        options={view.categories.map((id) => ({ id, label: categoryWord(id) }))}
        value={terms.recipients}
        onChange={(recipients) => setTerms({ ...terms, recipients: [...recipients] })}
      />
    </FormDialog>
  );
}
