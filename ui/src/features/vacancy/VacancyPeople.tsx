import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Notice } from "../../components/Notice";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import type { Assignment, VacancyPerson, VacancyView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { relationWord } from "../../text/words";
import { type EndingPart, EndPartDialog } from "../people/EndPartDialog";
import { AssignDialog } from "./AssignDialog";
import styles from "./VacancyPeople.module.css";

interface Props {
  view: VacancyView;
}

/** Who has a part in a vacancy, what that lets them see, and until when. */
export function VacancyPeople({ view }: Props) {
  const t = useText();
  const { may } = useSession();
  const [open, setOpen] = useState<VacancyPerson | "new" | null>(null);
  const [ending, setEnding] = useState<VacancyPerson | null>(null);
  const { people } = view;
  const mayAssign = view.may.includes("assignPeople") && may("manageAccounts");

  return (
    <Section
      title={t("vacancy-people-list")}
      hint={t("vacancy-people-lede")}
      {...(mayAssign && {
        actions: (
          <Button icon="plus" onPress={() => setOpen("new")}>
            {t("vacancy-people-add")}
          </Button>
        ),
      })}
    >
      <div className={styles.frame}>
        {people.length === 0 ? (
          <EmptyState
            icon="people"
            title={t("vacancy-people-empty-title")}
            text={t(mayAssign ? "vacancy-people-empty" : "vacancy-people-empty-member")}
          />
        ) : (
          <Table
            caption={t("vacancy-people-table")}
            rows={people}
            rowKey={({ account, relation }) => `${account} ${relation}`}
            columns={[
              {
                id: "name",
                label: t("vacancy-people-name"),
                isRowHeader: true,
                cell: ({ name }) => name,
              },
              {
                id: "part",
                label: t("vacancy-people-part"),
                cell: ({ relation }) => (
                  <>
                    {relationWord(relation)}
                    <span className={styles.sees}>{t(`vacancy-sees-${relation}`)}</span>
                  </>
                ),
              },
              {
                id: "until",
                isShort: true,
                label: t("vacancy-people-until"),
                cell: ({ until }) =>
                  until === null ? t("vacancy-people-no-end") : showDate(until),
              },
              ...(mayAssign
                ? [
                    {
                      id: "actions",
                      label: t("vacancy-people-actions"),
                      cell: (person: VacancyPerson) => (
                        <span className={styles.actions}>
                          <Button
                            size="small"
                            ariaLabel={t("vacancy-people-edit-one", { name: person.name })}
                            onPress={() => setOpen(person)}
                          >
                            {t("vacancy-people-edit")}
                          </Button>
                          <Button
                            size="small"
                            ariaLabel={t("vacancy-people-end-one", {
                              name: person.name,
                              relation: relationWord(person.relation),
                            })}
                            onPress={() => setEnding(person)}
                          >
                            {t("vacancy-people-end")}
                          </Button>
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <Notice tone="info">{t("vacancy-people-enforced")}</Notice>
      </div>
      {ending !== null && (
        <EndPartDialog part={endingPart(view, ending)} onClose={() => setEnding(null)} />
      )}
      {open !== null && (
        <AssignDialog
          view={view}
          person={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

/* A director has the whole team; the others have the vacancy. */
function endingPart(view: VacancyView, { account, name, relation }: VacancyPerson): EndingPart {
  const { vacancy, details, team } = view;
  return relation === "director"
    ? { account, name, relation, scope: { kind: "team", team: team.team }, to: team.name }
    : { account, name, relation, scope: { kind: "vacancy", vacancy }, to: details.title };
}

/** A person's part as the request names it. */
export function assignment({ account, relation, until }: VacancyPerson): Assignment {
  return { account, relation, until };
}
