import { useState } from "react";
import { Annotation } from "../../components/Annotation";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { cx } from "../../components/cx";
import list from "../../components/List.module.css";
import { Notice } from "../../components/Notice";
import panels from "../../components/Panel.module.css";
import type { InterviewView, OwnFeedback } from "../../ipc/generated/bindings";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { CardWords } from "./CardWords";
import styles from "./Interview.module.css";
import { ScorecardForm } from "./ScorecardForm";

interface Props {
  view: InterviewView;
  own: OwnFeedback;
}

/** One's own feedback: to be written, or, once it was submitted, locked, with the way to amend it. */
export function OwnCard({ view, own }: Props) {
  const t = useText();
  const last = own.versions.at(-1);
  // An amendment that was begun goes on where it stopped.
  const [isAmending, setIsAmending] = useState(last !== undefined && own.draft !== null);
  const lost = own.draftLost && <Notice tone="warn">{t("interview-draft-lost")}</Notice>;
  if (last === undefined && own.closed !== null) {
    return <Notice tone="info">{own.closed.sentence}</Notice>;
  }
  if ((last === undefined || isAmending) && own.closed === null) {
    return (
      <>
        {lost}
        <ScorecardForm
          key={last?.version ?? 0}
          view={view}
          own={own}
          onSubmitted={() => setIsAmending(false)}
          {...(last !== undefined && { onCancel: () => setIsAmending(false) })}
        />
      </>
    );
  }
  if (last === undefined) return lost;
  return (
    <section className={panels.panel} aria-labelledby="interview-own">
      {lost}
      <div className={panels.head}>
        <h2 id="interview-own" className={panels.mainTitle}>
          {t("interview-own")}
        </h2>
        <Chip tone="good" icon="lock">
          {t("interview-locked")}
        </Chip>
      </div>
      <p className={list.soft}>
        {t("interview-submitted-at", {
          date: showDateTime(last.submittedAt),
          version: last.version,
        })}
      </p>
      <CardWords view={view} card={last.card} />
      <Annotation annotation={own.annotation} />
      {own.closed === null && (
        <div className={cx(styles.buttons, styles.amend)}>
          <Button icon="edit" onPress={() => setIsAmending(true)}>
            {t("interview-amend")}
          </Button>
          <span className={list.soft}>{t("interview-amend-what")}</span>
        </div>
      )}
    </section>
  );
}
