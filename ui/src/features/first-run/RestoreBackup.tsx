import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { focusHeading } from "../../app/focus";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { Form } from "../../components/Form";
import { Notice } from "../../components/Notice";
import { PassphraseField } from "../../components/PassphraseField";
import { SelectField } from "../../components/SelectField";
import { call } from "../../ipc/call";
import type {
  BackupView,
  FieldProblem,
  RestoredBackup,
  Status,
} from "../../ipc/generated/bindings";
import { refresh, useAct } from "../../ipc/queries";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./FirstRun.module.css";

interface Props {
  status: Status;
  onBack: () => void;
}

/** Puts a backup back into the store's folder: which, who signs in, and what became of it. */
export function RestoreBackup({ status, onBack }: Props) {
  const t = useText();
  const client = useQueryClient();
  const choose = useAct("choose_backup");
  const [backup, setBackup] = useState<BackupView | null>(null);
  const [restored, setRestored] = useState<RestoredBackup | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its heading.
  useEffect(() => focusHeading(), [backup, restored]);

  const chooseOne = () =>
    choose.mutate(
      {},
      {
        onSuccess: (chosen) => {
          if (chosen.backup !== null) setBackup(chosen.backup);
        },
      },
    );
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title} tabIndex={-1}>
          {t(restored === null ? "first-run-restore-title" : "first-run-restored-title")}
        </h1>
        {restored !== null ? (
          <Restored restored={restored} onGoOn={() => refresh(client)} />
        ) : (
          <>
            <p className={styles.lead}>{t("first-run-restore-lead")}</p>
            <div className={styles.panel}>
              {backup === null ? (
                <div className={styles.actions}>
                  <Button variant="primary" icon="file" onPress={chooseOne}>
                    {t("first-run-restore-choose")}
                  </Button>
                  <Button onPress={onBack}>{t("first-run-back")}</Button>
                </div>
              ) : (
                <WhoOpens
                  status={status}
                  backup={backup}
                  onRestored={setRestored}
                  onOther={chooseOne}
                />
              )}
            </div>
          </>
        )}
      </div>
    </main>
  );
}

interface WhoProps {
  status: Status;
  backup: BackupView;
  onRestored: (restored: RestoredBackup) => void;
  onOther: () => void;
}

function WhoOpens({ status, backup, onRestored, onOther }: WhoProps) {
  const t = useText();
  const [name, setName] = useState(backup.names[0] ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [withoutSealed, setWithoutSealed] = useState(false);
  const validate = (): FieldProblem[] =>
    passphrase === ""
      ? [{ field: "passphrase", problem: t("first-run-restore-passphrase-missing") }]
      : [];
  return (
    <Form
      label={t("first-run-restore-title")}
      validate={validate}
      onSubmit={async () =>
        // Not an act: asking anew how things stand would show the sign-in before what became of it.
        onRestored(await call("restore_backup", { name, passphrase, withoutSealed }))
      }
      actions={
        <>
          <Button type="submit" variant="primary">
            {t("first-run-restore-do")}
          </Button>
          <Button onPress={onOther}>{t("first-run-restore-other")}</Button>
        </>
      }
    >
      <p>{t("first-run-restore-made", { made: showDateTime(backup.madeAt) })}</p>
      <SelectField
        label={t("first-run-restore-name")}
        value={name}
        onChange={setName}
        options={backup.names.map((one) => ({ id: one, label: one }))}
      />
      <PassphraseField
        name="passphrase"
        label={t("first-run-restore-passphrase")}
        value={passphrase}
        onChange={setPassphrase}
      />
      <CheckField
        label={t("first-run-restore-without-sealed")}
        hint={t("first-run-restore-without-sealed-hint")}
        isSelected={withoutSealed}
        onChange={setWithoutSealed}
      />
      <div>
        <p className={styles.placeLabel}>{t("first-run-folder")}</p>
        <p className={styles.placePath}>{status.folder}</p>
      </div>
    </Form>
  );
}

interface RestoredProps {
  restored: RestoredBackup;
  onGoOn: () => void;
}

function Restored({ restored, onGoOn }: RestoredProps) {
  const t = useText();
  const { people, erasedAgain, proved, sealedGivenUp, movedTo } = restored;
  return (
    <div className={`${styles.panel} ${styles.told}`}>
      <Notice tone={proved ? "good" : "danger"} isAlert>
        <p>{t("first-run-restored", { count: people })}</p>
        {erasedAgain > 0 && (
          <p>
            {t("first-run-restored-again", { count: erasedAgain })}{" "}
            {t(proved ? "app-replay-proved" : "app-replay-found")}
          </p>
        )}
        {sealedGivenUp > 0 && <p>{t("first-run-restored-sealed", { count: sealedGivenUp })}</p>}
        {movedTo !== null && <p>{t("first-run-restored-moved", { folder: movedTo })}</p>}
      </Notice>
      <Button variant="primary" onPress={onGoOn}>
        {t("first-run-restored-go-on")}
      </Button>
    </div>
  );
}
