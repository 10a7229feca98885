import { useState } from "react";
import { Button } from "../../components/Button";
import panels from "../../components/Panel.module.css";
import type { CandidateView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { AddApplicationDialog } from "./AddApplicationDialog";
import { ApplicationCard } from "./ApplicationCard";
import styles from "./Candidate.module.css";
import { shortName } from "./names";

interface Props {
  view: CandidateView;
}

/** The applications of a candidate that this viewer may see. */
export function Applications({ view }: Props) {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  const name = shortName(view.name);
  const { candidate } = view;
  const decisions = useCommand("read_decisions", { candidate }).data?.applications ?? [];
  return (
    <section className={styles.main} aria-labelledby="candidate-applications">
      <div className={panels.head}>
        <h2 id="candidate-applications" className={panels.mainTitle}>
          {t("candidate-applications")}
        </h2>
        {view.may.includes("addCandidate") && (
          <Button size="small" icon="plus" onPress={() => setIsAdding(true)}>
            {t("candidate-add-application")}
          </Button>
        )}
      </div>
      {view.applications.length === 0 && (
        <p className={styles.none}>{t("candidate-applications-none")}</p>
      )}
      {view.applications.map((application) => (
        <ApplicationCard
          key={application.application}
          application={application}
          name={name}
          decisions={decisions.find((one) => one.application === application.application)}
        />
      ))}
      {isAdding && (
        <AddApplicationDialog
          candidate={view.candidate}
          name={name}
          taken={view.applications.map(({ vacancy }) => vacancy)}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  );
}
