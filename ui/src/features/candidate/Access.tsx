import { useState } from "react";
import { useGo } from "../../app/places";
import { Button } from "../../components/Button";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import { Way, wayKey } from "../../components/Way";
import type { CandidateView } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
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
    <section className={styles.panel} aria-labelledby="candidate-access">
      <div className={styles.panelHead}>
        <h2 id="candidate-access" className={styles.panelTitle}>
          {t("candidate-access")}
        </h2>
      </div>
      {mayReview && <WhoCanSee view={view} />}
      {mayDeclare && (
        <Button size="small" onPress={() => setIsDeclaring(true)}>
          {t("candidate-conflict")}
        </Button>
      )}
      {isDeclaring && <ConflictDialog view={view} onClose={() => setIsDeclaring(false)} />}
    </section>
  );
}

function WhoCanSee({ view: { candidate } }: Props) {
  const t = useText();
  const found = useCommand("who_can_see", { candidate }).data;
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
        <p>{t("candidate-access-conflicts", { names: found.conflicts.join(", ") })}</p>
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
