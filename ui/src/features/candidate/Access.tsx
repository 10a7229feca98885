import { useState } from "react";
import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { FormDialog } from "../../components/FormDialog";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import { useToast } from "../../components/Toast";
import { Way, wayKey } from "../../components/Way";
import type { CandidateId, CandidateView, ConflictRow } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { useSaveReview } from "../people/useSaveReview";
import styles from "./Candidate.module.css";

interface Props {
  view: CandidateView;
}

/** Who else can see this record and why, and the way to step back from it. */
export function Access({ view }: Props) {
  const t = useText();
  const [isDeclaring, setIsDeclaring] = useState(false);
  const mayReview = view.may.includes("reviewAccess");
  const mayDeclare = view.may.includes("declareConflict");
  if (!mayReview && !mayDeclare) return null;
  return (
    <Panel title={t("candidate-access")}>
      {mayReview && <WhoCanSee view={view} />}
      {mayDeclare && (
        <Button size="small" onPress={() => setIsDeclaring(true)}>
          {t("candidate-conflict")}
        </Button>
      )}
      {isDeclaring && <ConflictDialog view={view} onClose={() => setIsDeclaring(false)} />}
    </Panel>
  );
}

function WhoCanSee({ view: { candidate } }: Props) {
  const t = useText();
  const { may } = useSession();
  const found = useCommand("who_can_see", { candidate }).data;
  const { save, isPending } = useSaveReview();
  const [withdrawing, setWithdrawing] = useState<ConflictRow | null>(null);
  if (found === undefined) return null;
  return (
    <>
      <ul className={styles.sees}>
        {found.rows.map(({ account, name, blind, ways }) => (
          <li key={account}>
            <strong>{name}</strong>
            {blind && <span> {t("candidate-access-blind")}</span>}
            {ways.map((way) => (
              <p key={wayKey(way)}>
                <Way way={way} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {found.conflicts.length > 0 && (
        <>
          <h3 className={list.soft}>{t("candidate-access-conflicts")}</h3>
          <ul className={styles.sees}>
            {found.conflicts.map((conflict) => (
              <li key={conflict.account} className={list.head}>
                <span>
                  <strong>{conflict.name}</strong>
                  <span className={list.soft}>
                    {" "}
                    {t("candidate-access-declared", { date: showDate(conflict.declaredOn) })}
                  </span>
                </span>
                {may("manageAccounts") && (
                  <Button
                    size="small"
                    ariaLabel={t("candidate-withdraw-one", { name: conflict.name })}
                    onPress={() => setWithdrawing(conflict)}
                  >
                    {t("candidate-withdraw")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        size="small"
        icon="file"
        isDisabled={isPending}
        onPress={() => save({ of: "candidate", candidate })}
      >
        {t("candidate-access-save")}
      </Button>
      {withdrawing !== null && (
        <WithdrawDialog
          candidate={candidate}
          conflict={withdrawing}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}

/** Declares a conflict of interest of one's own. Only HR can withdraw it, so what it means is said first. */
function ConflictDialog({ view: { candidate }, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const declare = useAct("declare_conflict", { errors: "caller" });
  const save = async () => {
    await declare.mutateAsync({ candidate, account: null });
    toast.show({ message: t("candidate-conflict-saved"), undo: null });
    onClose();
    go({ at: "candidates" });
  };
  return (
    <FormDialog
      title={t("candidate-conflict-title")}
      onClose={onClose}
      onSubmit={save}
      submit={t("candidate-conflict-save")}
      cancel={t("candidate-conflict-cancel")}
    >
      <p>{t("candidate-conflict-what")}</p>
    </FormDialog>
  );
}

interface WithdrawProps {
  candidate: CandidateId;
  conflict: ConflictRow;
  onClose: () => void;
}

/** Takes back a colleague's conflict of interest: they see the candidate again by whatever lets them. */
function WithdrawDialog({ candidate, conflict: { account, name }, onClose }: WithdrawProps) {
  const t = useText();
  const toast = useToast();
  const withdraw = useAct("withdraw_conflict", { errors: "caller" });
  const save = async () => {
    await withdraw.mutateAsync({ candidate, account });
    toast.show({ message: t("candidate-withdraw-saved", { name }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("candidate-withdraw-title", { name })}
      onClose={onClose}
      onSubmit={save}
      submit={t("candidate-withdraw-save")}
      cancel={t("candidate-conflict-cancel")}
    >
      <p>{t("candidate-withdraw-what", { name })}</p>
    </FormDialog>
  );
}
