import { WhyNot } from "../../components/WhyNot";
import type { CandidateId, VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Board.module.css";
import { useBoard } from "./useBoard";

interface Props {
  vacancy: VacancyId;
}

/** Above a board with aliases: that names are withheld, and why, once for all of them. */
export function NamesWithheld({ vacancy }: Props) {
  const { data: board } = useBoard(vacancy);
  const nameless = board?.columns.flatMap(({ cards }) => cards).find(({ blind }) => blind);
  return nameless === undefined ? null : <Reason candidate={nameless.candidate} />;
}

function Reason({ candidate }: { candidate: CandidateId }) {
  const t = useText();
  // A reason that can't be had is no reason to take the board away.
  const { data } = useCommand("why_not", { kind: "candidate", candidate }, { throwOnError: false });
  if (data === undefined || data.because === null) return null;
  return (
    <p className={styles.withheld}>
      {t("vacancy-names-withheld")}{" "}
      <WhyNot why={data.because} about={t("vacancy-names-withheld")} />
    </p>
  );
}
