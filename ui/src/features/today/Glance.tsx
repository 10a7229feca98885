import { href, type Place } from "../../app/places";
import type { TodayView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Today.module.css";

interface Props {
  view: TodayView;
}

/** How much there is, of what this person may see. */
export function Glance({ view }: Props) {
  const t = useText();
  const due = view.tasks.find(({ what }) => what.kind === "eraseDue")?.what;
  const figures: { id: string; count: number; place: Place }[] = [
    { id: "candidates", count: view.candidates, place: { at: "candidates" } },
    { id: "vacancies", count: view.vacancies, place: { at: "vacancies" } },
  ];
  if (due?.kind === "eraseDue") {
    figures.push({ id: "due", count: due.count + due.parts, place: { at: "retention" } });
  }
  return (
    <ul className={styles.glance}>
      {figures.map(({ id, count, place }) => (
        <li key={id}>
          <a className={styles.figure} href={href(place)}>
            <span className={styles.count}>{count.toLocaleString("en-GB")}</span>
            <span>{t("today-figure", { id, count })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
