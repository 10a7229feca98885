import { useText } from "../text/text";
import { Chip } from "./Chip";
import styles from "./Chip.module.css";
import { Why } from "./Why";

interface Props {
  rule: string;
  because: string;
  /** In a dense list the button is left out; the reason stands in the tip. */
  isCompact?: boolean;
}

/** What stands in the place of something this viewer may not see. */
export function Withheld({ rule, because, isCompact = false }: Props) {
  const t = useText();
  const chip = <Chip icon="lock">{t("components-withheld")}</Chip>;
  if (isCompact) return <span title={because}>{chip}</span>;
  return (
    <span className={styles.withheld}>
      {chip}
      <Why why={{ rule, sentence: because }} about={t("components-withheld")} />
    </span>
  );
}
