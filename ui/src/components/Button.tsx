import type { ReactNode, Ref } from "react";
import { Button as AriaButton, TooltipTrigger } from "react-aria-components";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import { Tip } from "./Tip";

/** What a button looks like; at most one `primary` a view. */
export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";

/** What every house button takes. */
export interface ButtonProps {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: "small" | "medium" | "large";
  icon?: IconName;
  onPress?: () => void;
  isDisabled?: boolean;
  /** Why it can't be pressed: it stays focusable and says so. */
  reason?: string | undefined;
  type?: "button" | "submit";
  /** The id of the form it submits, where it stands outside. */
  form?: string;
  shortcut?: string;
  autoFocus?: boolean;
  ariaLabel?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; its words start with a verb. */
export function Button({
  children,
  variant = "quiet",
  size = "medium",
  icon,
  onPress,
  isDisabled = false,
  reason,
  type = "button",
  form,
  shortcut,
  autoFocus = false,
  ariaLabel,
  ref,
}: ButtonProps) {
  const explained = isDisabled && reason !== undefined;
  const button = (
    <AriaButton
      {...(ref && { ref })}
      {...(form !== undefined && { form })}
      {...(ariaLabel !== undefined && { "aria-label": ariaLabel })}
      className={`${styles.button} ${styles[variant]} ${styles[size]} ${explained ? styles.explained : ""}`}
      type={explained ? "button" : type}
      isDisabled={isDisabled && !explained}
      {...(explained && { "aria-disabled": true })}
      {...(onPress && !explained && { onPress: () => onPress() })}
      autoFocus={autoFocus}
    >
      {icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
      <span>{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </AriaButton>
  );
  if (!explained) return button;
  return (
    <TooltipTrigger delay={200}>
      {button}
      <Tip>{reason}</Tip>
    </TooltipTrigger>
  );
}
