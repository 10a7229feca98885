import { useState } from "react";
import { Button } from "../../components/Button";
import list from "../../components/List.module.css";
import type { ApplicationDecisions, OutcomeKind } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { channelWord } from "./channels";
import styles from "./Decisions.module.css";
import { TellDialog } from "./TellDialog";

interface Props {
  decisions: ApplicationDecisions;
  how: OutcomeKind;
  name: string;
  vacancyTitle: string;
}

/** What a candidate was told when their application ended, and when; for those who see opinions. */
export function Told({ decisions, how, name, vacancyTitle }: Props) {
  const t = useText();
  const [isTelling, setIsTelling] = useState(false);
  const { application, told, mayTell } = decisions;
  if (told.is === "withheld" || (told.value.length === 0 && !mayTell)) return null;
  return (
    <section className={styles.part} aria-label={t("offers-told-of", { vacancy: vacancyTitle })}>
      {told.value.map((one) => (
        <article key={one.recordedAt} className={styles.told}>
          <p className={list.soft}>
            {t("offers-told-on", {
              date: showDate(one.toldOn),
              channel: channelWord(one.channel),
              by: one.recordedBy,
            })}
          </p>
          <blockquote className={styles.quote}>{one.words}</blockquote>
        </article>
      ))}
      {told.value.length === 0 && <p className={list.soft}>{t("offers-told-none")}</p>}
      {mayTell && (
        <div className={styles.actions}>
          <Button size="small" onPress={() => setIsTelling(true)}>
            {t("offers-tell")}
          </Button>
        </div>
      )}
      {isTelling && (
        <TellDialog
          application={application}
          how={how}
          name={name}
          vacancyTitle={vacancyTitle}
          onClose={() => setIsTelling(false)}
        />
      )}
    </section>
  );
}
