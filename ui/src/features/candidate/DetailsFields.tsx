import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import { useText } from "../../text/text";
import { CONTACT_WAYS, contactWord, SOURCES, sourceWord } from "../../text/words";
import type { DetailsDraft } from "./detailsForm";

interface Props {
  draft: DetailsDraft;
  onChange: (draft: DetailsDraft) => void;
}

/** The fields of a candidate's details: name, how to reach them, where they came from. */
export function DetailsFields({ draft, onChange }: Props) {
  const t = useText();
  const set = (part: Partial<DetailsDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Field
        name="details.name.title"
        label={t("candidate-edit-title-field")}
        isOptional
        width="short"
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <Field
        name="details.name.given"
        label={t("candidate-edit-given")}
        isOptional
        value={draft.given}
        onChange={(given) => set({ given })}
      />
      <Field
        name="details.name.family"
        label={t("candidate-edit-family")}
        hint={t("candidate-edit-family-help")}
        value={draft.family}
        onChange={(family) => set({ family })}
      />
      <Field
        name="details.name.preferred"
        label={t("candidate-edit-preferred")}
        isOptional
        value={draft.preferred}
        onChange={(preferred) => set({ preferred })}
      />
      <TextAreaField
        name="details.contact.emails"
        label={t("candidate-edit-emails")}
        hint={t("candidate-edit-emails-help")}
        isOptional
        rows={2}
        value={draft.emails}
        onChange={(emails) => set({ emails })}
      />
      <TextAreaField
        name="details.contact.phones"
        label={t("candidate-edit-phones")}
        hint={t("candidate-edit-phones-help")}
        isOptional
        rows={2}
        value={draft.phones}
        onChange={(phones) => set({ phones })}
      />
      <TextAreaField
        name="details.contact.address"
        label={t("candidate-edit-address")}
        isOptional
        rows={3}
        value={draft.address}
        onChange={(address) => set({ address })}
      />
      <Field
        name="details.contact.postcode"
        label={t("candidate-edit-postcode")}
        isOptional
        width="short"
        value={draft.postcode}
        onChange={(postcode) => set({ postcode })}
      />
      <SelectField
        name="details.contact.preferred"
        label={t("candidate-edit-prefers")}
        options={[
          { id: "none" as const, label: t("candidate-edit-no-preference") },
          ...CONTACT_WAYS.map((id) => ({ id, label: contactWord(id) })),
        ]}
        value={draft.contactBy}
        onChange={(contactBy) => set({ contactBy })}
        width="medium"
      />
      <SelectField
        name="details.source.category"
        label={t("candidate-edit-category")}
        options={SOURCES.map((id) => ({ id, label: sourceWord(id) }))}
        value={draft.source}
        onChange={(source) => set({ source })}
      />
      <Field
        name="details.source.detail"
        label={t("candidate-edit-detail")}
        isOptional
        value={draft.sourceDetail}
        onChange={(sourceDetail) => set({ sourceDetail })}
      />
      <DateField
        name="details.receivedOn"
        label={t("candidate-edit-received")}
        value={draft.receivedOn}
        onChange={(receivedOn) => set({ receivedOn })}
      />
    </>
  );
}
