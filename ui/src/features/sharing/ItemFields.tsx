import { CheckGroupField } from "../../components/CheckGroupField";
import { ComboField } from "../../components/ComboField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import type { RegistersView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { CATEGORIES, categoryWord, PURPOSES, purposeWord } from "../candidate/disclosureWords";
import type { ItemDraft } from "./registerForm";
import {
  CLAUSES,
  clauseWord,
  countryChoices,
  MECHANISMS,
  mechanismWord,
  RESIDUALS,
  residualWord,
} from "./sharingWords";

interface Props {
  draft: ItemDraft;
  set: (part: Partial<ItemDraft>) => void;
  view: RegistersView;
}

/** What is said of a recipient. */
export function RecipientFields({ draft, set, view }: Props) {
  const t = useText();
  return (
    <>
      <Field
        name="details.name"
        label={t("sharing-recipient-name")}
        hint={t("sharing-recipient-name-help")}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        autoFocus
      />
      <SelectField
        name="details.category"
        label={t("sharing-category")}
        options={CATEGORIES.map((id) => ({ id, label: categoryWord(id) }))}
        value={draft.category}
        onChange={(category) => set({ category })}
      />
      <ComboField
        name="details.country"
        label={t("sharing-country")}
        hint={t("sharing-country-help")}
        options={countryChoices(view.countries)}
        value={draft.country}
        onChange={(country) => set({ country })}
      />
      <Field
        name="details.registration"
        label={t("sharing-registration")}
        hint={t("sharing-registration-help")}
        isOptional
        value={draft.registration}
        onChange={(registration) => set({ registration })}
        maxLength={200}
      />
      <DateField
        name="details.approval.on"
        label={t("sharing-approved-on")}
        hint={t("sharing-approved-on-help")}
        isOptional
        value={draft.approvedOn}
        onChange={(approvedOn) => set({ approvedOn })}
      />
      <Field
        name="details.approval"
        label={t("sharing-approved-by")}
        isOptional
        value={draft.approvedBy}
        onChange={(approvedBy) => set({ approvedBy })}
        maxLength={200}
      />
      <DateField
        name="details.endsOn"
        label={t("sharing-recipient-ends")}
        hint={t("sharing-recipient-ends-help")}
        isOptional
        value={draft.endsOn}
        onChange={(endsOn) => set({ endsOn })}
      />
    </>
  );
}

/** What is said of an agreement. */
export function AgreementFields({ draft, set, view }: Props) {
  const t = useText();
  return (
    <>
      <RecipientChoice draft={draft} set={set} view={view} />
      <Reference draft={draft} set={set} view={view} />
      <CheckGroupField
        name="details.purposes"
        label={t("sharing-covers")}
        options={PURPOSES.map((id) => ({ id, label: purposeWord(id) }))}
        value={draft.purposes}
        onChange={(purposes) => set({ purposes })}
      />
      <CheckGroupField
        name="details.clauses"
        label={t("sharing-clauses")}
        hint={t("sharing-clauses-help")}
        options={CLAUSES.map((id) => ({ id, label: clauseWord(id) }))}
        value={draft.clauses}
        onChange={(clauses) => set({ clauses })}
      />
      <Term draft={draft} set={set} view={view} />
    </>
  );
}

/** What is said of a transfer mechanism. */
export function TransferFields({ draft, set, view }: Props) {
  const t = useText();
  return (
    <>
      <RecipientChoice draft={draft} set={set} view={view} />
      <RadioField
        name="details.mechanism"
        label={t("sharing-mechanism-label")}
        options={MECHANISMS.map((id) => ({ id, label: mechanismWord(id) }))}
        value={draft.mechanism}
        onChange={(mechanism) => set({ mechanism })}
      />
      <Reference draft={draft} set={set} view={view} />
      <Field
        name="details.test"
        label={t("sharing-test")}
        hint={t("sharing-test-help")}
        value={draft.test}
        onChange={(test) => set({ test })}
        maxLength={200}
      />
      <Term draft={draft} set={set} view={view} />
    </>
  );
}

/** What is said of an impact assessment. */
export function DpiaFields({ draft, set }: Props) {
  const t = useText();
  return (
    <>
      <Field
        name="details.name"
        label={t("sharing-dpia-name")}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        autoFocus
      />
      <CheckGroupField
        name="details.purposes"
        label={t("sharing-about")}
        options={PURPOSES.map((id) => ({ id, label: purposeWord(id) }))}
        value={draft.purposes}
        onChange={(purposes) => set({ purposes })}
      />
      <Field
        name="details.measures"
        label={t("sharing-measures")}
        value={draft.measures}
        onChange={(measures) => set({ measures })}
        maxLength={200}
      />
      <RadioField
        name="details.residual"
        label={t("sharing-residual-label")}
        options={RESIDUALS.map((id) => ({ id, label: residualWord(id) }))}
        value={draft.residual}
        onChange={(residual) => set({ residual })}
      />
      <DateField
        name="details.consultedOn"
        label={t("sharing-consulted-on")}
        hint={t("sharing-consulted-on-help")}
        isOptional
        value={draft.consultedOn}
        onChange={(consultedOn) => set({ consultedOn })}
      />
      <DateField
        name="details.signedOffOn"
        label={t("sharing-signed-off-on")}
        value={draft.signedOffOn}
        onChange={(signedOffOn) => set({ signedOffOn })}
      />
    </>
  );
}

function RecipientChoice({ draft, set, view }: Props) {
  const t = useText();
  const options = view.lines.flatMap(({ item, line }) =>
    line.kind === "recipient" ? [{ id: item, label: line.details.name }] : [],
  );
  return (
    <SelectField
      name="details.recipient"
      label={t("sharing-with")}
      options={options}
      value={draft.recipient}
      onChange={(recipient) => set({ recipient })}
    />
  );
}

function Reference({ draft, set }: Props) {
  const t = useText();
  return (
    <Field
      name="details.name"
      label={t("sharing-reference")}
      hint={t("sharing-reference-help")}
      value={draft.name}
      onChange={(name) => set({ name })}
      maxLength={200}
    />
  );
}

function Term({ draft, set }: Props) {
  const t = useText();
  return (
    <>
      <DateField
        name="details.startsOn"
        label={t("sharing-starts-on")}
        value={draft.startsOn}
        onChange={(startsOn) => set({ startsOn })}
      />
      <DateField
        name="details.endsOn"
        label={t("sharing-ends-on")}
        hint={t("sharing-ends-on-help")}
        isOptional
        value={draft.endsOn}
        onChange={(endsOn) => set({ endsOn })}
      />
    </>
  );
}
