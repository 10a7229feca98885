import { useState } from "react";
import { useSession } from "../../app/session";
import { CheckGroupField } from "../../components/CheckGroupField";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, CandidateView, RetentionClass } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { checkDraft, emptyDraft, requestOf } from "./disclosureForm";
import { CATEGORIES, categoryWord, classWord, PURPOSES, purposeWord } from "./disclosureWords";
import { shortName } from "./names";

interface Props {
  view: CandidateView;
  /** The classes of data that this person may say were given. */
  classes: readonly RetentionClass[];
  onClose: () => void;
}

/** Writes down what of a candidate was given to somebody outside. */
export function RecordDisclosureDialog({ view, classes, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_disclosure", { errors: "caller" });
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });

  const save = async () => {
    const request = requestOf(view.candidate, draft);
    if (request === null) return;
    const { undo } = await record.mutateAsync(request);
    const { recipient } = request.details;
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
        name="details.category"
        label={t("disclosures-record-category")}
        options={CATEGORIES.map((id) => ({ id, label: categoryWord(id) }))}
        value={draft.category}
        onChange={(category) => set({ category })}
      />
      <Field
        name="details.recipient"
        label={t("disclosures-record-recipient")}
        hint={t("disclosures-record-recipient-help")}
        value={draft.recipient}
        onChange={(recipient) => set({ recipient })}
        maxLength={200}
      />
      <SelectField
        name="details.purpose"
        label={t("disclosures-record-purpose")}
        options={PURPOSES.map((id) => ({ id, label: purposeWord(id) }))}
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
      />
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
          onChange={(chosen) => set({ application: chosen === "whole" ? "" : chosen })}
        />
      )}
      <CheckGroupField
        name="details.classes"
        label={t("disclosures-record-classes")}
        options={classes.map((id) => ({ id, label: classWord(id) }))}
        value={draft.classes}
        onChange={(chosen) => set({ classes: chosen })}
      />
      <DateField
        name="details.on"
        label={t("disclosures-record-on")}
        value={draft.on}
        onChange={(on) => set({ on })}
      />
    </FormDialog>
  );
}
