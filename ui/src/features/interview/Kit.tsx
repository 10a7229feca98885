import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Shown } from "../../components/Shown";
import type {
  CandidateId,
  DocumentView,
  InterviewView,
  PanelRow,
} from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { documentWord, sizeWord } from "../candidate/documentWords";
import { ShowDocumentDialog } from "../candidate/ShowDocumentDialog";
import styles from "./Interview.module.css";
import { feedbackWord, kindWord, whenWords } from "./interviewWords";
import { Asked } from "./ScorecardForm";

interface Props {
  view: InterviewView;
}

/** What an interviewer needs beside their scorecard: when and where, the CV, who else interviews, and what. */
export function Kit({ view }: Props) {
  const t = useText();
  const { row, documents, criteria, own } = view;
  const inUse = criteria.filter(({ retired }) => !retired);
  const whatOf = (person: PanelRow) =>
    person.criteria
      .map((id) => criteria.find(({ criterion }) => criterion === id)?.what)
      .filter((what) => what !== undefined)
      .join("; ");
  return (
    <div className={styles.side}>
      <section className={styles.panel} aria-labelledby="interview-where">
        <div className={styles.panelHead}>
          <h2 id="interview-where" className={styles.panelTitle}>
            {t("interview-where")}
          </h2>
        </div>
        <p className={styles.rowTitle}>{whenWords(row.plan)}</p>
        <p className={styles.soft}>
          {kindWord(row.plan.kind)}
          {" · "}
          {row.plan.place ?? t("interview-no-place")}
        </p>
      </section>
      <section className={styles.panel} aria-labelledby="interview-documents">
        <div className={styles.panelHead}>
          <h2 id="interview-documents" className={styles.panelTitle}>
            {t("interview-documents")}
          </h2>
        </div>
        <Shown of={documents} about={t("interview-documents")}>
          {(rows) =>
            rows.length === 0 ? (
              <p className={styles.soft}>{t("interview-documents-none")}</p>
            ) : (
              <ul className={styles.rows}>
                {rows.map((document) => (
                  <DocumentLine
                    key={document.document}
                    candidate={row.candidate}
                    document={document}
                  />
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
      <section className={styles.panel} aria-labelledby="interview-panel">
        <div className={styles.panelHead}>
          <h2 id="interview-panel" className={styles.panelTitle}>
            {t("interview-panel")}
          </h2>
        </div>
        <ul className={styles.rows}>
          {row.panel.map((person) => (
            <li key={person.account} className={styles.row}>
              <div className={styles.rowHead}>
                <span className={styles.rowTitle}>
                  {person.isYou ? t("interview-you", { name: person.name }) : person.name}
                </span>
                {person.feedback !== null && (
                  <Chip tone={person.feedback === "submitted" ? "good" : "neutral"}>
                    {feedbackWord(person.feedback)}
                  </Chip>
                )}
              </div>
              <p className={styles.soft}>
                {person.criteria.length === 0
                  ? t("interview-assesses-all")
                  : t("interview-assesses", { what: whatOf(person) })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {own === null && (
        <section className={styles.panel} aria-labelledby="interview-criteria">
          <div className={styles.panelHead}>
            <h2 id="interview-criteria" className={styles.panelTitle}>
              {t("interview-criteria")}
            </h2>
          </div>
          {inUse.length === 0 ? (
            <p className={styles.soft}>{t("interview-criteria-none")}</p>
          ) : (
            <div className={styles.rows}>
              {inUse.map((criterion) => (
                <Asked key={criterion.criterion} criterion={criterion} />
              ))}
            </div>
          )}
        </section>
      )}
    </div>
  );
}

function DocumentLine({ candidate, document }: { candidate: CandidateId; document: DocumentView }) {
  const t = useText();
  const [isShown, setIsShown] = useState(false);
  const what = documentWord(t, document);
  return (
    <li className={styles.rowHead}>
      <span>
        <span className={styles.rowTitle}>{what}</span>
        <br />
        <span className={styles.soft}>
          {t("documents-facts", { file: document.fileName, size: sizeWord(t, document.bytes) })}
        </span>
      </span>
      <Button
        size="small"
        icon="eye"
        ariaLabel={t("documents-show-one", { what })}
        onPress={() => setIsShown(true)}
      >
        {t("documents-show")}
      </Button>
      {isShown && (
        <ShowDocumentDialog
          candidate={candidate}
          row={document}
          onClose={() => setIsShown(false)}
        />
      )}
    </li>
  );
}
