import { useSession } from "../../app/session";
import { Icon, type IconName } from "../../components/Icon";
import { Link } from "../../components/Link";
import type { JournalKind, JournalRow } from "../../ipc/generated/bindings";
import { daysBetween, showDate, showTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Accountability.module.css";
import type { JournalDay } from "./useJournal";

const ICONS: Record<JournalKind, IconName> = {
  signIn: "unlock",
  candidate: "user",
  correspondence: "mail",
  application: "board",
  permission: "reserve",
  disclosure: "arrowUp",
  hold: "lock",
  vacancy: "vacancies",
  account: "people",
  access: "shield",
  import: "import",
  erasure: "retention",
  incident: "warning",
  request: "user",
  complaint: "mail",
};

interface Props {
  days: readonly JournalDay[];
}

/** Entries under the days they were made on, newest first. */
export function JournalDays({ days }: Props) {
  const t = useText();
  const { today } = useSession();
  return (
    <div className={styles.days}>
      {days.map(({ day, rows }) => (
        <section key={day} aria-label={showDate(day)}>
          <h3 className={styles.day}>
            {t("accountability-day", { date: showDate(day), ago: agoOf(day, today) })}
          </h3>
          <ol className={styles.entries}>
            {rows.map((row) => (
              <Entry key={row.place} row={row} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ row }: { row: JournalRow }) {
  const t = useText();
  return (
    <li className={styles.entry}>
      <time className={styles.time} dateTime={row.at}>
        {showTime(row.at)}
      </time>
      <span className={styles.icon}>
        <Icon name={row.kind === null ? "info" : ICONS[row.kind]} size={18} />
      </span>
      <div className={styles.what}>
        <span className={styles.sentence}>{row.sentence}</span>
        <About row={row} />
      </div>
      <span className={styles.by}>{row.by ?? t("accountability-by-itself")}</span>
    </li>
  );
}

function About({ row: { about, by } }: { row: JournalRow }) {
  const t = useText();
  if (about === null) return null;
  switch (about.kind) {
    case "candidate":
      return about.opens ? (
        <Link to={{ at: "candidate", id: about.candidate }}>
          {t("accountability-open-candidate")}
        </Link>
      ) : (
        <span>{t("accountability-candidate-gone")}</span>
      );
    case "vacancy":
      return about.title === null ? (
        <span>{t("accountability-vacancy-gone")}</span>
      ) : (
        <Link to={{ at: "vacancy", id: about.vacancy }}>{about.title}</Link>
      );
    case "account":
      return about.name === null || about.name === by ? null : <span>{about.name}</span>;
    case "import":
      return <Link to={{ at: "import" }}>{t("accountability-open-imports")}</Link>;
    case "erasure":
      return <Link to={{ at: "retention" }}>{t("accountability-open-erasures")}</Link>;
    case "incident":
      return (
        <Link to={{ at: "incident", id: about.incident }}>{t("accountability-open-incident")}</Link>
      );
    case "request":
      return (
        <Link to={{ at: "request", id: about.request }}>{t("accountability-open-request")}</Link>
      );
    case "complaint":
      return (
        <Link to={{ at: "complaint", id: about.complaint }}>
          {t("accountability-open-complaint")}
        </Link>
      );
  }
}

function agoOf(day: string, today: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return "today";
  return ago === 1 ? "yesterday" : "before";
}
