import { href } from "../../app/places";
import { DaysLeft } from "../../components/DaysLeft";
import { Icon } from "../../components/Icon";
import type { TodayTask } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Today.module.css";
import { argsOf, placeOf, TASK_ICONS } from "./tasks";

interface Props {
  task: TodayTask;
}

/** One thing to do, leading to where it is done. */
export function TaskRow({ task }: Props) {
  const t = useText();
  const args = argsOf(task.what);
  return (
    <li>
      <a className={styles.task} href={href(placeOf(task.what))}>
        <span className={styles.taskIcon}>
          <Icon name={TASK_ICONS[task.what.kind]} />
        </span>
        <span className={styles.taskWords}>
          <span className={styles.taskTitle}>{t("today-task", args)}</span>
          <span className={styles.taskHint}>
            {t("today-task-hint", { ...args, date: showDate(task.by) })}
          </span>
        </span>
        <DaysLeft days={task.daysLeft} date={task.by} />
        <Icon name="chevronRight" size={16} />
      </a>
    </li>
  );
}
