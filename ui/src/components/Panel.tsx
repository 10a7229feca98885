import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import styles from "./Panel.module.css";

interface Props {
  title: ReactNode;
  children: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Whether it is what the page is about, rather than beside that. */
  isMain?: boolean;
}

/** A surface with a heading of its own, one of several on a page. */
export function Panel({ title, children, actions, isMain = false }: Props) {
  const heading = useId();
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={cx(isMain ? styles.mainTitle : styles.title)}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
