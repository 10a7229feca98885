import { useState } from "react";
import { useSession } from "../../app/session";
import { CheckGroupField } from "../../components/CheckGroupField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, CandidateView, DisclosureChoices } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { basisWord, countryName, mechanismWord } from "../sharing/sharingWords";
import {
  type Chosen,
  checkDraft,
  chosenOf,
  type DisclosureDraft,
  emptyDraft,
  LEGAL,
  requestOf,
  withPurpose,
  withRecipient,
} from "./disclosureForm";
import { categoryWord, classWord } from "./disclosureWords";
import { shortName } from "./names";

interface Props {
  view: CandidateView;
  onClose: () => void;
}

/** Guides to a disclosure that may be made: what for, then to whom, then the least that is needed. */
export function RecordDisclosureDialog({ view, onClose }: Props) {
  const { candidate } = view;
  const choices = useCommand("disclosure_choices", { candidate }).data;
  if (choices === undefined) return null;
  return <Guide view={view} choices={choices} onClose={onClose} />;
}

function Guide({ view, choices, onClose }: Props & { choices: DisclosureChoices }) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_disclosure", { errors: "caller" });
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const set = (part: Partial<DisclosureDraft>) => setDraft({ ...draft, ...part });
  const chosen = chosenOf(draft, choices);

  const save = async () => {
    const request = requestOf(view.candidate, draft, chosen);
    if (request === null) return;
    const { undo } = await record.mutateAsync(request);
    const recipient = chosen.recipient?.name ?? "";
    toast.show({ message: t("disclosures-recorded", { recipient }), undo });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("disclosures-record-title", { name: shortName(view.name) })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkDraft(draft, today)}
      submit={t("disclosures-record-save")}
      cancel={t("candidate-cancel")}
    >
      <p>{t("disclosures-record-what")}</p>
      <SelectField
        name="purpose"
        label={t("disclosures-record-purpose")}
        options={choices.purposes.map(({ purpose, text }) => ({ id: purpose, label: text }))}
        value={draft.purpose}
        onChange={(purpose) => setDraft(withPurpose(draft, purpose))}
        {...(chosen.purpose && {
          hint: t("disclosures-record-basis", { basis: basisWord(chosen.purpose.basis) }),
        })}
      />
      {chosen.purpose !== null && <Recipients draft={draft} chosen={chosen} onChange={setDraft} />}
      {view.applications.length > 0 && (
        <SelectField<ApplicationId | "whole">
          name="application"
          label={t("disclosures-record-application")}
          options={[
            { id: "whole", label: t("disclosures-record-whole") },
            ...view.applications.map(({ application, vacancyTitle }) => ({
              id: application,
              label: vacancyTitle,
            })),
          ]}
          value={draft.application === "" ? "whole" : draft.application}
          onChange={(one) => set({ application: one === "whole" ? "" : one })}
        />
      )}
      <Standing chosen={chosen} />
      {chosen.recipient !== null && chosen.purpose !== null && (
        <CheckGroupField
          name="classes"
          label={t("disclosures-record-classes")}
          hint={t("disclosures-record-least")}
          options={chosen.purpose.classes.map((id) => ({ id, label: classWord(id) }))}
          value={draft.classes}
          onChange={(classes) => set({ classes })}
        />
      )}
      {chosen.isMore && (
        <Field
          name="reason"
          label={t("disclosures-record-reason")}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
          maxLength={200}
        />
      )}
      {chosen.recipient?.category === "legalBodies" &&
        LEGAL.map((field) => (
          <Field
            key={field}
            name={`legal.${field}`}
            label={t("disclosures-legal", { field })}
            value={draft.legal[field]}
            onChange={(typed) => set({ legal: { ...draft.legal, [field]: typed } })}
            maxLength={200}
          />
        ))}
      <DateField
        name="on"
        label={t("disclosures-record-on")}
        value={draft.on}
        onChange={(on) => set({ on })}
      />
    </FormDialog>
  );
}

interface RecipientsProps {
  draft: DisclosureDraft;
  chosen: Chosen;
  onChange: (draft: DisclosureDraft) => void;
}

function Recipients({ draft, chosen: { purpose }, onChange }: RecipientsProps) {
  const t = useText();
  const recipients = purpose?.recipients ?? [];
  if (recipients.length === 0) {
    return <Notice tone="warn">{t("disclosures-record-no-recipient")}</Notice>;
  }
  return (
    <SelectField
      name="recipient"
      label={t("disclosures-record-recipient")}
      options={recipients.map(({ recipient, name, category, country }) => ({
        id: recipient,
        label: name,
        hint: t("disclosures-record-recipient-is", {
          category: categoryWord(category),
          country: countryName(country),
        }),
      }))}
      value={draft.recipient}
      onChange={(id) => {
        const to = recipients.find(({ recipient }) => recipient === id);
        if (to !== undefined) onChange(withRecipient(draft, to));
      }}
    />
  );
}

/* Whether it may be given, as soon as that can be said. */
function Standing({ chosen: { recipient, refused } }: { chosen: Chosen }) {
  const t = useText();
  if (recipient === null) return null;
  if (refused !== null) {
    return (
      <Notice tone="danger" title={t("disclosures-record-refused")} isAlert>
        <p>{refused}</p>
        <p>{t("disclosures-record-given-already")}</p>
      </Notice>
    );
  }
  const { agreement, mechanism } = recipient;
  return (
    <Notice tone="good" title={t("disclosures-record-allowed")}>
      <p>
        {[
          agreement === null
            ? t("disclosures-record-no-agreement")
            : t("disclosures-record-agreement", { agreement }),
          mechanism !== null && mechanismWord(mechanism),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </Notice>
  );
}
