import type { ReactNode } from "react";
import { Notice } from "../components/Notice";
import { PageHeader } from "../components/PageHeader";
import { Skeleton } from "../components/Skeleton";
import { useCommand } from "../ipc/queries";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import { WayBack } from "./OwnTraining";
import type { PlaceName } from "./places";

/** The places that show no personal data of candidates: the way back leads through them. */
const OPEN: readonly PlaceName[] = ["people", "accountability"];

interface Props {
  at: PlaceName;
  children: ReactNode;
}

/** Where somebody's training is missing or has lapsed, says so in the place of a screen, and what to do. */
export function TrainingGate({ at, children }: Props) {
  const t = useText();
  const training = useCommand("my_training", {}).data;
  if (OPEN.includes(at)) return children;
  if (training === undefined) return <Skeleton />;
  const { access, through, because } = training;
  if (access) return children;
  return (
    <>
      <PageHeader title={t("app-gate-title")} />
      <Notice
        tone="warn"
        title={
          through === null
            ? t("app-gate-no-induction")
            : t("app-gate-lapsed", { date: showDate(through) })
        }
      >
        {because !== null && <p>{because.sentence}</p>}
        <WayBack training={training} />
        <p>{t("app-gate-safe")}</p>
      </Notice>
    </>
  );
}
