import { type ReactNode, useState } from "react";
import { PrintButton } from "../../app/PrintButton";
import { Button } from "../../components/Button";
import { Facts } from "../../components/Facts";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import type { AnswerView, IncidentStep, IncidentView } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { classWord } from "../candidate/disclosureWords";
import { Affected } from "./Affected";
import { AssessDialog } from "./AssessDialog";
import { AwarenessDialog } from "./AwarenessDialog";
import { CloseDialog } from "./CloseDialog";
import { DecideDialog } from "./DecideDialog";
import { MeasuresDialog } from "./MeasuresDialog";
import { PeopleDialog } from "./PeopleDialog";
import styles from "./Rights.module.css";
import { TellDialog } from "./TellDialog";
import { WhatHappened } from "./WhatHappened";

/** What is being done in a dialog. */
type Doing = IncidentStep | "aware" | null;

interface Props {
  view: IncidentView;
  answer: AnswerView;
}

/** The answers to an incident, the next step first. */
export function Answer({ view, answer }: Props) {
  const [doing, setDoing] = useState<Doing>(null);
  const about = { view, answer, onClose: () => setDoing(null) };
  return (
    <>
      {view.mayKeep && view.next !== null && (
        <NextStep view={view} step={view.next} onDo={setDoing} />
      )}
      <div className={styles.panels}>
        <WhatHappened view={view} />
        <Aware view={view} answer={answer} onDo={setDoing} />
        <People view={view} answer={answer} onDo={setDoing} />
        <Risk view={view} answer={answer} onDo={setDoing} />
        <Decision view={view} answer={answer} onDo={setDoing} />
        <Measures view={view} answer={answer} onDo={setDoing} />
      </div>
      {doing === "aware" && <AwarenessDialog {...about} />}
      {doing === "people" && <PeopleDialog {...about} />}
      {doing === "assess" && <AssessDialog {...about} />}
      {doing === "decide" && <DecideDialog {...about} />}
      {doing === "tell" && <TellDialog {...about} />}
      {doing === "contain" && <MeasuresDialog {...about} />}
      {doing === "close" && <CloseDialog {...about} />}
    </>
  );
}

interface NextProps {
  view: IncidentView;
  step: IncidentStep;
  onDo: (doing: Doing) => void;
}

function NextStep({ view, step, onDo }: NextProps) {
  const t = useText();
  return (
    <Panel title={t("incidents-next")}>
      <div className={styles.answer}>
        <div className={styles.next}>
          <div className={styles.nextWords}>
            <p className={styles.nextTitle}>{t("incidents-step", { step })}</p>
            <p className={list.soft}>{t("incidents-step-why", { step })}</p>
          </div>
          <Button variant="primary" onPress={() => onDo(step)}>
            {t("incidents-step-do", { step })}
          </Button>
        </div>
        {view.kind === "lostOrStolen" && view.laptop !== null && (
          <p className={list.soft}>
            {t("incidents-keys")} <Link to={{ at: "people" }}>{t("incidents-keys-people")}</Link>
          </p>
        )}
      </div>
    </Panel>
  );
}

interface PartProps extends Props {
  onDo: (doing: Doing) => void;
}

interface AnswerPanelProps {
  title: string;
  isDone: boolean;
  action?: ReactNode;
  children: ReactNode;
}

/** One answer, with a mark beside its title once it is given. */
function AnswerPanel({ title, isDone, action, children }: AnswerPanelProps) {
  const t = useText();
  return (
    <Panel
      title={
        <span className={styles.answerTitle}>
          {title}
          {isDone && (
            <span className={styles.done}>
              <Icon name="check" size={18} />
              <span className="visually-hidden">{t("incidents-done")}</span>
            </span>
          )}
        </span>
      }
      actions={action}
    >
      <div className={styles.answer}>{children}</div>
    </Panel>
  );
}

function Aware({ view, answer, onDo }: PartProps) {
  const t = useText();
  return (
    <AnswerPanel
      title={t("incidents-aware")}
      isDone
      {...(view.mayKeep && {
        action: (
          <Button size="small" onPress={() => onDo("aware")}>
            {t("incidents-aware-change")}
          </Button>
        ),
      })}
    >
      <p>
        {answer.awareAt === view.noticedAt
          ? t("incidents-aware-noticed", { at: showDateTime(answer.awareAt) })
          : showDateTime(answer.awareAt)}
      </p>
      {answer.awareReason !== "" && <p className={styles.words}>{answer.awareReason}</p>}
    </AnswerPanel>
  );
}

function People({ view, answer, onDo }: PartProps) {
  const t = useText();
  const { people, told, here } = answer;
  return (
    <AnswerPanel
      title={t("incidents-people")}
      isDone={people !== null}
      {...(view.mayKeep &&
        view.next !== "people" && {
          action: (
            <Button size="small" onPress={() => onDo("people")}>
              {t("incidents-people-say")}
            </Button>
          ),
        })}
    >
      {people === null ? (
        <p>{t("incidents-people-unsaid")}</p>
      ) : (
        <p>
          {t("incidents-people-count", { count: people })}
          {people > 0 && ` ${t("incidents-people-told", { count: told })}`}
          {people > here && ` ${t("incidents-people-gone", { count: people - here })}`}
        </p>
      )}
      {here > 0 && (
        <p className={list.soft}>
          {t("incidents-people-kept", { open: view.closed === null ? "yes" : "no" })}
        </p>
      )}
      {here > 0 && answer.accounts.length > 0 && (
        <Affected view={view} onTell={() => onDo("tell")} />
      )}
    </AnswerPanel>
  );
}

function Risk({ view, answer, onDo }: PartProps) {
  const t = useText();
  const { assessment, assessedBy, notTold, letter } = answer;
  return (
    <AnswerPanel
      title={t("incidents-risk-title")}
      isDone={assessment !== null}
      {...(view.mayKeep &&
        assessment !== null && {
          action: (
            <Button size="small" onPress={() => onDo("assess")}>
              {t("incidents-assess-anew")}
            </Button>
          ),
        })}
    >
      {assessment === null ? (
        <p className={list.soft}>{t("incidents-risk-none")}</p>
      ) : (
        <>
          <p>
            <strong>{t("incidents-risk", { risk: assessment.risk })}</strong>
          </p>
          <Facts
            facts={[
              { label: t("incidents-assess-grounds"), value: assessment.grounds },
              {
                label: t("incidents-assess-classes"),
                value: assessment.classes.map(classWord).join(", "),
              },
              {
                label: t("incidents-assess-consequences"),
                value: assessment.consequences || t("incidents-not-known"),
              },
              { label: t("incidents-assessed-by"), value: assessedBy ?? "" },
            ]}
          />
          {notTold !== null && <p>{t("incidents-not-told-is", { because: notTold })}</p>}
          {letter.length > 0 && <Letter paragraphs={letter} />}
        </>
      )}
    </AnswerPanel>
  );
}

/** The letter to the people affected, to copy or to print. */
function Letter({ paragraphs }: { paragraphs: readonly string[] }) {
  const t = useText();
  return (
    <details>
      <summary>{t("incidents-letter")}</summary>
      <div className={styles.letter}>
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <div className={styles.actions}>
        <PrintButton />
      </div>
      <p className={list.soft}>{t("incidents-letter-how")}</p>
    </details>
  );
}

function Decision({ view, answer, onDo }: PartProps) {
  const t = useText();
  const { decision, decidedBy, assessment } = answer;
  const holds =
    decision !== null && (decision.kind === "reported" || assessment?.risk === "unlikely");
  return (
    <AnswerPanel
      title={t("incidents-decision")}
      isDone={holds}
      {...(view.mayKeep &&
        decision !== null && {
          action: (
            <Button size="small" onPress={() => onDo("decide")}>
              {t("incidents-decide-anew")}
            </Button>
          ),
        })}
    >
      {decision === null ? (
        <p className={list.soft}>{t("incidents-decision-none")}</p>
      ) : (
        <>
          {!holds && <p>{t("incidents-decision-gone")}</p>}
          <Facts
            facts={[
              {
                label: t("incidents-decision-what"),
                value: t("incidents-decision-is", { kind: decision.kind }),
              },
              ...(decision.kind === "reported"
                ? [
                    {
                      label: t("incidents-decide-when"),
                      value: t("incidents-when", { on: showDate(decision.on), at: decision.at }),
                    },
                    {
                      label: t("incidents-decide-reference"),
                      value: decision.reference ?? t("incidents-not-known"),
                    },
                    ...(decision.late === ""
                      ? []
                      : [{ label: t("incidents-decide-late"), value: decision.late }]),
                  ]
                : [{ label: t("incidents-decide-reasons"), value: decision.reasons }]),
              { label: t("incidents-decided-by"), value: decidedBy ?? "" },
            ]}
          />
        </>
      )}
    </AnswerPanel>
  );
}

function Measures({ view, answer, onDo }: PartProps) {
  const t = useText();
  const { measures, lessons } = answer;
  return (
    <AnswerPanel
      title={t("incidents-measures")}
      isDone={measures !== ""}
      {...(view.mayKeep &&
        view.next !== "contain" && {
          action: (
            <Button size="small" onPress={() => onDo("contain")}>
              {t("incidents-measures-note")}
            </Button>
          ),
        })}
    >
      {measures === "" ? (
        <p className={list.soft}>{t("incidents-measures-none")}</p>
      ) : (
        <p className={styles.words}>{measures}</p>
      )}
      {lessons !== "" && <Facts facts={[{ label: t("incidents-lessons"), value: lessons }]} />}
    </AnswerPanel>
  );
}
