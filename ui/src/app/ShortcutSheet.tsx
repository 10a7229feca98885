import { CheckField } from "../components/CheckField";
import { Dialog } from "../components/Dialog";
import { Kbd } from "../components/Kbd";
import { useText } from "../text/text";
import { SHORTCUTS, type Shortcut } from "./keys";
import { setLetters, useLetters } from "./letters";
import styles from "./ShortcutSheet.module.css";

const GROUPS: readonly Shortcut["group"][] = [
  "everywhere",
  "go",
  "lists",
  "board",
  "scorecard",
  "pictures",
];

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Every shortcut there is, and the switch for those of a single letter. */
export function ShortcutSheet({ isOpen, onClose }: Props) {
  const t = useText();
  const letters = useLetters();
  return (
    <Dialog title={t("app-shortcuts")} isOpen={isOpen} onClose={onClose} size="wide">
      <CheckField
        label={t("app-letters")}
        hint={t("app-letters-hint")}
        isSelected={letters}
        onChange={setLetters}
      />
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={styles.groupTitle}>{t("app-key-group", { group })}</h3>
            <dl>
              {SHORTCUTS.filter((one) => one.group === group).map((one) => (
                <div key={one.name} className={styles.keyRow}>
                  <dt>{t(`app-key-${one.name}`)}</dt>
                  <dd>
                    {one.shown.map((keys) => (
                      <span key={keys}>
                        <Kbd keys={keys} />
                        <span className="visually-hidden">{keys}</span>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
