import { Chip } from "../../../components/Chip";
import { EmptyState } from "../../../components/EmptyState";
import list from "../../../components/List.module.css";
import { Notice } from "../../../components/Notice";
import { PageHeader } from "../../../components/PageHeader";
import { Skeleton } from "../../../components/Skeleton";
import { Why } from "../../../components/Why";
import { Withheld } from "../../../components/Withheld";
import { asFailure } from "../../../ipc/call";
import type { ComplaintId, ComplaintView } from "../../../ipc/generated/bindings";
import { useCommand } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import { ComplaintAnswer } from "./ComplaintAnswer";
import { clockTone, clockWord, topicWord } from "./complaintWords";

interface Props {
  id: ComplaintId;
}

/** One complaint: its days, its next step, and what was answered so far. */
export function ComplaintScreen({ id: complaint }: Props) {
  const t = useText();
  const view = useCommand(
    "open_complaint",
    { complaint },
    {
      throwOnError: (thrown, query) =>
        query.state.data === undefined && !isHidden(asFailure(thrown).error.code),
    },
  );
  const back = { place: { at: "rights" } as const, label: t("complaints-back") };
  if (view.isError && isHidden(asFailure(view.error).error.code)) {
    return (
      <>
        <PageHeader title={t("complaints-gone")} back={back} />
        <EmptyState icon="shield" title={t("complaints-gone")} text={t("complaints-gone-text")} />
      </>
    );
  }
  if (view.data === undefined) return <Skeleton />;
  return <ComplaintPage view={view.data} back={back} />;
}

/* What is not there and what is not theirs look the same. */
function isHidden(code: string): boolean {
  return code === "notFound" || code === "refused";
}

interface PageProps {
  view: ComplaintView;
  back: { place: { at: "rights" }; label: string };
}

function ComplaintPage({ view, back }: PageProps) {
  const t = useText();
  const { number, topic, told, file, notYours } = view;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("complaints-one", { number, topic: topicWord(topic) })}
        subtitle={t("complaints-recorded-by", {
          by: view.recordedBy,
          on: showDate(view.recordedOn),
        })}
        back={back}
        {...(told !== null && {
          badges: <Chip icon="check">{t("complaints-closed-chip")}</Chip>,
        })}
      />
      <Days view={view} />
      {notYours !== null && (
        <Notice tone="info" title={t("complaints-not-yours")}>
          <p>{notYours.sentence}</p>
        </Notice>
      )}
      {file.is === "withheld" && (
        <p>
          {t("complaints-withheld")} <Withheld rule={file.rule} because={file.because} />
        </p>
      )}
      {file.is === "shown" && file.value.gone && (
        <Notice tone="info" title={t("complaints-words-gone")}>
          <p>{t("complaints-words-gone-text")}</p>
        </Notice>
      )}
      <ComplaintAnswer view={view} file={file.is === "shown" ? file.value : null} />
    </div>
  );
}

function Days({ view: { clock } }: { view: ComplaintView }) {
  const t = useText();
  return (
    <section
      className={styles.clock}
      data-tone={clockTone(clock.state, clock.daysLeft)}
      aria-label={t("complaints-clock-title")}
    >
      <span className={list.soft}>{t("complaints-clock-title")}</span>
      <span className={styles.hours}>{clockWord(clock)}</span>
      <span>
        {t("complaints-clock-by", { state: clock.state, by: showDate(clock.by) })}{" "}
        <Why why={clock.because} about={t("complaints-clock-title")} />
      </span>
    </section>
  );
}
