import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { EmptyState } from "../../components/EmptyState";
import list from "../../components/List.module.css";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { Why } from "../../components/Why";
import { asFailure } from "../../ipc/call";
import type { IncidentId, IncidentView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { useSaveReport } from "../retention/useSaveReport";
import { Answer } from "./Answer";
import { clockTone, clockWord, kindWord } from "./incidentWords";
import styles from "./Rights.module.css";
import { useMinutesLeft } from "./useMinutesLeft";
import { WhatHappened } from "./WhatHappened";

interface Props {
  id: IncidentId;
}

/** One incident: its clock, its next step, and what was answered so far. */
export function IncidentScreen({ id: incident }: Props) {
  const t = useText();
  const view = useCommand(
    "open_incident",
    { incident },
    {
      throwOnError: (thrown, query) =>
        query.state.data === undefined && !isHidden(asFailure(thrown).error.code),
    },
  );
  const back = { place: { at: "rights" } as const, label: t("incidents-back") };
  if (view.isError && isHidden(asFailure(view.error).error.code)) {
    return (
      <>
        <PageHeader title={t("incidents-gone")} back={back} />
        <EmptyState icon="shield" title={t("incidents-gone")} text={t("incidents-gone-text")} />
      </>
    );
  }
  if (view.data === undefined) return <Skeleton />;
  return <IncidentPage view={view.data} back={back} />;
}

/* What is not there and what is not theirs look the same. */
function isHidden(code: string): boolean {
  return code === "notFound" || code === "refused";
}

interface PageProps {
  view: IncidentView;
  back: { place: { at: "rights" }; label: string };
}

function IncidentPage({ view, back }: PageProps) {
  const t = useText();
  const { save, isPending } = useSaveReport();
  const { incident, number, kind, answer, closed } = view;
  const mayReport = answer.is === "shown";
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("incidents-one", { number, kind: kindWord(kind) })}
        subtitle={t("incidents-reported-by", {
          by: view.reportedBy,
          at: showDateTime(view.reportedAt),
        })}
        back={back}
        {...(closed !== null && {
          badges: <Chip icon="check">{t("incidents-closed-chip")}</Chip>,
        })}
        {...(mayReport && {
          actions: (
            <Button
              icon="file"
              isDisabled={isPending}
              onPress={() => save({ of: { of: "incident", incident }, form: "pdf" })}
            >
              {t("incidents-save-draft")}
            </Button>
          ),
        })}
      />
      <Clock view={view} />
      {closed !== null && (
        <Notice
          tone="good"
          title={t("incidents-closed-by", { by: closed.by, on: showDate(closed.on) })}
        >
          <p>{t("incidents-closed-what")}</p>
        </Notice>
      )}
      {answer.is === "shown" ? (
        <Answer view={view} answer={answer.value} />
      ) : (
        <>
          <Notice tone="info" title={t("incidents-own-thanks")}>
            <p>{t("incidents-own-next")}</p>
          </Notice>
          <WhatHappened view={view} />
        </>
      )}
    </div>
  );
}

function Clock({ view: { clock, next } }: { view: IncidentView }) {
  const t = useText();
  const left = useMinutesLeft(clock);
  return (
    <section
      className={styles.clock}
      data-tone={clockTone(clock.state, left)}
      aria-label={t("incidents-clock-title")}
    >
      <span className={list.soft}>{t("incidents-clock-title")}</span>
      <span className={styles.hours}>{clockWord(clock.state, left)}</span>
      <span>
        {t("incidents-clock-until", {
          due: showDateTime(clock.dueAt),
          state: clock.state,
          open: next === null ? "no" : "yes",
        })}{" "}
        <Why why={clock.because} about={t("incidents-clock-title")} />
      </span>
    </section>
  );
}
