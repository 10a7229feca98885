import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { cx } from "../components/cx";
import { Icon, type IconName } from "../components/Icon";
import { Kbd } from "../components/Kbd";
import overlay from "../components/Overlay.module.css";
import type { Appearance } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import { roleWord } from "../text/words";
import { useSession } from "./session";
import { useLookAct } from "./status";
import styles from "./WhoMenu.module.css";
import { ZOOMS } from "./zoom";

/** How the window can look. */
export const APPEARANCES: readonly { id: Appearance; icon: IconName }[] = [
  { id: "system", icon: "screen" },
  { id: "light", icon: "sun" },
  { id: "dark", icon: "moon" },
  { id: "contrast", icon: "contrast" },
];

/** After how many minutes the window can lock by itself. */
const IDLE_MINUTES = [1, 2, 5, 10, 15] as const;

/** What one does in a dialog from anywhere: about one's own account, or an incident to report. */
export type OwnDialog = "passphrase" | "keychain" | "training" | "incident";

interface Props {
  onSheet: () => void;
  onHelp: () => void;
  onDialog: (dialog: OwnDialog) => void;
}

/** Who is signed in, with what is theirs: how the window looks, when it locks, their training and ways in. */
export function WhoMenu({ onSheet, onHelp, onDialog }: Props) {
  const t = useText();
  const { viewer, status } = useSession();
  const setAppearance = useLookAct("set_appearance");
  const setZoom = useLookAct("set_zoom");
  const setIdleLock = useLookAct("set_idle_lock");
  return (
    <MenuTrigger>
      <AriaButton className={cx(styles.whoButton)}>
        <span className={styles.avatar} aria-hidden="true">
          {viewer.name.slice(0, 1)}
        </span>
        <span className={styles.whoWords}>
          <span className={styles.whoName}>{viewer.name}</span>
          <span className={styles.whoRole}>{roleWord(viewer.role)}</span>
        </span>
        <Icon name="chevronUp" size={16} />
      </AriaButton>
      <Popover className={cx(overlay.popover)} offset={6} placement="top start">
        <Menu
          className={cx(overlay.list)}
          aria-label={t("app-who-menu")}
          onAction={(key) => {
            if (key === "shortcuts") onSheet();
            if (key === "help") onHelp();
            if (
              key === "passphrase" ||
              key === "keychain" ||
              key === "training" ||
              key === "incident"
            ) {
              onDialog(key);
            }
          }}
        >
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[status.appearance]}
            onSelectionChange={(keys) => {
              const [chosen] = keys;
              const appearance = APPEARANCES.find(({ id }) => id === chosen)?.id;
              if (appearance !== undefined) setAppearance.mutate({ appearance });
            }}
          >
            <Header className={cx(overlay.listHead)}>{t("app-appearance")}</Header>
            {APPEARANCES.map(({ id, icon }) => (
              <MenuItem
                key={id}
                id={id}
                className={cx(overlay.item)}
                textValue={t(`app-look-${id}`)}
              >
                {({ isSelected }) => (
                  <>
                    <Icon name={icon} size={18} />
                    <span className={overlay.itemWords}>{t(`app-look-${id}`)}</span>
                    {isSelected && <Icon name="check" size={16} />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[`${status.zoom} %`]}
            onSelectionChange={(keys) => {
              const [chosen] = keys;
              const percent = ZOOMS.find((one) => `${one} %` === chosen);
              if (percent !== undefined) setZoom.mutate({ percent });
            }}
          >
            <Header className={cx(overlay.listHead)}>{t("app-zoom")}</Header>
            {ZOOMS.map((percent) => (
              <MenuItem
                key={percent}
                id={`${percent} %`}
                className={cx(overlay.item)}
                textValue={t("app-zoom-percent", { percent })}
              >
                {({ isSelected }) => (
                  <>
                    <Icon name="zoom" size={18} />
                    <span className={overlay.itemWords}>{t("app-zoom-percent", { percent })}</span>
                    {isSelected && <Icon name="check" size={16} />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(status.idleLock)]}
            onSelectionChange={(keys) => {
              const [chosen] = keys;
              const minutes = IDLE_MINUTES.find((one) => String(one) === chosen);
              if (minutes !== undefined) setIdleLock.mutate({ minutes });
            }}
          >
            <Header className={cx(overlay.listHead)}>{t("app-idle")}</Header>
            {IDLE_MINUTES.map((minutes) => (
              <MenuItem
                key={minutes}
                id={String(minutes)}
                className={cx(overlay.item)}
                textValue={t("app-idle-minutes", { minutes })}
              >
                {({ isSelected }) => (
                  <>
                    <Icon name="clock" size={18} />
                    <span className={overlay.itemWords}>{t("app-idle-minutes", { minutes })}</span>
                    {isSelected && <Icon name="check" size={16} />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem
            id="incident"
            className={cx(overlay.item, styles.apart)}
            textValue={t("incidents-report")}
          >
            <Icon name="warning" size={18} />
            <span className={overlay.itemWords}>{t("incidents-report")}</span>
          </MenuItem>
          <MenuItem id="training" className={cx(overlay.item)} textValue={t("app-training-title")}>
            <Icon name="shield" size={18} />
            <span className={overlay.itemWords}>{t("app-training-title")}</span>
          </MenuItem>
          {!status.sample && (
            <MenuItem
              id="passphrase"
              className={cx(overlay.item, styles.apart)}
              textValue={t("app-passphrase-title")}
            >
              <Icon name="lock" size={18} />
              <span className={overlay.itemWords}>{t("app-passphrase-title")}</span>
            </MenuItem>
          )}
          {!status.sample && (
            <MenuItem id="keychain" className={cx(overlay.item)} textValue={t("app-keychain-menu")}>
              <Icon name="unlock" size={18} />
              <span className={overlay.itemWords}>{t("app-keychain-menu")}</span>
            </MenuItem>
          )}
          <MenuItem
            id="help"
            className={cx(overlay.item, styles.apart)}
            textValue={t("app-key-help")}
          >
            <Icon name="help" size={18} />
            <span className={overlay.itemWords}>{t("app-key-help")}</span>
            <Kbd keys="F1" />
          </MenuItem>
          <MenuItem id="shortcuts" className={cx(overlay.item)} textValue={t("app-shortcuts")}>
            <Icon name="keyboard" size={18} />
            <span className={overlay.itemWords}>{t("app-shortcuts")}</span>
            <Kbd keys="?" />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
