import type { ReactNode } from "react";
import { Icon } from "./Icon";
import styles from "./More.module.css";

interface Props {
  /** What opens it: `History`. */
  label: string;
  children: ReactNode;
}

/** Details that are there for whoever asks: closed until its words are pressed. */
export function More({ label, children }: Props) {
  return (
    <details className={styles.more}>
      <summary>
        <Icon name="chevronRight" size={16} />
        {label}
      </summary>
      {children}
    </details>
  );
}
