import { useState } from "react";
import { FormDialog } from "../components/FormDialog";
import { NewPassphraseField } from "../components/NewPassphraseField";
import { PassphraseField } from "../components/PassphraseField";
import { useToast } from "../components/Toast";
import type { FieldProblem } from "../ipc/generated/bindings";
import { useAct } from "../ipc/queries";
import { useText } from "../text/text";
import { useSession } from "./session";

interface Props {
  onClose: () => void;
}

/** Changes the passphrase of whoever is signed in. */
export function PassphraseDialog({ onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { viewer, organisation } = useSession();
  const change = useAct("change_passphrase", { errors: "caller" });
  const [current, setCurrent] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (again !== passphrase) {
      problems.push({ field: "again", problem: t("app-passphrase-differs") });
    }
    return problems;
  };
  const save = async () => {
    await change.mutateAsync({ current, passphrase });
    toast.show({ message: t("app-passphrase-changed"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("app-passphrase-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("app-passphrase-save")}
      cancel={t("app-passphrase-cancel")}
    >
      <PassphraseField
        name="current"
        label={t("app-passphrase-current")}
        value={current}
        onChange={setCurrent}
        autoFocus
      />
      <NewPassphraseField
        label={t("app-passphrase-new")}
        hint={t("app-passphrase-hint")}
        value={passphrase}
        onChange={setPassphrase}
        person={viewer.name}
        organisation={organisation}
      />
      <PassphraseField
        name="again"
        label={t("app-passphrase-again")}
        isNew
        value={again}
        onChange={setAgain}
      />
    </FormDialog>
  );
}
