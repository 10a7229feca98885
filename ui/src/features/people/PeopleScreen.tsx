import { type ReactNode, useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { AccountId, Accounts } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { Templates } from "../correspondence/Templates";
import { AccessSettings } from "./AccessSettings";
import { AddAccountDialog } from "./AddAccountDialog";
import { AuditDialog } from "./AuditDialog";
import { Backups } from "./Backups";
import { BankHolidays } from "./BankHolidays";
import styles from "./People.module.css";
import { type Doing, PeopleTable } from "./PeopleTable";
import { Protection } from "./Protection";
import { RecoverySheet } from "./RecoverySheet";
import { RemoveDialog } from "./RemoveDialog";
import { ResetDialog } from "./ResetDialog";
import { RoleDialog } from "./RoleDialog";
import { SealedDialog } from "./SealedDialog";
import { SeesDialog } from "./SeesDialog";
import { TrainingDialog } from "./TrainingDialog";
import { useSaveReview } from "./useSaveReview";

/** Who can sign in here, and what protects the records from whom. */
export function PeopleScreen() {
  const t = useText();
  const { may } = useSession();
  const accounts = useCommand("list_accounts", {}).data;
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [doing, setDoing] = useState<{ what: Doing; account: AccountId } | null>(null);
  const mayManage = may("manageAccounts");
  const add = (
    <Button variant="primary" icon="plus" onPress={() => setIsAdding(true)}>
      {t("people-add")}
    </Button>
  );
  if (accounts === undefined) return <Skeleton />;
  const { rows, recovery } = accounts;

  return (
    <>
      <PageHeader
        title={t("people-title")}
        subtitle={t("people-lede")}
        {...(mayManage && { actions: add })}
      />
      <div className={styles.frame}>
        {added !== null && <Notice tone="good">{t("people-next", { name: added })}</Notice>}
        <PeopleTable rows={rows} onDo={(what, { account }) => setDoing({ what, account })} />
        {rows.length === 1 && (
          <Notice tone="info" title={t("people-empty-title")}>
            {t("people-empty")}
          </Notice>
        )}
        {may("reviewAccess") && <AccessReview />}
        <AccessSettings />
        <BankHolidays />
        {mayManage && <Templates />}
        {may("readAccounts") && <Backups />}
        {mayManage && <RecoverySheet standing={recovery} />}
        <Protection />
      </div>
      {doing !== null && (
        <DoingDialog {...doing} accounts={accounts} onClose={() => setDoing(null)} />
      )}
      {isAdding && <AddAccountDialog onAdded={setAdded} onClose={() => setIsAdding(false)} />}
    </>
  );
}

/** Saves what everybody can see as a file, for whoever audits it. */
function AccessReview() {
  const t = useText();
  const { save, isPending } = useSaveReview();
  return (
    <Section
      title={t("people-review")}
      hint={t("people-review-hint")}
      actions={
        <Button icon="file" isDisabled={isPending} onPress={() => save({ of: "organisation" })}>
          {t("people-review-save")}
        </Button>
      }
    />
  );
}

interface DoingProps {
  what: Doing;
  account: AccountId;
  accounts: Accounts;
  onClose: () => void;
}

function DoingDialog({ what, account, accounts, onClose }: DoingProps): ReactNode {
  const { viewer } = useSession();
  const person = accounts.rows.find((row) => row.account === account);
  const own = accounts.rows.find((row) => row.account === viewer.account)?.sealed ?? [];
  if (person === undefined) return null;
  switch (what) {
    case "sees":
      return <SeesDialog person={person} onClose={onClose} />;
    case "role":
      return <RoleDialog person={person} keysOfHr={accounts.keysOfHr} onClose={onClose} />;
    case "audit":
      return <AuditDialog person={person} onClose={onClose} />;
    case "sealed":
      return <SealedDialog person={person} own={own} onClose={onClose} />;
    case "training":
      return <TrainingDialog person={person} onClose={onClose} />;
    case "reset":
      return <ResetDialog person={person} own={own} onClose={onClose} />;
    case "remove":
      return <RemoveDialog person={person} onClose={onClose} />;
  }
}
