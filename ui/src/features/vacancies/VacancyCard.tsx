import { href } from "../../app/places";
import { Chip } from "../../components/Chip";
import type { VacancyRow } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { vacancyKindWord } from "../../text/words";
import { StageBar } from "./StageBar";
import styles from "./Vacancies.module.css";

interface Props {
  row: VacancyRow;
  today: string;
}

/** One vacancy in the list: what it is, its dates, and how far its applications have come. */
export function VacancyCard({ row, today }: Props) {
  const t = useText();
  const about = [
    vacancyKindWord(row.kind),
    row.team,
    ...(row.reference === null ? [] : [row.reference]),
  ];
  const dates = [
    t(row.opensOn > today ? "vacancies-opens" : "vacancies-opened", {
      date: showDate(row.opensOn),
    }),
    row.closesOn === null
      ? t("vacancies-no-closing")
      : t(row.closesOn < today ? "vacancies-closed" : "vacancies-closes", {
          date: showDate(row.closesOn),
        }),
  ];
  return (
    <li className={styles.card} data-closed={row.closedOutOn !== null}>
      <div className={styles.about}>
        <h2 className={styles.title}>
          <a className={styles.link} href={href({ at: "vacancy", id: row.vacancy })}>
            {row.title}
          </a>
        </h2>
        <p className={styles.facts}>{about.join(" · ")}</p>
        <p className={styles.facts}>{dates.join(" · ")}</p>
      </div>
      <div className={styles.progress}>
        <p className={styles.live}>
          {row.closedOutOn === null ? (
            t("vacancies-live", { count: row.live })
          ) : (
            <Chip>{t("vacancies-closed-out", { date: showDate(row.closedOutOn) })}</Chip>
          )}
          <span className={styles.ended}>{t("vacancies-ended", { count: row.ended })}</span>
        </p>
        {row.closedOutOn === null && <StageBar stages={row.stages} />}
      </div>
    </li>
  );
}
