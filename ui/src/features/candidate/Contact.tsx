import type { ContactDetails } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { contactWord } from "../../text/words";
import styles from "./Candidate.module.css";

interface Props {
  contact: ContactDetails;
}

/** How to reach a person. */
export function Contact({ contact }: Props) {
  const t = useText();
  const { emails, phones, address, postcode, preferred } = contact;
  const lines = [...address, ...(postcode === null ? [] : [postcode])];
  const facts = [
    { label: t("candidate-emails"), values: emails },
    { label: t("candidate-phones"), values: phones },
    { label: t("candidate-address"), values: lines },
    {
      label: t("candidate-preferred"),
      values: preferred === null ? [] : [contactWord(preferred)],
    },
  ].filter(({ values }) => values.length > 0);
  if (facts.length === 0) return <p className={styles.none}>{t("candidate-contact-none")}</p>;
  return (
    <dl className={styles.contact}>
      {facts.map(({ label, values }) => (
        <div key={label} className={styles.contactLine}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
