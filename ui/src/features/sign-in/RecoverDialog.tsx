import { useState } from "react";
import { useStatusAct } from "../../app/status";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { NewPassphraseField } from "../../components/NewPassphraseField";
import { useText } from "../../text/text";

interface Props {
  /** Who forgot their passphrase, as chosen on the sign-in screen. */
  name: string;
  onClose: () => void;
}

/** Opens the store by the recovery sheet, and gives one person a new passphrase. */
export function RecoverDialog({ name, onClose }: Props) {
  const t = useText();
  const recover = useStatusAct("recover", { errors: "caller" });
  const [code, setCode] = useState("");
  const [passphrase, setPassphrase] = useState("");

  return (
    <FormDialog
      title={t("sign-in-recover-title")}
      onClose={onClose}
      onSubmit={() => recover.mutateAsync({ name, code, passphrase })}
      submit={t("sign-in-recover-save")}
      cancel={t("sign-in-recover-cancel")}
    >
      <p>{t("sign-in-recover-what", { name })}</p>
      <Field
        name="code"
        label={t("sign-in-recover-code")}
        hint={t("sign-in-recover-code-hint")}
        value={code}
        onChange={setCode}
        maxLength={120}
      />
      <NewPassphraseField
        label={t("sign-in-recover-passphrase")}
        hint={t("sign-in-recover-passphrase-hint")}
        value={passphrase}
        onChange={setPassphrase}
        person={name}
        organisation=""
      />
    </FormDialog>
  );
}
