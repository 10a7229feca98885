import { useState } from "react";
import { PrintButton } from "../../app/PrintButton";
import { useGo } from "../../app/places";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { EmptyState } from "../../components/EmptyState";
import { Link } from "../../components/Link";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { WhyNot } from "../../components/WhyNot";
import { asFailure } from "../../ipc/call";
import type { InterviewId, InterviewView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Interview.module.css";
import { InterviewActions } from "./InterviewActions";
import { kindWord, stateTone, stateWord, whenWords } from "./interviewWords";
import { Kit } from "./Kit";
import { OwnCard } from "./OwnCard";
import { PanelSummary } from "./PanelSummary";
import { ScheduleDialog } from "./ScheduleDialog";

interface Props {
  id: InterviewId;
}

/** One interview, on one page: what to assess and by which questions, the CV, one's own scorecard, and the panel's. */
export function InterviewScreen({ id: interview }: Props) {
  const t = useText();
  const go = useGo();
  const { data, isError, error } = useCommand(
    "open_interview",
    { interview },
    {
      throwOnError: (thrown, query) =>
        query.state.data === undefined && asFailure(thrown).error.code !== "notFound",
    },
  );
  if (isError && asFailure(error).error.code === "notFound") {
    return (
      <>
        <PageHeader title={t("interview-gone-title")} />
        <EmptyState
          icon="calendar"
          title={t("interview-gone-title")}
          text={t("interview-gone-why")}
          action={<Button onPress={() => go({ at: "today" })}>{t("interview-gone-back")}</Button>}
        />
      </>
    );
  }
  if (data === undefined) return <Skeleton />;
  return <InterviewPage view={data} />;
}

function InterviewPage({ view }: { view: InterviewView }) {
  const t = useText();
  const [isChanging, setIsChanging] = useState(false);
  const { row, own } = view;
  return (
    <>
      <PageHeader
        title={t("interview-of", { name: row.name })}
        subtitle={
          <>
            <Link to={{ at: "vacancy", id: row.vacancy, tab: "interviews" }}>
              {row.vacancyTitle}
            </Link>
            {` · ${kindWord(row.plan.kind)} · ${whenWords(row.plan)}`}
            {view.blind !== null && (
              <>
                {" "}
                <WhyNot why={view.blind} about={t("interview-name-withheld")} />
              </>
            )}
          </>
        }
        back={{ place: { at: "candidate", id: row.candidate }, label: row.name }}
        badges={<Chip tone={stateTone(row)}>{stateWord(row)}</Chip>}
        actions={
          <>
            <InterviewActions row={row} onChange={() => setIsChanging(true)} />
            <PrintButton />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          {own !== null && <OwnCard view={view} own={own} />}
          <PanelSummary view={view} />
        </div>
        <Kit view={view} />
      </div>
      {isChanging && (
        <ScheduleDialog
          vacancy={row.vacancy}
          name={row.name}
          row={row}
          onClose={() => setIsChanging(false)}
        />
      )}
    </>
  );
}
