import { useId } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import list from "../../components/List.module.css";
import type { ReserveMatch } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { ContactLine } from "./ContactLine";
import styles from "./Matches.module.css";

interface Props {
  match: ReserveMatch;
  onContact: () => void;
  onAnswer: () => void;
}

/** Somebody on the list: why they may fit, what does not, and what came of asking them. */
export function MatchCard({ match, onContact, onAnswer }: Props) {
  const t = useText();
  const heading = useId();
  const { candidate, name, roles, merit, endsOn, reasons, gaps, contact, refused } = match;
  const isAwaited = contact !== null && contact.outcome === null;
  return (
    <li>
      <article className={styles.card} aria-labelledby={heading}>
        <div className={styles.head}>
          <h3 id={heading} className={styles.name}>
            <Link to={{ at: "candidate", id: candidate }}>{name}</Link>
          </h3>
          <Chip>{t("matches-until", { date: showDate(endsOn) })}</Chip>
        </div>
        <p className={list.soft}>{t("matches-kept-for", { roles })}</p>
        {merit !== "" && <p className={styles.merit}>{merit}</p>}
        <div className={styles.both}>
          {reasons.length > 0 && (
            <ul className={styles.reasons} aria-label={t("matches-reasons", { name })}>
              {reasons.map((reason) => (
                <li key={reason}>
                  <Icon name="check" size={16} />
                  {reason}
                </li>
              ))}
            </ul>
          )}
          {gaps.length > 0 && (
            <ul className={styles.gaps} aria-label={t("matches-gaps", { name })}>
              {gaps.map((gap) => (
                <li key={gap}>
                  <Icon name="minus" size={16} />
                  {gap}
                </li>
              ))}
            </ul>
          )}
        </div>
        {contact !== null && <ContactLine contact={contact} />}
        <div className={styles.actions}>
          {refused !== null && <p className={list.soft}>{refused.sentence}</p>}
          {match.mayContact && isAwaited && (
            <Button size="small" onPress={onAnswer} ariaLabel={t("matches-answer-one", { name })}>
              {t("matches-answer")}
            </Button>
          )}
          {match.mayContact && refused === null && !isAwaited && (
            <Button
              size="small"
              icon="mail"
              onPress={onContact}
              ariaLabel={t("matches-contact-one", { name })}
            >
              {t("matches-contact")}
            </Button>
          )}
        </div>
      </article>
    </li>
  );
}
