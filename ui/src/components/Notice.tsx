import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";
import styles from "./Layout.module.css";

interface Props {
  tone: "info" | "good" | "warn" | "danger";
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Says it at once to a screen reader: something has just happened. */
  isAlert?: boolean;
}

const ICONS: Record<Props["tone"], IconName> = {
  info: "info",
  good: "check",
  warn: "warning",
  danger: "warning",
};

/** Something the page has to say, in the place it is about. */
export function Notice({ tone, title, children, actions, isAlert = false }: Props) {
  return (
    <div className={cx(styles.notice, styles[`${tone}Notice`])} {...(isAlert && { role: "alert" })}>
      <Icon name={ICONS[tone]} />
      <div className={styles.noticeWords}>
        {title !== undefined && <p className={styles.noticeTitle}>{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
