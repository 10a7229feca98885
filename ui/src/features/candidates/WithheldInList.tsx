import { WhyNot } from "../../components/WhyNot";
import type { CandidateRow } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Candidates.module.css";

interface Props {
  /** The first rows: what is withheld of one column is withheld of it in all of somebody's roles. */
  rows: readonly CandidateRow[];
}

/** Above a list with withheld cells: that there are some, and why, once for all of them. */
export function WithheldInList({ rows }: Props) {
  const t = useText();
  const withheld = rows.map(({ email }) => email).find(({ is }) => is === "withheld");
  if (withheld?.is !== "withheld") return null;
  const { rule, because } = withheld;
  return (
    <p className={styles.withheld}>
      {t("candidates-some-withheld")}{" "}
      <WhyNot why={{ rule, sentence: because }} about={t("candidates-some-withheld")} />
    </p>
  );
}
