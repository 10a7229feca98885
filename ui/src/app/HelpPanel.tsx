import { Sheet } from "../components/Dialog";
import { useText } from "../text/text";
import styles from "./HelpPanel.module.css";
import type { PlaceName } from "./places";

interface Props {
  /** Where one is. */
  at: PlaceName;
  onClose: () => void;
}

/** F1: what the place one is in is for, what can be done there, and what the program does by itself. */
export function HelpPanel({ at, onClose }: Props) {
  const t = useText();
  // The words of a place are paragraphs, each after an empty line.
  const paragraphs = t(`help-${at}`).split(/\n\s*\n/);
  return (
    <Sheet title={t("help-title")} isOpen onClose={onClose}>
      <div className={styles.help}>
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p className={styles.helpFoot}>{t("help-more")}</p>
      </div>
    </Sheet>
  );
}
