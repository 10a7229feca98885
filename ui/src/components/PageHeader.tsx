import type { ReactNode } from "react";
import { href, type Place } from "../app/places";
import { Icon } from "./Icon";
import styles from "./Layout.module.css";

interface Props {
  title: string;
  subtitle?: ReactNode;
  /** Chips beside the title. */
  badges?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** The place above this one. */
  back?: { place: Place; label: string };
}

/** The head of a page. Its heading takes the focus when the place changes. */
export function PageHeader({ title, subtitle, badges, actions, back }: Props) {
  return (
    <header className={styles.pageHeader}>
      <div className={styles.pageTitles}>
        {back && (
          <a className={styles.back} href={href(back.place)}>
            <Icon name="chevronLeft" size={16} />
            {back.label}
          </a>
        )}
        <div className={styles.titleRow}>
          <h1 className={styles.pageTitle} tabIndex={-1}>
            {title}
          </h1>
          {badges}
        </div>
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
