import { useState } from "react";
import { useSession } from "../../app/session";
import { ComboField } from "../../components/ComboField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { SOURCES, sourceWord } from "../../text/words";
import styles from "./Candidates.module.css";
import { type Draft, emptyDraft, problemsOf, requestOf } from "./draft";
import { Twins } from "./Twins";
import { useVacancyChoices } from "./useVacancyChoices";

interface Props {
  /** The vacancy one is at. */
  vacancy: VacancyId | null;
  onClose: () => void;
}

/** Adds somebody from wherever one is, with the least there is to say; the rest can be added to their record. */
export function QuickAdd({ vacancy, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const add = useAct("add_candidate", { errors: "caller" });
  const vacancies = useVacancyChoices();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(vacancy, today));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  async function submit() {
    const request = requestOf(draft, today);
    if (request === null) return;
    const { undo } = await add.mutateAsync(request);
    const name = `${draft.given} ${draft.family}`.trim();
    toast.show({ message: t("candidates-new-added", { name }), undo });
    onClose();
  }

  return (
    <FormDialog
      title={t("candidates-quick-title")}
      onClose={onClose}
      onSubmit={submit}
      validate={() => problemsOf(draft, today)}
      submit={t("candidates-new-save")}
      cancel={t("candidates-new-cancel")}
    >
      <div className={styles.two}>
        <Field
          label={t("candidates-new-given")}
          name="details.name.given"
          isOptional
          value={draft.given}
          onChange={(given) => change({ given })}
          autoFocus
        />
        <Field
          label={t("candidates-new-family")}
          name="details.name.family"
          value={draft.family}
          onChange={(family) => change({ family })}
        />
      </div>
      <Field
        label={t("candidates-new-email")}
        name="details.contact.emails"
        type="email"
        isOptional
        value={draft.email}
        onChange={(email) => change({ email })}
      />
      <Twins draft={draft} />
      <SelectField
        label={t("candidates-new-source")}
        name="details.source.category"
        options={SOURCES.map((id) => ({ id, label: sourceWord(id) }))}
        value={draft.source}
        onChange={(source) => change({ source })}
      />
      <ComboField
        label={t("candidates-new-vacancy")}
        name="application.vacancy"
        options={vacancies ?? []}
        value={draft.vacancy}
        onChange={(chosen) => change({ vacancy: chosen })}
      />
      <p className={styles.soft}>{t("candidates-quick-today")}</p>
    </FormDialog>
  );
}
