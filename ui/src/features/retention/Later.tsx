import { useId } from "react";
import { Card } from "../../components/Card";
import { Link } from "../../components/Link";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

interface Props {
  /** How many are kept in spite of their date. */
  blocked: number;
  later: number;
  /** How many parts of the records of people who stay. */
  laterParts: number;
  noDate: number;
}

/** The records that are not in the weeks of the chart, and the ways to list who goes when. */
export function Later({ blocked, later, laterParts, noDate }: Props) {
  const t = useText();
  const heading = useId();
  const tally = [
    { label: t("retention-later"), count: later },
    ...(laterParts === 0 ? [] : [{ label: t("retention-later-parts"), count: laterParts }]),
    { label: t("retention-no-date"), count: noDate },
    ...(blocked === 0 ? [] : [{ label: t("retention-blocked"), count: blocked }]),
  ];
  return (
    <section aria-labelledby={heading}>
      <Card>
        <h2 id={heading} className={styles.small}>
          {t("retention-later-title")}
        </h2>
        <dl className={styles.tally}>
          {tally.map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{t("retention-due-number", { count })}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.actions}>
          <Link to={{ at: "candidates", retention: "soon" }}>{t("retention-see-soon")}</Link>
          <Link to={{ at: "candidates", retention: "noDate" }}>{t("retention-see-no-date")}</Link>
        </p>
      </Card>
    </section>
  );
}
