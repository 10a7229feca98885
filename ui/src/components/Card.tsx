import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./Layout.module.css";

interface Props {
  children: ReactNode;
  /** Less room inside. */
  isTight?: boolean;
}

/** A surface that holds what belongs together. */
export function Card({ children, isTight = false }: Props) {
  return <div className={cx(styles.card, isTight && styles.tight)}>{children}</div>;
}
