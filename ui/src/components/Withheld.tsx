import { useText } from "../text/text";
import { Chip } from "./Chip";
import styles from "./Chip.module.css";
import { WhyNot } from "./WhyNot";

interface Props {
  rule: string;
  because: string;
  /** What is withheld, for those who can't see where the button stands. */
  about?: string;
  /** In a dense list the button is left out; the reason stands in the tip, and once above the list. */
  isCompact?: boolean;
}

/** What stands in the place of something this viewer may not see. */
export function Withheld({ rule, because, about, isCompact = false }: Props) {
  const t = useText();
  const chip = <Chip icon="lock">{t("components-withheld")}</Chip>;
  if (isCompact) return <span title={because}>{chip}</span>;
  return (
    <span className={styles.withheld}>
      {chip}
      <WhyNot why={{ rule, sentence: because }} about={about ?? t("components-withheld")} />
    </span>
  );
}
