import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Layout.module.css";

interface Props {
  icon: IconName;
  title: string;
  text: ReactNode;
  action?: ReactNode;
}

/** What a list says while nothing is in it: what to do first. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon}>
        <Icon name={icon} size={28} />
      </span>
      <h2 className={styles.emptyTitle}>{title}</h2>
      <p className={styles.emptyText}>{text}</p>
      {action !== undefined && <div className={styles.emptyAction}>{action}</div>}
    </div>
  );
}
