import type { ReactNode } from "react";
import styles from "./Chip.module.css";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";

/** How a chip sounds; the words say the same. */
export type Tone = "neutral" | "good" | "warn" | "danger" | "info";

interface Props {
  children: ReactNode;
  tone?: Tone;
  icon?: IconName;
}

/** A short state beside a name. */
export function Chip({ children, tone = "neutral", icon }: Props) {
  return (
    <span className={cx(styles.chip, styles[tone])}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
