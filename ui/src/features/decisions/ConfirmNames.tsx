import { CheckGroupField } from "../../components/CheckGroupField";
import type { ApplicationId } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Decisions.module.css";

/** How many names are confirmed at once: more nobody reads. */
export const MOST_NAMES = 100;

interface Props {
  people: readonly { application: ApplicationId; name: string }[];
  value: readonly ApplicationId[];
  onChange: (confirmed: readonly ApplicationId[]) => void;
}

/** The names of those about to be turned down, each to be ticked by who decides: no list does it for them (COL-13). */
export function ConfirmNames({ people, value, onChange }: Props) {
  const t = useText();
  return (
    <div className={styles.names}>
      <CheckGroupField
        name="confirmed"
        label={t("offers-confirm")}
        hint={t(people.length > MOST_NAMES ? "offers-confirm-most" : "offers-confirm-help", {
          most: MOST_NAMES,
        })}
        options={people
          .slice(0, MOST_NAMES)
          .map(({ application, name }) => ({ id: application, label: name }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
