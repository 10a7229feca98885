import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { useText } from "../../text/text";
import styles from "./Import.module.css";

const RULES = ["import-start-rule-dates", "import-start-rule-repeats", "import-start-rule-undo"];

interface Props {
  isChoosing: boolean;
  onChoose: () => void;
}

/** The beginning of an import: what can be brought in, and what is made sure of. */
export function ImportStart({ isChoosing, onChoose }: Props) {
  const t = useText();
  return (
    <div className={styles.start}>
      <span className={styles.startIcon}>
        <Icon name="import" size={32} />
      </span>
      <h2 className={styles.startTitle}>{t("import-start-title")}</h2>
      <p className={styles.startText}>{t("import-start-what")}</p>
      <Button variant="primary" size="large" icon="file" onPress={onChoose} isDisabled={isChoosing}>
        {t(isChoosing ? "import-choosing" : "import-choose")}
      </Button>
      <ul className={styles.rules} aria-label={t("import-start-rules-title")}>
        {RULES.map((rule) => (
          <li key={rule} className={styles.ruleLine}>
            <Icon name="check" size={18} />
            {t(rule)}
          </li>
        ))}
      </ul>
    </div>
  );
}
