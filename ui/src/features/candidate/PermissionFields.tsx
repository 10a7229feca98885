import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { NumberField } from "../../components/NumberField";
import { RadioField } from "../../components/RadioField";
import type { PermissionPurpose, WordingView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { MEANS, meansWord, purposeWord } from "../../text/words";
import styles from "./Permissions.module.css";
import { monthsOf, type PermissionDraft } from "./permissionForm";

interface Props {
  draft: PermissionDraft;
  wordings: WordingView[];
  onChange: (draft: PermissionDraft) => void;
  /** Where the details stand in the request. */
  at: string;
  /** The purposes to choose from; with one there is nothing to choose. */
  purposes: readonly PermissionPurpose[];
}

/** The fields of a permission: what the person was asked, and when and how they said yes. */
export function PermissionFields({ draft, wordings, onChange, at, purposes }: Props) {
  const t = useText();
  const set = (part: Partial<PermissionDraft>) => onChange({ ...draft, ...part });
  const wording = wordings.find((one) => one.purpose === draft.purpose);
  return (
    <>
      {purposes.length > 1 && (
        <RadioField
          name={`${at}.purpose`}
          label={t("candidate-permission-purpose")}
          options={purposes.map((id) => ({ id, label: purposeWord(id) }))}
          value={draft.purpose}
          onChange={(purpose) => set({ purpose, months: null })}
        />
      )}
      {wording !== undefined && (
        <figure className={styles.wording}>
          <figcaption className={styles.caption}>{t("candidate-permission-read")}</figcaption>
          <blockquote className={styles.quote}>{wording.text}</blockquote>
        </figure>
      )}
      <DateField
        name={`${at}.givenOn`}
        label={t("candidate-permission-given-on")}
        value={draft.givenOn}
        onChange={(givenOn) => set({ givenOn })}
      />
      <RadioField
        name={`${at}.means`}
        label={t("candidate-permission-means")}
        options={MEANS.map((id) => ({ id, label: meansWord(id) }))}
        value={draft.means}
        onChange={(means) => set({ means })}
      />
      <Field
        name={`${at}.evidence`}
        label={t("candidate-permission-evidence-field")}
        hint={t("candidate-permission-evidence-help")}
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        maxLength={200}
      />
      {wording !== undefined && (
        <NumberField
          name={`${at}.months`}
          label={t("candidate-permission-months")}
          hint={t("candidate-permission-months-help", { most: wording.mostMonths })}
          value={monthsOf(draft, wording)}
          onChange={(months) => set({ months: months ?? 0 })}
        />
      )}
    </>
  );
}
