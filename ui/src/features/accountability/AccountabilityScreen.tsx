import { useRemembered } from "../../app/memory";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { useText } from "../../text/text";
import styles from "./Accountability.module.css";
import { ChainCheck } from "./ChainCheck";
import { isNarrowed, type JournalFilter, wholeJournal } from "./filter";
import { JournalDays } from "./JournalDays";
import { JournalFilters } from "./JournalFilters";
import { NotToApproach } from "./NotToApproach";
import { useJournal } from "./useJournal";

/** What was done in this store, by whom and when: what an auditor opens first. */
export function AccountabilityScreen() {
  const t = useText();
  const { may } = useSession();
  const [filter, setFilter] = useRemembered<JournalFilter>("journal filter", wholeJournal);
  const journal = useJournal(filter);

  return (
    <div className={styles.page}>
      <PageHeader title={t("accountability-title")} subtitle={t("accountability-lede")} />
      <Section title={t("accountability-journal")} hint={t("accountability-journal-hint")}>
        <ChainCheck />
        {journal === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <>
            <JournalFilters filter={filter} people={journal.people} onChange={setFilter} />
            {journal.days.length === 0 ? (
              <EmptyState
                icon="accountability"
                title={t("accountability-none-title")}
                text={t("accountability-none-text")}
                action={
                  isNarrowed(filter) && (
                    <Button onPress={() => setFilter(wholeJournal())}>
                      {t("accountability-show-all")}
                    </Button>
                  )
                }
              />
            ) : (
              <JournalDays days={journal.days} />
            )}
            {journal.hasMore && (
              <div className={styles.more}>
                <Button onPress={journal.readOn} isDisabled={journal.isReading}>
                  {t("accountability-earlier")}
                </Button>
              </div>
            )}
          </>
        )}
      </Section>
      {may("readJournal") && <NotToApproach />}
    </div>
  );
}
