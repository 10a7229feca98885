import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { NewPassphraseField } from "../../components/NewPassphraseField";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { FieldProblem, Role } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { ROLES, roleWord } from "../../text/words";

interface Props {
  onAdded: (name: string) => void;
  onClose: () => void;
}

/** Adds an account, with a first passphrase that its person is told. */
export function AddAccountDialog({ onAdded, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const add = useAct("add_account", { errors: "caller" });
  const [name, setName] = useState("");
  const { today, organisation } = useSession();
  const [role, setRole] = useState<Role | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [inductedOn, setInductedOn] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState("");

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (name.trim() === "") problems.push({ field: "name", problem: t("people-name-missing") });
    if (role === null) problems.push({ field: "role", problem: t("people-role-missing") });
    if (role === "auditor" && until === null) {
      problems.push({ field: "until", problem: t("people-until-missing") });
    }
    if (inductedOn !== null && inductedOn > today) {
      problems.push({ field: "inductedOn", problem: t("people-training-future") });
    }
    if (passphrase === "") {
      problems.push({ field: "passphrase", problem: t("people-passphrase-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (role === null) return;
    const { undo } = await add.mutateAsync({
      name: name.trim(),
      role,
      until,
      inductedOn,
      passphrase,
    });
    toast.show({ message: t("people-added", { name: name.trim() }), undo });
    onAdded(name.trim());
    onClose();
  };

  return (
    <FormDialog
      title={t("people-dialog-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("people-save")}
      cancel={t("people-cancel")}
    >
      <Field
        name="name"
        label={t("people-name")}
        hint={t("people-name-help")}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <RadioField
        name="role"
        label={t("people-role")}
        options={ROLES.map((id) => ({
          id,
          label: roleWord(id),
          hint: t(`people-role-what-${id}`),
        }))}
        value={role}
        onChange={setRole}
      />
      <DateField
        name="until"
        label={t("people-until")}
        hint={t(role === "auditor" ? "people-until-help-auditor" : "people-until-help")}
        isOptional={role !== "auditor"}
        value={until}
        onChange={setUntil}
      />
      <DateField
        name="inductedOn"
        label={t("people-induction")}
        hint={t("people-induction-help")}
        isOptional
        value={inductedOn}
        onChange={setInductedOn}
      />
      <NewPassphraseField
        label={t("people-passphrase")}
        hint={t("people-passphrase-help")}
        value={passphrase}
        onChange={setPassphrase}
        person={name}
        organisation={organisation}
      />
    </FormDialog>
  );
}
