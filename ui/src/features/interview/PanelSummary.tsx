import { Annotation } from "../../components/Annotation";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { More } from "../../components/More";
import { Panel } from "../../components/Panel";
import panels from "../../components/Panel.module.css";
import { Shown } from "../../components/Shown";
import { Table } from "../../components/Table";
import type { InterviewView, PanelCard, PanelView, Spread } from "../../ipc/generated/bindings";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { CardWords } from "./CardWords";
import styles from "./Interview.module.css";
import {
  agreementWord,
  MARKS,
  markWord,
  RECOMMENDATIONS,
  recommendationWord,
} from "./interviewWords";

interface Props {
  view: InterviewView;
}

/** What the panel found: every mark with how far they lie apart, and who wrote what. Nothing is added up. */
export function PanelSummary({ view }: Props) {
  const t = useText();
  return (
    <Panel title={t("interview-panel-found")} isMain>
      <Shown of={view.panel} about={t("interview-panel-found")}>
        {(panel) => <Found view={view} panel={panel} />}
      </Shown>
    </Panel>
  );
}

function Found({ view, panel }: { view: InterviewView; panel: PanelView }) {
  const t = useText();
  const { submitted, members } = panel;
  if (submitted === 0) return <p className={list.soft}>{t("interview-panel-none")}</p>;
  const whatOf = (id: string) =>
    view.criteria.find(({ criterion }) => criterion === id)?.what ?? "";
  const rows = [
    ...panel.criteria.map(({ criterion, spread }) => ({
      id: criterion as string,
      what: whatOf(criterion),
      spread,
      steps: MARKS.slice(0, 4).map(markWord),
    })),
    {
      id: "recommendation",
      what: t("interview-panel-recommendation"),
      spread: panel.recommendation,
      steps: RECOMMENDATIONS.map(recommendationWord),
    },
  ];
  const apart = rows.filter(({ spread }) => spread.agreement === "apart");
  return (
    <div className={styles.side}>
      <p>
        {t("interview-panel-in", { submitted, members })}{" "}
        {t(apart.length === 0 ? "interview-panel-together" : "interview-panel-apart", {
          what: apart.map(({ what }) => what).join("; "),
        })}
      </p>
      <Table
        caption={t("interview-panel-spread")}
        columns={[
          {
            id: "what",
            label: t("interview-panel-what"),
            isRowHeader: true,
            cell: ({ what }) => what,
          },
          {
            id: "given",
            label: t("interview-panel-given"),
            cell: ({ spread, steps }) => <Steps spread={spread} steps={steps} />,
          },
          {
            id: "agreement",
            label: t("interview-panel-agreement"),
            cell: ({ spread }) => (
              <Chip tone={spread.agreement === "apart" ? "warn" : "neutral"}>
                {agreementWord(spread.agreement)}
              </Chip>
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <p className={list.soft}>{t("interview-panel-no-sum")}</p>
      {panel.annotated > 0 && <p>{t("interview-panel-annotated", { count: panel.annotated })}</p>}
      <Shown of={panel.cards} about={t("interview-panel-words")}>
        {(cards) => (
          <div className={list.rows}>
            {cards.map((card) => (
              <Words key={card.account} view={view} card={card} />
            ))}
          </div>
        )}
      </Shown>
    </div>
  );
}

/* How many gave each step, in words and figures. */
function Steps({ spread, steps }: { spread: Spread; steps: string[] }) {
  const t = useText();
  return (
    <>
      <div className={styles.spread}>
        {steps.map((step, place) => {
          const count = spread.given[place] ?? 0;
          return (
            <div key={step} className={styles.step} data-given={count > 0}>
              <span className={styles.dots}>{count === 0 ? "–" : count}</span>
              {step}
            </div>
          );
        })}
      </div>
      {spread.notAsked > 0 && (
        <p className={list.soft}>{t("interview-panel-not-asked", { count: spread.notAsked })}</p>
      )}
    </>
  );
}

function Words({ view, card }: { view: InterviewView; card: PanelCard }) {
  const t = useText();
  const last = card.versions.at(-1);
  if (last === undefined) return null;
  const earlier = card.versions.slice(0, -1).reverse();
  return (
    <article className={styles.given}>
      <h3 className={panels.title}>{card.name}</h3>
      <p className={list.soft}>
        {t("interview-submitted-at", {
          date: showDateTime(last.submittedAt),
          version: last.version,
        })}
      </p>
      <CardWords view={view} card={last.card} />
      <Annotation annotation={card.annotation} />
      {earlier.map((version) => (
        <More
          key={version.version}
          label={t("interview-earlier", {
            version: version.version,
            date: showDateTime(version.submittedAt),
          })}
        >
          <CardWords view={view} card={version.card} />
        </More>
      ))}
    </article>
  );
}
