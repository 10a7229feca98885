import { type ReactNode, useState } from "react";
import { Mark } from "../../app/Mark";
import { useStatusAct } from "../../app/status";
import { Button } from "../../components/Button";
import { Icon, type IconName } from "../../components/Icon";
import type { Status } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./FirstRun.module.css";
import { MakeStore } from "./MakeStore";
import { RestoreBackup } from "./RestoreBackup";

interface Props {
  status: Status;
}

/** The first thing anyone sees: make a store, open one, or look round the sample. */
export function FirstRun({ status }: Props) {
  const t = useText();
  const [making, setMaking] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const openStore = useStatusAct("choose_folder");
  const openSample = useStatusAct("open_sample");

  if (restoring) return <RestoreBackup status={status} onBack={() => setRestoring(false)} />;
  if (making) return <MakeStore status={status} onBack={() => setMaking(false)} />;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Mark size={56} />
        <h1 className={styles.title} tabIndex={-1}>
          {t("first-run-title")}
        </h1>
        <p className={styles.lead}>{t("first-run-lead")}</p>
        <ul className={styles.choices}>
          <Choice
            icon="plus"
            title={t("first-run-make")}
            text={t("first-run-make-text")}
            action={
              <Button variant="primary" onPress={() => setMaking(true)}>
                {t("first-run-make-button")}
              </Button>
            }
          />
          <Choice
            icon="folder"
            title={t("first-run-open")}
            text={t("first-run-open-text")}
            action={
              <Button onPress={() => openStore.mutate({})} isDisabled={openStore.isPending}>
                {t("first-run-open-button")}
              </Button>
            }
          />
          <Choice
            icon="file"
            title={t("first-run-restore")}
            text={t("first-run-restore-text")}
            action={
              <Button onPress={() => setRestoring(true)}>{t("first-run-restore-button")}</Button>
            }
          />
          <Choice
            icon="leaf"
            title={t("first-run-sample")}
            text={t("first-run-sample-text")}
            action={
              <Button onPress={() => openSample.mutate({})} isDisabled={openSample.isPending}>
                {t("first-run-sample-button")}
              </Button>
            }
          />
        </ul>
        <p className={styles.foot}>
          <Icon name="shield" size={18} />
          {t("first-run-local")}
        </p>
      </div>
    </main>
  );
}

interface ChoiceProps {
  icon: IconName;
  title: string;
  text: string;
  action: ReactNode;
}

function Choice({ icon, title, text, action }: ChoiceProps) {
  return (
    <li className={styles.choice}>
      <span className={styles.choiceIcon}>
        <Icon name={icon} size={22} />
      </span>
      <div className={styles.choiceWords}>
        <h2 className={styles.choiceTitle}>{title}</h2>
        <p>{text}</p>
      </div>
      {action}
    </li>
  );
}
