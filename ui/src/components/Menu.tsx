import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import buttons from "./Button.module.css";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import styles from "./Overlay.module.css";

/** One thing a menu offers. */
export interface MenuEntry<Id extends string = string> {
  id: Id;
  label: string;
  /** A second, quieter line. */
  hint?: string;
  icon?: IconName;
  isDisabled?: boolean;
  danger?: boolean;
  shortcut?: string;
}

interface Props<Id extends string> {
  /** The button's words; with `isIconOnly` its name. */
  label: string;
  /** What it offers; a function is asked when the menu opens, for buttons of which there are hundreds. */
  items: readonly MenuEntry<Id>[] | (() => readonly MenuEntry<Id>[]);
  onAction: (id: Id) => void;
  icon?: IconName;
  isIconOnly?: boolean;
  isDisabled?: boolean;
  variant?: "primary" | "quiet" | "plain" | "danger";
  size?: "small" | "medium";
}

/** A button that opens a list of things to do. */
export function Menu<Id extends string>({
  label,
  items,
  onAction,
  icon,
  isIconOnly = false,
  isDisabled = false,
  variant = "quiet",
  size = "medium",
}: Props<Id>) {
  const looks = `${buttons.button} ${buttons[variant]} ${buttons[size]}`;
  return (
    <MenuTrigger>
      <AriaButton
        className={isIconOnly ? `${looks} ${buttons.iconOnly}` : looks}
        isDisabled={isDisabled}
        {...(isIconOnly && { "aria-label": label })}
      >
        {(icon !== undefined || isIconOnly) && <Icon name={icon ?? "more"} size={18} />}
        {!isIconOnly && <span>{label}</span>}
        {!isIconOnly && <Icon name="chevronDown" size={14} />}
      </AriaButton>
      <Popover className={cx(styles.popover)} offset={4}>
        <Items of={items} onAction={onAction} />
      </Popover>
    </MenuTrigger>
  );
}

function Items<Id extends string>({
  of,
  onAction,
}: Pick<Props<Id>, "onAction"> & { of: Props<Id>["items"] }) {
  const items = typeof of === "function" ? of() : of;
  return (
    <AriaMenu
      className={cx(styles.list)}
      disabledKeys={items.filter((item) => item.isDisabled).map((item) => item.id)}
      onAction={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen !== undefined) onAction(chosen.id);
      }}
    >
      {items.map((item) => (
        <MenuItem
          key={item.id}
          id={item.id}
          textValue={item.label}
          className={`${styles.item} ${item.danger ? styles.dangerItem : ""}`}
        >
          {item.icon && <Icon name={item.icon} size={18} />}
          <span className={styles.itemWords}>
            {item.label}
            {item.hint && <span className={styles.itemHint}>{item.hint}</span>}
          </span>
          {item.shortcut && <Kbd keys={item.shortcut} />}
        </MenuItem>
      ))}
    </AriaMenu>
  );
}
