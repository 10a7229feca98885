import { CheckGroupField } from "../../components/CheckGroupField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import type {
  Adjustment,
  CheckLevel,
  IdentityDocument,
  RightToWorkDocument,
  Suitability,
} from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { EqualityFields } from "./EqualityFields";
import type { SealedDraft } from "./sealedForm";

const ADJUSTMENTS: readonly Adjustment[] = [
  "stepFree",
  "extraTime",
  "breaks",
  "interpreter",
  "supporter",
  "accessibleDocuments",
  "questionsInAdvance",
  "remote",
  "quietRoom",
  "other",
];
const PAPERS: readonly IdentityDocument[] = [
  "passport",
  "drivingLicence",
  "birthCertificate",
  "other",
];
const DOCUMENTS: readonly RightToWorkDocument[] = [
  "passport",
  "shareCode",
  "birthCertificate",
  "digitalIdentity",
  "other",
];
const LEVELS: readonly CheckLevel[] = ["basic", "standard", "enhanced", "enhancedWithBarredLists"];
const DECISIONS: readonly Suitability[] = ["pending", "cleared", "notCleared"];

interface Props {
  draft: SealedDraft;
  onChange: (draft: SealedDraft) => void;
}

/** The fields of the kind that was chosen. */
export function SealedFields({ draft, onChange }: Props) {
  const set = (part: Partial<SealedDraft>) => onChange({ ...draft, ...part });
  switch (draft.kind) {
    case null:
      return null;
    case "adjustments":
      return <Adjustments draft={draft} set={set} />;
    case "identity":
      return <Identity draft={draft} set={set} />;
    case "rightToWork":
      return <RightToWork draft={draft} set={set} />;
    case "criminalRecord":
      return <CriminalRecord draft={draft} set={set} />;
    case "vetting":
      return <Vetting draft={draft} set={set} />;
    case "equalityAnswers":
      return <EqualityFields answers={draft.answers} onChange={(answers) => set({ answers })} />;
  }
}

interface PartProps {
  draft: SealedDraft;
  set: (part: Partial<SealedDraft>) => void;
}

function Adjustments({ draft, set }: PartProps) {
  const t = useText();
  return (
    <>
      <CheckGroupField
        name="content.adjustments"
        label={t("sealed-field-adjustments")}
        hint={t("sealed-help-adjustments")}
        options={ADJUSTMENTS.map((id) => ({ id, label: t(`sealed-adjustment-${id}`) }))}
        value={draft.adjustments}
        onChange={(adjustments) => set({ adjustments })}
      />
      <TextAreaField
        name="content.details"
        label={t("sealed-field-details")}
        hint={t("sealed-help-details")}
        isOptional
        value={draft.details}
        onChange={(details) => set({ details })}
      />
    </>
  );
}

function Identity({ draft, set }: PartProps) {
  const t = useText();
  return (
    <>
      <SelectField
        name="content.document"
        label={t("sealed-field-document")}
        options={PAPERS.map((id) => ({ id, label: t(`sealed-paper-${id}`) }))}
        value={draft.paper}
        onChange={(paper) => set({ paper })}
      />
      <DateField
        name="content.seenOn"
        label={t("sealed-field-seen")}
        value={draft.seenOn}
        onChange={(seenOn) => set({ seenOn })}
      />
    </>
  );
}

function RightToWork({ draft, set }: PartProps) {
  const t = useText();
  return (
    <>
      <SelectField
        name="content.document"
        label={t("sealed-field-document")}
        hint={t("sealed-help-document")}
        options={DOCUMENTS.map((id) => ({ id, label: t(`sealed-document-${id}`) }))}
        value={draft.document}
        onChange={(document) => set({ document })}
      />
      <DateField
        name="content.checkedOn"
        label={t("sealed-field-checked")}
        value={draft.checkedOn}
        onChange={(checkedOn) => set({ checkedOn })}
      />
      <DateField
        name="content.expiresOn"
        label={t("sealed-field-expires")}
        hint={t("sealed-help-expires")}
        isOptional
        value={draft.expiresOn}
        onChange={(expiresOn) => set({ expiresOn })}
      />
    </>
  );
}

function CriminalRecord({ draft, set }: PartProps) {
  const t = useText();
  return (
    <>
      <SelectField
        name="content.level"
        label={t("sealed-field-level")}
        options={LEVELS.map((id) => ({ id, label: t(`sealed-level-${id}`) }))}
        value={draft.level}
        onChange={(level) => set({ level })}
      />
      <Decision at="content.suitability" draft={draft} set={set} />
      <DateField
        name="content.issuedOn"
        label={t("sealed-field-issued")}
        isOptional
        value={draft.issuedOn}
        onChange={(issuedOn) => set({ issuedOn })}
      />
      <Field
        name="content.certificate"
        label={t("sealed-field-certificate")}
        hint={t("sealed-help-certificate")}
        isOptional
        value={draft.certificate}
        onChange={(certificate) => set({ certificate })}
        maxLength={40}
      />
    </>
  );
}

function Vetting({ draft, set }: PartProps) {
  const t = useText();
  return (
    <>
      <DateField
        name="content.requestedOn"
        label={t("sealed-field-requested")}
        value={draft.requestedOn}
        onChange={(requestedOn) => set({ requestedOn })}
      />
      <Decision at="content.result" draft={draft} set={set} />
    </>
  );
}

/** What came of a check, and when: the day is what the six months are counted from. */
function Decision({ at, draft, set }: PartProps & { at: string }) {
  const t = useText();
  const isMade = draft.decision !== null && draft.decision !== "pending";
  return (
    <>
      <RadioField
        name={at}
        label={t("sealed-field-decision")}
        hint={t("sealed-help-decision")}
        options={DECISIONS.map((id) => ({ id, label: t(`sealed-decision-${id}`) }))}
        value={draft.decision}
        onChange={(decision) =>
          set({ decision, ...(decision === "pending" && { decidedOn: null }) })
        }
      />
      {isMade && (
        <DateField
          name="content.decidedOn"
          label={t("sealed-field-decided")}
          hint={t("sealed-help-decided")}
          value={draft.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
        />
      )}
    </>
  );
}
