import type { ReactNode } from "react";
import { Tooltip } from "react-aria-components";
import { cx } from "./cx";
import styles from "./Overlay.module.css";

interface Props {
  children: ReactNode;
}

/** A tip beside what it explains; inside a `TooltipTrigger`. */
export function Tip({ children }: Props) {
  return (
    <Tooltip className={cx(styles.tip)} offset={6}>
      {children}
    </Tooltip>
  );
}
