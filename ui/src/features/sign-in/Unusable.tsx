import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Mark } from "../../app/Mark";
import { useStatusAct } from "../../app/status";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import type { Status, StoreProblem } from "../../ipc/generated/bindings";
import { refresh } from "../../ipc/queries";
import { wordStoreProblem } from "../../text/errors";
import { useText } from "../../text/text";
import { RestoreBackup } from "../first-run/RestoreBackup";
import styles from "./SignIn.module.css";

interface Props {
  status: Status;
  problem: StoreProblem;
}

/** A store that can't be opened: what happened, what is safe, what to do next. */
export function Unusable({ status, problem }: Props) {
  const t = useText();
  const client = useQueryClient();
  const choose = useStatusAct("choose_folder");
  const useCopy = useStatusAct("use_key_copy");
  const [restoring, setRestoring] = useState(false);
  const hasCopy = problem.kind === "keysCopy";
  const { title, rest } = wordStoreProblem(problem);
  if (restoring) return <RestoreBackup status={status} onBack={() => setRestoring(false)} />;
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Mark size={44} />
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles.form}>
          <Notice tone="warn">
            <p>{rest}</p>
          </Notice>
          <div className={styles.buttons}>
            {hasCopy && (
              <Button
                variant="primary"
                isDisabled={useCopy.isPending}
                onPress={() => useCopy.mutate({})}
              >
                {t("sign-in-use-copy")}
              </Button>
            )}
            <Button variant={hasCopy ? "quiet" : "primary"} onPress={() => refresh(client)}>
              {t("sign-in-try-again")}
            </Button>
            <Button icon="folder" onPress={() => choose.mutate({})}>
              {t("sign-in-other")}
            </Button>
            <Button icon="file" onPress={() => setRestoring(true)}>
              {t("first-run-restore-button")}
            </Button>
          </div>
        </div>
      </div>
      <footer className={styles.foot}>
        <p>{t("sign-in-folder", { folder: status.folder })}</p>
      </footer>
    </main>
  );
}
