import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { ApplicationId, OfferView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Decisions.module.css";
import { checkOffer, offerDraft, termsOf } from "./offerForm";
import { PAY_PERIODS } from "./payWords";

interface Props {
  application: ApplicationId;
  name: string;
  /** Those who approve offers in the vacancy. */
  approvers: readonly string[];
  /** The offer to change; nothing for a new one. */
  offer: OfferView | null;
  onClose: () => void;
}

/** Writes what is offered, or changes it before it is made. */
export function WriteOfferDialog({ application, name, approvers, offer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const write = useAct("write_offer", { errors: "caller" });
  const [draft, setDraft] = useState(() => offerDraft(offer));
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });

  const save = async () => {
    const { undo } = await write.mutateAsync({
      application,
      change: offer === null ? null : { offer: offer.offer, revision: offer.revision },
      terms: termsOf(draft),
    });
    toast.show({
      message: t(offer === null ? "offers-written" : "offers-changed", { name }),
      undo,
    });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t(offer === null ? "offers-write-title" : "offers-change-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkOffer(draft, today)}
      submit={t(offer === null ? "offers-write-save" : "offers-change-save")}
      cancel={t("offers-cancel")}
    >
      {approvers.length > 0 && (
        <Notice tone="info">
          {t("offers-write-approver", { names: approvers.join(", "), count: approvers.length })}
        </Notice>
      )}
      <RadioField
        name="terms.pay.kind"
        label={t("offers-pay-kind")}
        options={[
          { id: "amount", label: t("offers-pay-kind-amount") },
          { id: "words", label: t("offers-pay-kind-words") },
        ]}
        value={draft.payKind}
        onChange={(payKind) => set({ payKind })}
      />
      {draft.payKind === "amount" ? (
        <div className={styles.pay}>
          <Field
            name="terms.pay"
            label={t("offers-amount")}
            value={draft.amount}
            onChange={(amount) => set({ amount })}
            maxLength={14}
          />
          <SelectField
            name="terms.pay.per"
            label={t("offers-per")}
            options={PAY_PERIODS.map((id) => ({ id, label: t("offers-period", { per: id }) }))}
            value={draft.per}
            onChange={(per) => set({ per })}
          />
        </div>
      ) : (
        <Field
          name="terms.pay.words"
          label={t("offers-words")}
          hint={t("offers-words-help")}
          value={draft.words}
          onChange={(words) => set({ words })}
          maxLength={200}
        />
      )}
      <DateField
        name="terms.startsOn"
        label={t("offers-starts-on")}
        isOptional
        value={draft.startsOn}
        onChange={(startsOn) => set({ startsOn })}
      />
      <DateField
        name="terms.answerBy"
        label={t("offers-answer-by")}
        hint={t("offers-answer-by-help")}
        isOptional
        value={draft.answerBy}
        onChange={(answerBy) => set({ answerBy })}
      />
      <TextAreaField
        name="terms.conditions"
        label={t("offers-conditions")}
        hint={t("offers-conditions-help")}
        isOptional
        rows={3}
        value={draft.conditions}
        onChange={(conditions) => set({ conditions })}
      />
    </FormDialog>
  );
}
