import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { Glance } from "./Glance";
import { TaskRow } from "./TaskRow";
import styles from "./Today.module.css";
import { TrainingDue } from "./TrainingDue";
import { taskKey } from "./tasks";

/** What needs this person, soonest first. */
export function TodayScreen() {
  const t = useText();
  const go = useGo();
  const { may, viewer, today } = useSession();
  const { data } = useCommand("today", {});
  const isNew = data !== undefined && data.vacancies === 0 && data.candidates === 0;

  return (
    <div className={styles.page}>
      <PageHeader
        title={t("today-title")}
        subtitle={t("today-subtitle", { date: showDate(data?.today ?? today), name: viewer.name })}
        actions={
          // Which of the two is the main one is known with the answer, and a button does not change its looks.
          data !== undefined && (
            <>
              {may("addVacancy") && (
                <Button
                  icon="plus"
                  variant={isNew ? "primary" : "quiet"}
                  onPress={() => go({ at: "newVacancy" })}
                >
                  {t("today-add-vacancy")}
                </Button>
              )}
              {may("addCandidate") && !isNew && (
                <Button icon="plus" variant="primary" onPress={() => go({ at: "newCandidate" })}>
                  {t("today-add-candidate")}
                </Button>
              )}
            </>
          )
        }
      />
      {data === undefined ? (
        <Skeleton />
      ) : (
        <>
          <TrainingDue />
          {!isNew && <Glance view={data} />}
          {data.tasks.length > 0 ? (
            <Section title={t("today-tasks")} hint={t("today-tasks-hint")}>
              <ul className={styles.tasks}>
                {data.tasks.map((task) => (
                  <TaskRow key={taskKey(task)} task={task} />
                ))}
              </ul>
            </Section>
          ) : (
            <EmptyState
              icon={isNew ? "leaf" : "check"}
              title={t(isNew ? "today-new-title" : "today-done-title")}
              text={t(isNew ? "today-new-text" : "today-done-text")}
            />
          )}
        </>
      )}
    </div>
  );
}
