import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { DaysLeft } from "../../components/DaysLeft";
import { Icon } from "../../components/Icon";
import { Why } from "../../components/Why";
import { Withheld } from "../../components/Withheld";
import type { Shown, RecordStrip as Strip } from "../../ipc/generated/bindings";
import { daysBetween, showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { partWord } from "../retention/partWords";
import styles from "./RecordStrip.module.css";

interface Props {
  record: Shown<Strip>;
  onReviewErasure: () => void;
}

/** When and why this record goes: the one line that is on every candidate's page. */
export function RecordStrip({ record, onReviewErasure }: Props) {
  const t = useText();
  return (
    <section className={styles.strip} data-tone={toneOf(record)} aria-label={t("candidate-record")}>
      <span className={styles.icon}>
        <Icon name={record.is === "withheld" ? "lock" : "calendar"} size={24} />
      </span>
      {record.is === "withheld" ? (
        <p className={styles.summary}>
          {t("candidate-record-withheld")}{" "}
          <Withheld
            rule={record.rule}
            because={record.because}
            about={t("candidate-record-withheld")}
          />
        </p>
      ) : (
        <Verdict strip={record.value} onReviewErasure={onReviewErasure} />
      )}
    </section>
  );
}

interface VerdictProps {
  strip: Strip;
  onReviewErasure: () => void;
}

function Verdict({ strip, onReviewErasure }: VerdictProps) {
  const t = useText();
  const { today, may } = useSession();
  const { summary, eraseOn, due, because, blockedBy, parts } = strip;
  return (
    <div className={styles.verdict}>
      <div className={styles.line}>
        <p className={styles.summary}>
          {summary} <Why why={[...blockedBy, ...because]} about={t("candidate-record")} />
        </p>
        <span className={styles.chips}>
          {blockedBy.length > 0 && (
            <Chip tone="info" icon="lock">
              {t("candidate-record-blocked")}
            </Chip>
          )}
          {due && (
            <Chip tone="danger" icon="warning">
              {t("candidate-record-due")}
            </Chip>
          )}
          {!due && eraseOn !== null && (blockedBy.length === 0 || eraseOn > today) && (
            <DaysLeft days={daysBetween(today, eraseOn)} date={eraseOn} />
          )}
          {eraseOn === null && <Chip icon="clock">{t("candidate-record-running")}</Chip>}
          {due && may("erase") && (
            <Button size="small" variant="danger" onPress={onReviewErasure}>
              {t("candidate-record-review")}
            </Button>
          )}
        </span>
      </div>
      {blockedBy.length > 0 && (
        <ul className={styles.parts}>
          {blockedBy.map(({ rule, sentence }) => (
            <li key={`${rule} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <ul className={styles.parts} aria-label={t("candidate-record-parts")}>
          {parts.map((part) => (
            <li key={`${part.class} ${part.vacancyTitle} ${part.eraseOn} ${part.because.sentence}`}>
              {t("candidate-record-part", {
                part:
                  part.vacancyTitle === null
                    ? partWord(part.class)
                    : t("retention-part-of", {
                        class: partWord(part.class),
                        vacancy: part.vacancyTitle,
                      }),
                isDue: part.due ? "yes" : "no",
                date: part.eraseOn === null ? "" : showDate(part.eraseOn),
                because: part.because.sentence,
                rule: part.because.rule,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function toneOf(record: Shown<Strip>): "withheld" | "blocked" | "due" | "running" | "dated" {
  if (record.is === "withheld") return "withheld";
  const { due, eraseOn, blockedBy } = record.value;
  if (blockedBy.length > 0) return "blocked";
  if (due) return "due";
  return eraseOn === null ? "running" : "dated";
}
