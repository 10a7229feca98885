import { useState } from "react";
import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { WhyUnlisted } from "../../app/WhyUnlisted";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Vacancies.module.css";
import { VacancyCard } from "./VacancyCard";

/** The vacancies this viewer has a part in, with how far each has come. */
export function VacanciesScreen() {
  const t = useText();
  const go = useGo();
  const { may, today } = useSession();
  const [closedOut, setClosedOut] = useState(false);
  const list = useCommand("list_vacancies", { closedOut }, { placeholderData: (before) => before });
  const mayAdd = may("addVacancy");
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ at: "newVacancy" })}>
      {t("vacancies-add")}
    </Button>
  );
  if (list.data === undefined) return null;
  const { rows, hidden } = list.data;
  const nothing = rows.length === 0 && hidden === 0;

  return (
    <>
      <PageHeader
        title={t("vacancies-title")}
        subtitle={t("vacancies-lede")}
        {...(mayAdd && !nothing && { actions: add })}
      />
      {nothing ? (
        <EmptyState
          icon="vacancies"
          title={t("vacancies-empty-title")}
          text={t(mayAdd ? "vacancies-empty-manager" : "vacancies-empty-member")}
          action={mayAdd ? add : <WhyUnlisted />}
        />
      ) : (
        <div className={styles.list}>
          {(hidden > 0 || closedOut) && (
            <div className={styles.filter}>
              <CheckField
                label={t("vacancies-show-closed")}
                isSelected={closedOut}
                onChange={setClosedOut}
              />
              {hidden > 0 && (
                <p className={styles.facts}>{t("vacancies-hidden", { count: hidden })}</p>
              )}
            </div>
          )}
          {rows.length === 0 && (
            <EmptyState
              icon="vacancies"
              title={t("vacancies-empty-closed")}
              text={t("vacancies-empty-closed-why")}
            />
          )}
          <ul className={styles.cards} aria-label={t("vacancies-list")}>
            {rows.map((row) => (
              <VacancyCard key={row.vacancy} row={row} today={today} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
