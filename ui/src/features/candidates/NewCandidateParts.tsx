import type { ReactNode } from "react";
import { ComboField } from "../../components/ComboField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import { useText } from "../../text/text";
import { CONTACT_WAYS, contactWord, isDirect, SOURCES, sourceWord } from "../../text/words";
import { CarriedField } from "../notices/CarriedField";
import styles from "./Candidates.module.css";
import { type Draft, NO_VACANCY } from "./draft";
import { useVacancyChoices } from "./useVacancyChoices";

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** Who the person is. */
export function WhoPart({ draft, onChange }: Props) {
  const t = useText();
  return (
    <Part title={t("candidates-new-who")}>
      <Field
        label={t("candidates-new-title-field")}
        name="details.name.title"
        width="short"
        isOptional
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <div className={styles.two}>
        <Field
          label={t("candidates-new-given")}
          name="details.name.given"
          isOptional
          value={draft.given}
          onChange={(given) => onChange({ given })}
        />
        <Field
          label={t("candidates-new-family")}
          hint={t("candidates-new-family-hint")}
          name="details.name.family"
          value={draft.family}
          onChange={(family) => onChange({ family })}
        />
      </div>
      <Field
        label={t("candidates-new-preferred")}
        hint={t("candidates-new-preferred-hint")}
        name="details.name.preferred"
        width="medium"
        isOptional
        value={draft.preferred}
        onChange={(preferred) => onChange({ preferred })}
      />
    </Part>
  );
}

/** How to reach them. */
export function ReachPart({ draft, onChange }: Props) {
  const t = useText();
  return (
    <Part title={t("candidates-new-reach")}>
      <div className={styles.two}>
        <Field
          label={t("candidates-new-email")}
          name="details.contact.emails"
          type="email"
          isOptional
          value={draft.email}
          onChange={(email) => onChange({ email })}
        />
        <Field
          label={t("candidates-new-phone")}
          name="details.contact.phones"
          type="tel"
          isOptional
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
        />
      </div>
      <TextAreaField
        label={t("candidates-new-address")}
        name="details.contact.address"
        rows={3}
        isOptional
        value={draft.address}
        onChange={(address) => onChange({ address })}
      />
      <Field
        label={t("candidates-new-postcode")}
        name="details.contact.postcode"
        width="short"
        isOptional
        value={draft.postcode}
        onChange={(postcode) => onChange({ postcode })}
      />
      <RadioField
        label={t("candidates-new-way")}
        name="details.contact.preferred"
        options={[
          { id: "unsaid", label: t("candidates-new-way-none") },
          ...CONTACT_WAYS.map((way) => ({ id: way, label: contactWord(way) })),
        ]}
        value={draft.way}
        onChange={(way) => onChange({ way })}
      />
    </Part>
  );
}

/** Where the details came from, and what follows from it. */
export function SourcePart({ draft, onChange }: Props) {
  const t = useText();
  const { source } = draft;
  return (
    <Part title={t("candidates-new-source-part")}>
      <SelectField
        label={t("candidates-new-source")}
        name="details.source.category"
        options={SOURCES.map((id) => ({ id, label: sourceWord(id) }))}
        value={source}
        onChange={(chosen) => onChange({ source: chosen })}
      />
      {source !== null && (
        <Notice tone={isDirect(source) ? "info" : "warn"}>
          {t(isDirect(source) ? "candidates-new-source-direct" : "candidates-new-source-indirect")}
        </Notice>
      )}
      <Field
        label={t("candidates-new-source-detail")}
        hint={t("candidates-new-source-detail-hint")}
        name="details.source.detail"
        isOptional
        value={draft.sourceDetail}
        onChange={(sourceDetail) => onChange({ sourceDetail })}
      />
      <DateField
        label={t("candidates-new-received")}
        name="details.receivedOn"
        value={draft.receivedOn}
        onChange={(receivedOn) => onChange({ receivedOn })}
      />
      {source !== null && isDirect(source) && (
        <CarriedField value={draft.notice} onChange={(notice) => onChange({ notice })} />
      )}
    </Part>
  );
}

/** What they applied for, and when. */
export function ApplicationPart({ draft, onChange }: Props) {
  const t = useText();
  const vacancies = useVacancyChoices();
  if (vacancies === undefined) return null;
  return (
    <Part title={t("candidates-new-application")}>
      <ComboField
        label={t("candidates-new-vacancy")}
        name="application.vacancy"
        options={vacancies}
        value={draft.vacancy}
        onChange={(vacancy) => onChange({ vacancy })}
      />
      {draft.vacancy !== NO_VACANCY && (
        <DateField
          label={t("candidates-new-applied")}
          name="application.appliedOn"
          value={draft.appliedOn}
          onChange={(appliedOn) => onChange({ appliedOn })}
        />
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.part}>
      <legend className={styles.partTitle}>{title}</legend>
      <div className={styles.partBody}>{children}</div>
    </fieldset>
  );
}
