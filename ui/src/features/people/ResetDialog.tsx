import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { FormDialog } from "../../components/FormDialog";
import { NewPassphraseField } from "../../components/NewPassphraseField";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import type { AccountRow, Compartment, FieldProblem } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { compartmentWords } from "../../text/words";

interface Props {
  person: AccountRow;
  /** The sealed classes whose keys whoever resets it holds, and so gives again. */
  own: readonly Compartment[];
  onClose: () => void;
}

/** Gives somebody who forgot their passphrase another one, and fresh keys with it. */
export function ResetDialog({ person, own, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const reset = useAct("reset_passphrase", { errors: "caller" });
  const [passphrase, setPassphrase] = useState("");
  const [lost, setLost] = useState<readonly Compartment[] | null>(null);
  const { account, name } = person;
  const { organisation } = useSession();
  const missing = person.sealed.filter((one) => !own.includes(one));

  const validate = () => {
    const problem = t("people-passphrase-missing");
    return passphrase !== "" ? [] : ([{ field: "passphrase", problem }] satisfies FieldProblem[]);
  };
  const save = async () => {
    const done = await reset.mutateAsync({ account, passphrase });
    if (done.lost.length > 0) {
      setLost(done.lost);
      return;
    }
    toast.show({ message: t("people-reset-saved", { name }), undo: null });
    onClose();
  };

  if (lost !== null) {
    return (
      <Dialog
        title={t("people-reset-done", { name })}
        isOpen
        onClose={onClose}
        footer={
          <Button variant="primary" onPress={onClose}>
            {t("people-reset-close")}
          </Button>
        }
      >
        <Notice tone="warn" isAlert>
          {t("people-reset-lost", { name, keys: compartmentWords(lost) })}
        </Notice>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t("people-reset-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("people-reset-save")}
      cancel={t("people-cancel")}
    >
      <p>{t("people-reset-what", { name })}</p>
      {missing.length > 0 && (
        <Notice tone="warn">
          {t("people-reset-loses", { name, keys: compartmentWords(missing) })}
        </Notice>
      )}
      <NewPassphraseField
        label={t("people-reset-passphrase")}
        hint={t("people-passphrase-help")}
        value={passphrase}
        onChange={setPassphrase}
        person={name}
        organisation={organisation}
      />
    </FormDialog>
  );
}
