import { useId, useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Link } from "../../components/Link";
import { Menu } from "../../components/Menu";
import type {
  ApplicationDecisions,
  ApplicationView,
  OfferState,
  OfferView,
} from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { outcomeSentence, STAGES, stageWord } from "../../text/words";
import { Offers } from "../decisions/Offers";
import { Told } from "../decisions/Told";
import { EndDialog } from "../vacancy/EndDialog";
import { END_KINDS, type EndKind } from "../vacancy/outcomes";
import { useMove } from "../vacancy/useMove";
import styles from "./ApplicationCard.module.css";
import { ApplicationHistory } from "./ApplicationHistory";
import { HandOverDialog } from "./HandOverDialog";
import { StageSteps } from "./StageSteps";

interface Props {
  application: ApplicationView;
  name: string;
  /** Its offers and what they were told, once they are read. */
  decisions: ApplicationDecisions | undefined;
}

/** One application: how far it came, how it ended, what happened, and what can be done with it. */
export function ApplicationCard({ application: view, name, decisions }: Props) {
  const t = useText();
  const heading = useId();
  const move = useMove();
  const [ending, setEnding] = useState<EndKind | "handOver" | null>(null);
  const { application, vacancy, vacancyTitle, appliedOn, stage, outcome, handedOverOn } = view;
  const mayDecide = view.may.includes("decideApplication");
  const people = [{ application, name }];
  const isOut = decisions?.offers.is === "shown" && decisions.offers.value.some(isOpen);

  return (
    <article className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <div>
          <h3 id={heading} className={styles.title}>
            <Link to={{ at: "vacancy", id: vacancy }}>{vacancyTitle}</Link>
          </h3>
          <p className={styles.soft}>{t("candidate-applied-on", { date: showDate(appliedOn) })}</p>
        </div>
        {outcome !== null && (
          <Chip tone={outcome.how.kind === "hired" ? "good" : "neutral"}>
            {t("candidate-outcome-on", {
              outcome: outcomeSentence(outcome.how),
              date: showDate(outcome.on),
            })}
          </Chip>
        )}
      </div>
      <StageSteps stage={stage} hasEnded={outcome !== null} />
      {mayDecide && outcome === null && (
        <div className={styles.actions}>
          <Menu
            label={t("candidate-move")}
            size="small"
            items={STAGES.filter((other) => other !== stage).map((id) => ({
              id,
              label: t("vacancy-move-to", { stage: stageWord(id) }),
            }))}
            onAction={(to) => move(people, to)}
          />
          <Button size="small" onPress={() => setEnding("reject")}>
            {t("vacancy-action-reject")}
          </Button>
          <Menu
            label={t("vacancy-table-more-ends")}
            size="small"
            items={endsOf(isOut).map((id) => ({
              id,
              label: t(`vacancy-action-${id}`),
            }))}
            onAction={setEnding}
          />
        </div>
      )}
      {decisions !== undefined && (
        <Offers decisions={decisions} name={name} vacancyTitle={vacancyTitle} />
      )}
      {decisions !== undefined && outcome !== null && (
        <Told decisions={decisions} how={outcome.how} name={name} vacancyTitle={vacancyTitle} />
      )}
      {handedOverOn !== null && (
        <p className={styles.soft}>
          {t("candidate-handed-over", { date: showDate(handedOverOn) })}
        </p>
      )}
      {mayDecide && outcome?.how.kind === "hired" && handedOverOn === null && (
        <div className={styles.actions}>
          <Button size="small" onPress={() => setEnding("handOver")}>
            {t("candidate-hand-over")}
          </Button>
        </div>
      )}
      <ApplicationHistory history={view.history} vacancyTitle={vacancyTitle} />
      {ending === "handOver" && (
        <HandOverDialog application={application} name={name} onClose={() => setEnding(null)} />
      )}
      {ending !== null && ending !== "handOver" && (
        <EndDialog
          how={ending}
          people={people}
          vacancyTitle={vacancyTitle}
          onClose={() => setEnding(null)}
        />
      )}
    </article>
  );
}

const OPEN: readonly OfferState[] = ["drafted", "awaitingApproval", "sentBack", "approved", "made"];

const isOpen = ({ state }: OfferView) => OPEN.includes(state);

/* While an offer is open, its answer says whether they are hired. */
function endsOf(isOut: boolean): EndKind[] {
  return END_KINDS.filter(
    (how) => how !== "reject" && !(isOut && (how === "hired" || how === "declined")),
  );
}
