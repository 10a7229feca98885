import { useState } from "react";
import { EmptyState } from "../../components/EmptyState";
import list from "../../components/List.module.css";
import { More } from "../../components/More";
import { Section } from "../../components/Section";
import { Shown } from "../../components/Shown";
import { Skeleton } from "../../components/Skeleton";
import type { ReserveMatch, VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { WriteDialog } from "../correspondence/WriteDialog";
import { AnswerContactDialog } from "./AnswerContactDialog";
import { ContactDialog } from "./ContactDialog";
import { MatchCard } from "./MatchCard";
import styles from "./Matches.module.css";
import { RoleAsksCard } from "./RoleAsksCard";

interface Props {
  vacancy: VacancyId;
  title: string;
}

type Doing = { what: "contact" | "write" | "answer"; match: ReserveMatch } | null;

/** Who on the reserve list fits a vacancy, why, and what came of asking them. */
export function MatchesTab({ vacancy, title }: Props) {
  const t = useText();
  const { data } = useCommand("reserve_matches", { vacancy });
  const [doing, setDoing] = useState<Doing>(null);
  if (data === undefined) return <Skeleton />;
  const { asks, kind, people, may } = data;
  const onClose = () => setDoing(null);
  const cards = (matches: readonly ReserveMatch[]) => (
    <ul className={styles.cards}>
      {matches.map((match) => (
        <MatchCard
          key={match.entry}
          match={match}
          onContact={() => setDoing({ what: "contact", match })}
          onAnswer={() => setDoing({ what: "answer", match })}
        />
      ))}
    </ul>
  );
  return (
    <div className={styles.frame}>
      <RoleAsksCard
        vacancy={vacancy}
        title={title}
        asks={asks}
        kind={kind}
        mayEdit={may.includes("editVacancy")}
      />
      <Section title={t("matches-title")} hint={t("matches-lede")}>
        <Shown of={people} about={t("matches-title")}>
          {(rows) => {
            const fitting = rows.filter(({ reasons }) => reasons.length > 0);
            const others = rows.filter(({ reasons }) => reasons.length === 0);
            if (rows.length === 0) {
              return (
                <EmptyState
                  icon="reserve"
                  title={t("matches-empty-title")}
                  text={t("matches-empty-text")}
                />
              );
            }
            return (
              <div className={styles.frame}>
                <p className={list.soft} role="status">
                  {t("matches-count", { count: fitting.length })}
                </p>
                {cards(fitting)}
                {others.length > 0 && (
                  <More label={t("matches-others", { count: others.length })}>
                    <p className={list.soft}>{t("matches-others-why")}</p>
                    {cards(others)}
                  </More>
                )}
              </div>
            );
          }}
        </Shown>
      </Section>
      {doing?.what === "contact" && (
        <ContactDialog
          vacancy={vacancy}
          title={title}
          match={doing.match}
          onWrite={() => setDoing({ what: "write", match: doing.match })}
          onClose={onClose}
        />
      )}
      {doing?.what === "write" && (
        <WriteDialog
          candidate={doing.match.candidate}
          name={doing.match.name}
          applications={[]}
          listed={{ entry: doing.match.entry, vacancy, title }}
          onClose={onClose}
        />
      )}
      {doing?.what === "answer" && doing.match.contact !== null && (
        <AnswerContactDialog
          candidate={doing.match.candidate}
          name={doing.match.name}
          contact={doing.match.contact}
          onClose={onClose}
        />
      )}
    </div>
  );
}
