import { useState } from "react";
import { Annotation } from "../../components/Annotation";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
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
      <Panel title={t("interview-where")}>
        <p className={list.title}>{whenWords(row.plan)}</p>
        <p className={list.soft}>
          {kindWord(row.plan.kind)}
          {" · "}
          {row.plan.place ?? t("interview-no-place")}
        </p>
      </Panel>
      <Panel title={t("interview-documents")}>
        <Shown of={documents} about={t("interview-documents")}>
          {(rows) =>
            rows.length === 0 ? (
              <p className={list.soft}>{t("interview-documents-none")}</p>
            ) : (
              <ul className={list.rows}>
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
      </Panel>
      <Panel title={t("interview-panel")}>
        <ul className={list.rows}>
          {row.panel.map((person) => (
            <li key={person.account} className={list.row}>
              <div className={list.head}>
                <span className={list.title}>
                  {person.isYou ? t("interview-you", { name: person.name }) : person.name}
                </span>
                {person.feedback !== null && (
                  <Chip tone={person.feedback === "submitted" ? "good" : "neutral"}>
                    {feedbackWord(person.feedback)}
                  </Chip>
                )}
              </div>
              <p className={list.soft}>
                {person.criteria.length === 0
                  ? t("interview-assesses-all")
                  : t("interview-assesses", { what: whatOf(person) })}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
      {own === null && (
        <Panel title={t("interview-criteria")}>
          {inUse.length === 0 ? (
            <p className={list.soft}>{t("interview-criteria-none")}</p>
          ) : (
            <div className={list.rows}>
              {inUse.map((criterion) => (
                <Asked key={criterion.criterion} criterion={criterion} />
              ))}
            </div>
          )}
        </Panel>
      )}
    </div>
  );
}

function DocumentLine({ candidate, document }: { candidate: CandidateId; document: DocumentView }) {
  const t = useText();
  const [isShown, setIsShown] = useState(false);
  const what = documentWord(t, document);
  return (
    <li className={list.head}>
      <span>
        <span className={list.title}>{what}</span>
        <br />
        <span className={list.soft}>
          {t("documents-facts", { file: document.fileName, size: sizeWord(t, document.bytes) })}
        </span>
        <Annotation annotation={document.annotation} />
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
