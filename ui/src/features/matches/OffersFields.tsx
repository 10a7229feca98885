import { CheckGroupField } from "../../components/CheckGroupField";
import { Field } from "../../components/Field";
import { TextAreaField } from "../../components/TextAreaField";
import type { VacancyKind } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { VACANCY_KINDS, vacancyKindWord } from "../../text/words";
import type { OffersDraft } from "./offersForm";

interface Props {
  draft: OffersDraft;
  onChange: (draft: OffersDraft) => void;
}

/** What a place on the list says of the person: what the assessment showed, and what they offer. */
export function OffersFields({ draft, onChange }: Props) {
  const t = useText();
  const set = (part: Partial<OffersDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <TextAreaField
        name="merit"
        label={t("matches-offers-merit")}
        hint={t("matches-offers-merit-help")}
        isOptional
        rows={2}
        value={draft.merit}
        onChange={(merit) => set({ merit })}
      />
      <Field
        name="offers.skills"
        label={t("matches-offers-skills")}
        hint={t("matches-offers-skills-help")}
        isOptional
        value={draft.skills}
        onChange={(skills) => set({ skills })}
      />
      <Field
        name="offers.places"
        label={t("matches-offers-places")}
        isOptional
        value={draft.places}
        onChange={(places) => set({ places })}
      />
      <CheckGroupField<VacancyKind>
        name="offers.kinds"
        label={t("matches-offers-kinds")}
        isOptional
        options={VACANCY_KINDS.map((id) => ({ id, label: vacancyKindWord(id) }))}
        value={draft.kinds}
        onChange={(kinds) => set({ kinds })}
      />
    </>
  );
}
