import { useState } from "react";
import { Mark } from "../../app/Mark";
import { useStatusAct } from "../../app/status";
import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { PassphraseField } from "../../components/PassphraseField";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { asFailure } from "../../ipc/call";
import type { SignInName, Status } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { RecoverDialog } from "./RecoverDialog";
import styles from "./SignIn.module.css";
import { isNotAsLeft, SignInFailure } from "./SignInFailure";

/** More names than this are chosen from a list that opens. */
const MANY = 6;

interface Props {
  status: Status;
  people: readonly SignInName[];
}

/** Opens the store for one person. It shows names of staff, and nothing that is in the store. */
export function SignIn({ status, people }: Props) {
  const t = useText();
  const signIn = useStatusAct("sign_in", { errors: "caller" });
  const byKeychain = useStatusAct("sign_in_by_keychain", { errors: "caller" });
  const choose = useStatusAct("choose_folder");
  const useCopy = useStatusAct("use_key_copy");
  const leave = useStatusAct("leave_sample");
  const [name, setName] = useState(people[0]?.name ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [waiting, setWaiting] = useState(false);
  const [isRecovering, setIsRecovering] = useState(false);
  const isOpening = signIn.isPending || byKeychain.isPending;
  const thrown = byKeychain.error ?? signIn.error;
  const failure = thrown === null ? null : asFailure(thrown).error;
  const hasKeychain = people.some((one) => one.name === name && one.keychain);

  async function submit(asItIs = false) {
    if (waiting || isOpening) return;
    byKeychain.reset();
    try {
      await signIn.mutateAsync({ name, passphrase, asItIs });
    } catch (thrown) {
      const { error } = asFailure(thrown);
      // Whoever then opens it as it is need not type it again.
      if (!isNotAsLeft(error)) setPassphrase("");
      setWaiting(error.code === "throttled");
    }
  }

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Mark size={44} />
        <h1 className={styles.title} tabIndex={-1}>
          {t("sign-in-title")}
        </h1>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {failure !== null && (
            <SignInFailure
              key={Math.max(signIn.submittedAt, byKeychain.submittedAt)}
              error={failure}
              onWaited={() => {
                setWaiting(false);
                signIn.reset();
              }}
              onUseCopy={() => useCopy.mutate({}, { onSuccess: () => signIn.reset() })}
              onOpenAsItIs={passphrase === "" ? null : () => void submit(true)}
            />
          )}
          <WhoField
            names={people.map((one) => one.name)}
            value={name}
            onChange={(next) => {
              setName(next);
              byKeychain.reset();
            }}
          />
          {hasKeychain && (
            <Button
              icon="unlock"
              size="large"
              isDisabled={isOpening}
              onPress={() => {
                signIn.reset();
                byKeychain.mutate({ name });
              }}
            >
              {byKeychain.isPending ? t("sign-in-opening") : t("sign-in-keychain")}
            </Button>
          )}
          <PassphraseField
            label={t(hasKeychain ? "sign-in-or-passphrase" : "sign-in-passphrase")}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
          />
          <Button type="submit" variant="primary" size="large" isDisabled={waiting || isOpening}>
            {signIn.isPending ? t("sign-in-opening") : t("sign-in-button")}
          </Button>
        </form>
      </div>
      <footer className={styles.foot}>
        <p>{t("sign-in-folder", { folder: status.folder })}</p>
        <div className={styles.footActions}>
          <Button variant="plain" size="small" onPress={() => setIsRecovering(true)}>
            {t("sign-in-forgotten")}
          </Button>
          <Button variant="plain" size="small" onPress={() => choose.mutate({})}>
            {t("sign-in-other")}
          </Button>
          {status.sample && (
            <Button variant="plain" size="small" onPress={() => leave.mutate({})}>
              {t("sign-in-leave-sample")}
            </Button>
          )}
        </div>
      </footer>
      {isRecovering && <RecoverDialog name={name} onClose={() => setIsRecovering(false)} />}
    </main>
  );
}

interface WhoProps {
  names: readonly string[];
  value: string;
  onChange: (name: string) => void;
}

function WhoField({ names, value, onChange }: WhoProps) {
  const t = useText();
  const label = t("sign-in-who");
  const options = names.map((id) => ({ id, label: id }));
  if (names.length === 0) return <Field label={label} value={value} onChange={onChange} />;
  if (names.length > MANY) {
    return <SelectField label={label} options={options} value={value} onChange={onChange} />;
  }
  return <RadioField label={label} options={options} value={value} onChange={onChange} />;
}
