import { useState } from "react";
import { Icon } from "../components/Icon";
import { IconButton } from "../components/IconButton";
import { Kbd } from "../components/Kbd";
import { useText } from "../text/text";
import { Mark } from "./Mark";
import type { NavEntry } from "./nav";
import { href } from "./places";
import styles from "./SideBar.module.css";
import { useSession } from "./session";
import { type OwnDialog, WhoMenu } from "./WhoMenu";

interface Props {
  entries: readonly NavEntry[];
  here: NavEntry["name"];
  onLock: () => void;
  onPalette: () => void;
  onSheet: () => void;
  onHelp: () => void;
  onDialog: (dialog: OwnDialog) => void;
}

/** The places one can go to, and who is signed in. At narrow widths it is a bar that opens. */
export function SideBar({ entries, here, onLock, onPalette, onSheet, onHelp, onDialog }: Props) {
  const t = useText();
  const { organisation } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className={styles.side} data-open={isOpen || undefined}>
      <div className={styles.brand}>
        <Mark />
        <div className={styles.brandWords}>
          <span className={styles.product}>{t("app-name")}</span>
          <span className={styles.organisation}>{organisation}</span>
        </div>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          aria-controls="side-bar"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "close" : "menu"} />
          {t("app-menu")}
        </button>
      </div>
      <div className={styles.sideBody} id="side-bar">
        <button type="button" className={styles.find} onClick={onPalette}>
          <Icon name="search" size={18} />
          <span>{t("app-find")}</span>
          <Kbd keys="Ctrl K" />
        </button>
        <nav aria-label={t("app-places")}>
          <ul className={styles.places}>
            {entries.map(({ name, icon, place }) => (
              <li key={name}>
                <a
                  className={styles.place}
                  href={href(place)}
                  onClick={() => setOpen(false)}
                  {...(name === here && { "aria-current": "page" })}
                >
                  <Icon name={icon} />
                  {t(`app-place-${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.who}>
          <WhoMenu onSheet={onSheet} onHelp={onHelp} onDialog={onDialog} />
          <div className={styles.lock}>
            <IconButton label={t("app-lock")} icon="lock" onPress={onLock} />
          </div>
        </div>
      </div>
    </header>
  );
}
