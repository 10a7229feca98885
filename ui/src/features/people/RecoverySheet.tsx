import { useState } from "react";
import { createPortal } from "react-dom";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Section } from "../../components/Section";
import { useToast } from "../../components/Toast";
import type { RecoveryStanding } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./People.module.css";

interface Props {
  standing: RecoveryStanding;
}

/** The sheet of paper that opens the store when a passphrase is forgotten: whether there is one, and making it. */
export function RecoverySheet({ standing }: Props) {
  const t = useText();
  const make = useAct("make_recovery_sheet");
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const begin = async () => setGroups((await make.mutateAsync({})).groups);

  return (
    <Section title={t("people-recovery-title")}>
      <Card>
        <p>{t("people-recovery-standing", { standing })}</p>
        <p className={styles.quiet}>{t("people-recovery-what")}</p>
        <Button onPress={begin} isDisabled={make.isPending}>
          {t(standing === "missing" ? "people-recovery-make" : "people-recovery-again")}
        </Button>
      </Card>
      {groups !== null && <SheetDialog groups={groups} onClose={() => setGroups(null)} />}
    </Section>
  );
}

interface SheetProps {
  groups: readonly string[];
  onClose: () => void;
}

/** What is on the paper: nothing else of the window is printed while it is there. */
function PrintedSheet({ groups }: { groups: readonly string[] }) {
  const t = useText();
  const { organisation, today, status } = useSession();
  return createPortal(
    <div className={styles.printed} aria-hidden="true">
      <h1>{t("people-recovery-sheet-title", { organisation })}</h1>
      <p>{t("people-recovery-sheet-made", { day: showDate(today), folder: status.folder })}</p>
      <p className={styles.printedCode}>{groups.join(" ")}</p>
      <p>{t("people-recovery-sheet-use")}</p>
      <p>{t("people-recovery-sheet-keep")}</p>
    </div>,
    document.body,
  );
}

/** Shows the code once, and asks for it back from paper. */
function SheetDialog({ groups, onClose }: SheetProps) {
  const t = useText();
  const toast = useToast();
  const confirm = useAct("confirm_recovery_sheet", { errors: "caller" });
  const print = useAct("print_page");
  const [code, setCode] = useState("");
  const save = async () => {
    await confirm.mutateAsync({ code });
    toast.show({ message: t("people-recovery-confirmed"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("people-recovery-title")}
      onClose={onClose}
      onSubmit={save}
      submit={t("people-recovery-confirm")}
      cancel={t("people-recovery-later")}
    >
      <p>{t("people-recovery-write")}</p>
      <div>
        <Button onPress={() => print.mutate({})}>{t("people-recovery-print")}</Button>
      </div>
      <PrintedSheet groups={groups} />
      <ol className={styles.code} aria-label={t("people-recovery-code")}>
        {groups.map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and they never move
          <li key={place}>{group}</li>
        ))}
      </ol>
      <Field
        name="code"
        label={t("people-recovery-back")}
        hint={t("people-recovery-back-hint")}
        value={code}
        onChange={setCode}
        maxLength={120}
      />
    </FormDialog>
  );
}
