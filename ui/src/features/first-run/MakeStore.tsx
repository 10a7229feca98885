import { useEffect, useState } from "react";
import { focusHeading } from "../../app/focus";
import { useStatusAct } from "../../app/status";
import { Button } from "../../components/Button";
import { DateField } from "../../components/DateField";
import { Field } from "../../components/Field";
import { Form } from "../../components/Form";
import { NewPassphraseField } from "../../components/NewPassphraseField";
import { PassphraseField } from "../../components/PassphraseField";
import type { FieldProblem, Status } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./FirstRun.module.css";

interface Props {
  status: Status;
  onBack: () => void;
}

/** Makes a store: whose it is, who signs in first, and what opens it. */
export function MakeStore({ status, onBack }: Props) {
  const t = useText();
  const create = useStatusAct("create_store", { errors: "caller" });
  const choose = useStatusAct("choose_folder");
  const [organisation, setOrganisation] = useState("");
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [inductedOn, setInductedOn] = useState<string | null>(status.today);
  const [again, setAgain] = useState("");

  useEffect(() => focusHeading(), []);

  function validate(): FieldProblem[] {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (organisation.trim() === "") add("organisation", "first-run-organisation-missing");
    if (name.trim() === "") add("name", "first-run-name-missing");
    if (inductedOn === null || inductedOn > status.today) {
      add("inductedOn", "first-run-induction-wrong");
    }
    if (passphrase === "") add("passphrase", "first-run-passphrase-missing");
    else if (again !== passphrase) add("again", "first-run-again-differs");
    return problems;
  }

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("first-run-make-title")}
        </h1>
        <p className={styles.lead}>{t("first-run-make-lead")}</p>
        <div className={styles.panel}>
          <Form
            validate={validate}
            onSubmit={() =>
              create.mutateAsync({
                organisation,
                name,
                passphrase,
                inductedOn: inductedOn ?? status.today,
              })
            }
            actions={
              <>
                <Button type="submit" variant="primary" isDisabled={create.isPending}>
                  {create.isPending ? t("first-run-making") : t("first-run-make-button")}
                </Button>
                <Button variant="plain" onPress={onBack}>
                  {t("first-run-back")}
                </Button>
              </>
            }
          >
            <Field
              label={t("first-run-organisation")}
              name="organisation"
              value={organisation}
              onChange={setOrganisation}
              maxLength={200}
            />
            <Field
              label={t("first-run-name")}
              hint={t("first-run-name-hint")}
              name="name"
              value={name}
              onChange={setName}
              maxLength={200}
            />
            <DateField
              label={t("first-run-induction")}
              hint={t("first-run-induction-hint")}
              name="inductedOn"
              value={inductedOn}
              onChange={setInductedOn}
            />
            <NewPassphraseField
              label={t("first-run-passphrase")}
              hint={t("first-run-passphrase-hint")}
              value={passphrase}
              onChange={setPassphrase}
              person={name}
              organisation={organisation}
            />
            <PassphraseField
              label={t("first-run-again")}
              name="again"
              isNew
              value={again}
              onChange={setAgain}
            />
            <div className={styles.place}>
              <div>
                <p className={styles.placeLabel}>{t("first-run-folder")}</p>
                <p className={styles.placePath}>{status.folder}</p>
              </div>
              <Button icon="folder" onPress={() => choose.mutate({})} isDisabled={choose.isPending}>
                {t("first-run-other-folder")}
              </Button>
            </div>
          </Form>
        </div>
      </div>
    </main>
  );
}
