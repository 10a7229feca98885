import { type ReactNode, useId } from "react";
import styles from "./Layout.module.css";

interface Props {
  title: string;
  children?: ReactNode;
  /** One line under the title. */
  hint?: ReactNode;
  actions?: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, children, hint, actions }: Props) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.sectionHead}>
        <div>
          <h2 className={styles.sectionTitle} id={heading}>
            {title}
          </h2>
          {hint !== undefined && <p className={styles.sectionHint}>{hint}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
