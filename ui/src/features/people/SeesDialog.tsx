import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import { Skeleton } from "../../components/Skeleton";
import { Way, wayKey } from "../../components/Way";
import type { AccountRow, PartView, WayView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { relationWord } from "../../text/words";
import { EndPartDialog } from "./EndPartDialog";
import styles from "./People.module.css";
import { useSaveReview } from "./useSaveReview";

interface Props {
  person: AccountRow;
  onClose: () => void;
}

/** What one person can see, through what, and until when; and the way to end a part of theirs. */
export function SeesDialog({ person, onClose }: Props) {
  const t = useText();
  const { account } = person;
  const { may } = useSession();
  const found = useCommand("what_can_see", { account }).data;
  const saving = useSaveReview();
  const [ending, setEnding] = useState<PartView | null>(null);
  if (ending !== null) {
    const part = { ...ending, account, name: person.name };
    return <EndPartDialog part={part} onClose={() => setEnding(null)} />;
  }
  return (
    <Dialog
      title={t("people-sees-title", { name: person.name })}
      isOpen
      onClose={onClose}
      footer={
        <Button
          icon="file"
          isDisabled={saving.isPending}
          onPress={() => saving.save({ of: "account", account })}
        >
          {t("people-review-save")}
        </Button>
      }
    >
      {found === undefined ? (
        <Skeleton />
      ) : (
        <div className={styles.sees}>
          <section>
            <h3 className={styles.seesHead}>{t("people-sees-today")}</h3>
            {found.nothing !== null && <Notice tone="warn">{found.nothing.sentence}</Notice>}
            {found.nothing === null && found.ways.length === 0 && <p>{t("people-sees-none")}</p>}
            {found.ways.length > 0 && (
              <ul className={styles.ways}>
                {found.ways.map((way) => (
                  <li key={wayKey(way)}>
                    <Way way={way} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          {found.parts.length > 0 && (
            <section>
              <h3 className={styles.seesHead}>{t("people-parts")}</h3>
              <ul className={styles.parts} aria-label={t("people-parts")}>
                {found.parts.map((part) => (
                  <Part
                    key={`${part.relation} ${JSON.stringify(part.scope)} ${part.from}`}
                    part={part}
                    opens={found.ways.some((way) => isThrough(way, part))}
                    {...(may("manageAccounts") && { onEnd: () => setEnding(part) })}
                  />
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3 className={styles.seesHead}>{t("people-sealed")}</h3>
            {found.sealed.length === 0 ? (
              <p className={styles.soft}>{t("people-sees-sealed-none")}</p>
            ) : (
              <ul className={styles.ways}>
                {found.sealed.map((compartment) => (
                  <li key={compartment}>{t("words-compartment", { compartment })}</li>
                ))}
              </ul>
            )}
          </section>
        </div>
      )}
    </Dialog>
  );
}

/* Whether a way leads through a part. */
function isThrough({ relation, scope, from }: WayView, part: PartView): boolean {
  return (
    relation === part.relation &&
    from === part.from &&
    JSON.stringify(scope) === JSON.stringify(part.scope)
  );
}

interface PartProps {
  part: PartView;
  /** Whether it opens anything today. */
  opens: boolean;
  onEnd?: () => void;
}

function Part({ part, opens, onEnd }: PartProps) {
  const t = useText();
  const { today } = useSession();
  const words = { relation: relationWord(part.relation), to: part.to ?? t("people-everything") };
  return (
    <li className={styles.part}>
      <span>
        {t("people-part", words)}
        <span className={styles.soft}>
          {t("people-part-days", {
            begun: part.from <= today ? "yes" : "no",
            ends: part.until === null ? "no" : "yes",
            from: showDate(part.from),
            until: part.until === null ? "" : showDate(part.until),
          })}
          {!opens && ` · ${t("people-part-rests")}`}
        </span>
      </span>
      {onEnd && (
        <Button size="small" ariaLabel={t("people-part-end-one", words)} onPress={onEnd}>
          {t("people-part-end")}
        </Button>
      )}
    </li>
  );
}
