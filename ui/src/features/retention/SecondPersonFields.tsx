import { PassphraseField } from "../../components/PassphraseField";
import { SelectField } from "../../components/SelectField";
import type { AccountId, SecondPerson } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";

/** What was filled in for the second person so far. */
export interface SecondDraft {
  account: AccountId | null;
  passphrase: string;
}

interface Props {
  others: readonly SecondPerson[];
  value: SecondDraft;
  onChange: (value: SecondDraft) => void;
}

/** Where a second person confirms the date: who, and their own passphrase. */
export function SecondPersonFields({ others, value, onChange }: Props) {
  const t = useText();
  return (
    <>
      <SelectField
        name="second.account"
        label={t("retention-second")}
        hint={t("retention-second-hint")}
        options={others.map(({ account, name }) => ({ id: account, label: name }))}
        value={value.account}
        onChange={(account) => onChange({ account, passphrase: "" })}
        width="medium"
      />
      <PassphraseField
        name="second.passphrase"
        label={t("retention-second-passphrase")}
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
      />
    </>
  );
}
