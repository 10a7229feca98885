import { Button as AriaButton, TooltipTrigger } from "react-aria-components";
import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon";
import { Tip } from "./Tip";

interface Props {
  /** Its name, also shown as a tip. */
  label: string;
  icon: IconName;
  onPress: () => void;
  variant?: "plain" | "quiet";
  size?: "small" | "medium";
  isDisabled?: boolean;
}

/** A button that is an icon only, with its name in a tip. */
export function IconButton({
  label,
  icon,
  onPress,
  variant = "plain",
  size = "medium",
  isDisabled = false,
}: Props) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton
        aria-label={label}
        className={`${styles.button} ${styles.iconOnly} ${styles[variant]} ${styles[size]}`}
        isDisabled={isDisabled}
        onPress={() => onPress()}
      >
        <Icon name={icon} size={size === "small" ? 16 : 20} />
      </AriaButton>
      <Tip>{label}</Tip>
    </TooltipTrigger>
  );
}
