import { useState } from "react";
import { PrintButton } from "../../app/PrintButton";
import { useGo, type VacancyTab } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { Tabs } from "../../components/Tabs";
import { asFailure } from "../../ipc/call";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { vacancyKindWord } from "../../text/words";
import { VacancyCriteria } from "../interview/VacancyCriteria";
import { VacancyInterviews } from "../interview/VacancyInterviews";
import { MatchesTab } from "../matches/MatchesTab";
import { PipelineFigures } from "../pipeline/PipelineFigures";
import styles from "./Board.module.css";
import { EndDialog } from "./EndDialog";
import { NamesWithheld } from "./NamesWithheld";
import type { Decided, EndKind } from "./outcomes";
import { isNoAnswer, useBoard } from "./useBoard";
import { VacancyBoard } from "./VacancyBoard";
import { VacancyDetails } from "./VacancyDetails";
import { VacancyPeople } from "./VacancyPeople";
import { VacancyTable } from "./VacancyTable";
import { WithApplications } from "./WithApplications";

interface Props {
  id: VacancyId;
  tab: VacancyTab;
}

/** One vacancy: its applications as a board and as a table, its people, and what it is. */
export function VacancyScreen({ id: vacancy, tab: selected }: Props) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const view = useCommand("open_vacancy", { vacancy }, { throwOnError: isNoAnswer });
  // The board's parts read it themselves: a card that moves draws them anew, not the tabs around them.
  const { isPending } = useBoard(vacancy);
  const [ending, setEnding] = useState<{ people: Decided[]; how: EndKind } | null>(null);

  if (view.isError && asFailure(view.error).error.code === "notFound") {
    return (
      <>
        <PageHeader title={t("vacancy-gone-title")} />
        <EmptyState
          icon="vacancies"
          title={t("vacancy-gone-title")}
          text={t("vacancy-gone-why")}
          action={<Button onPress={() => go({ at: "vacancies" })}>{t("vacancy-gone-back")}</Button>}
        />
      </>
    );
  }
  if (view.data === undefined || isPending) return <Skeleton />;

  const { details, team, closedOutOn, may, people } = view.data;
  const mayAdd = may.includes("addCandidate") && closedOutOn === null;
  const addCandidate = (
    <Button variant="primary" icon="plus" onPress={() => go({ at: "newCandidate", vacancy })}>
      {t("vacancy-add-candidate")}
    </Button>
  );
  const nobody = (
    <EmptyState
      icon="candidates"
      title={t("vacancy-empty-title")}
      text={t(mayAdd ? "vacancy-empty-why" : "vacancy-empty-member")}
    />
  );

  return (
    <>
      <PageHeader
        title={details.title}
        subtitle={[vacancyKindWord(details.kind), team.name, details.reference]
          .filter((part) => part !== null)
          .join(" · ")}
        back={{ place: { at: "vacancies" }, label: t("vacancy-back") }}
        badges={
          closedOutOn !== null && (
            <Chip>{t("vacancy-closed-out-chip", { date: showDate(closedOutOn) })}</Chip>
          )
        }
        actions={
          <>
            <PrintButton />
            {mayAdd && addCandidate}
          </>
        }
      />
      <div className={styles.part}>
        <NamesWithheld vacancy={vacancy} />
        <Tabs
          label={t("vacancy-tabs")}
          selected={selected}
          onSelect={(tab) => go({ at: "vacancy", id: vacancy, tab })}
          tabs={[
            {
              id: "board",
              label: t("vacancy-tab-board"),
              icon: "board",
              content: (
                <WithApplications vacancy={vacancy} otherwise={nobody}>
                  {(board) => (
                    <VacancyBoard
                      title={details.title}
                      board={board}
                      today={today}
                      onEnd={(card, how) => setEnding({ people: [card], how })}
                    />
                  )}
                </WithApplications>
              ),
            },
            {
              id: "table",
              label: t("vacancy-tab-table"),
              icon: "table",
              content: (
                <WithApplications vacancy={vacancy} otherwise={nobody}>
                  {(board) => (
                    <VacancyTable
                      title={details.title}
                      board={board}
                      today={today}
                      onEnd={(chosen, how) => setEnding({ people: chosen, how })}
                    />
                  )}
                </WithApplications>
              ),
            },
            {
              id: "interviews",
              label: t("vacancy-tab-interviews"),
              icon: "calendar",
              content: <VacancyInterviews vacancy={vacancy} />,
            },
            {
              id: "criteria",
              label: t("vacancy-tab-criteria"),
              icon: "check",
              content: <VacancyCriteria vacancy={vacancy} />,
            },
            {
              id: "reserve",
              label: t("vacancy-tab-reserve"),
              icon: "reserve",
              content: <MatchesTab vacancy={vacancy} title={details.title} />,
            },
            {
              id: "pipeline",
              label: t("vacancy-tab-pipeline"),
              icon: "pipeline",
              content: (
                <WithApplications vacancy={vacancy} otherwise={nobody}>
                  {() => <PipelineFigures vacancy={{ id: vacancy, title: details.title }} />}
                </WithApplications>
              ),
            },
            {
              id: "people",
              label: t("vacancy-tab-people"),
              icon: "people",
              count: people.length,
              content: <VacancyPeople view={view.data} />,
            },
            {
              id: "details",
              label: t("vacancy-tab-details"),
              icon: "info",
              content: <VacancyDetails view={view.data} />,
            },
          ]}
        />
      </div>
      {ending !== null && (
        <EndDialog
          how={ending.how}
          people={ending.people}
          vacancyTitle={details.title}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
