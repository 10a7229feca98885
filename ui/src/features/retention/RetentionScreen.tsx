import { useState } from "react";
import type { RetentionTab } from "../../app/places";
import { useSession } from "../../app/session";
import { WeeksChart } from "../../charts/WeeksChart";
import { Card } from "../../components/Card";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { Tabs } from "../../components/Tabs";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { AtSignIn } from "./AtSignIn";
import { ClockNotice } from "./ClockNotice";
import { DueNow } from "./DueNow";
import { EarlierErasures } from "./EarlierErasures";
import { ErasureFlow } from "./ErasureFlow";
import { Later } from "./Later";
import { People } from "./People";
import { PolicyTab } from "./PolicyTab";
import { Recipients, RecipientsOverdue, toBeTold } from "./Recipients";
import styles from "./Retention.module.css";
import { Review } from "./Review";

interface Props {
  /** The part that is shown first. */
  tab?: RetentionTab;
}

/** What goes when and why, and by which periods; from here those who are due are erased. */
export function RetentionScreen({ tab: first = "goes" }: Props) {
  const t = useText();
  const { may } = useSession();
  const mayKnowOfErasures = may("readJournal");
  const [tab, setTab] = useState<RetentionTab>(first);
  const [isErasing, setIsErasing] = useState(false);
  const recipients = useCommand("list_recipients", {}, { enabled: mayKnowOfErasures }).data;

  if (isErasing) return <ErasureFlow candidates={null} onClose={() => setIsErasing(false)} />;
  return (
    <>
      <PageHeader title={t("retention-title")} subtitle={t("retention-lede")} />
      <div className={styles.clock}>
        {recipients !== undefined && tab !== "recipients" && (
          <RecipientsOverdue view={recipients} onSee={() => setTab("recipients")} />
        )}
      </div>
      <div className={styles.parts}>
        <Tabs
          label={t("retention-title")}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: "goes",
              label: t("retention-tab-goes"),
              content: <WhatGoes onPreview={() => setIsErasing(true)} />,
            },
            ...(mayKnowOfErasures
              ? [
                  {
                    id: "recipients" as const,
                    label: t("retention-tab-recipients"),
                    ...(recipients !== undefined &&
                      toBeTold(recipients).length > 0 && { count: toBeTold(recipients).length }),
                    content:
                      recipients === undefined ? <Skeleton /> : <Recipients view={recipients} />,
                  },
                ]
              : []),
            { id: "policy", label: t("retention-tab-policy"), content: <PolicyTab /> },
          ]}
        />
      </div>
    </>
  );
}

function WhatGoes({ onPreview }: { onPreview: () => void }) {
  const t = useText();
  // The clock may have been set since the screen was last open, which changes no record.
  const overview = useCommand("retention_overview", {}, { refetchOnMount: "always" });

  if (overview.data === undefined) return <Skeleton />;
  const { due, blocked, kept, parts, weeks, later, laterParts, noDate } = overview.data;
  const { erasures, mayErase, clock, atSignIn } = overview.data;

  return (
    <>
      <div className={styles.clock}>
        <ClockNotice clock={clock} mayErase={mayErase} />
      </div>
      <div className={styles.top}>
        <DueNow due={due} parts={parts} kept={blocked} mayErase={mayErase} onPreview={onPreview} />
        <Later blocked={blocked} later={later} laterParts={laterParts} noDate={noDate} />
      </div>
      {kept.length > 0 && (
        <Section
          title={t("retention-kept-title")}
          hint={
            kept.length < blocked
              ? t("retention-first-of", { shown: kept.length, total: blocked })
              : t("retention-kept-hint")
          }
        >
          <People rows={kept} caption={t("retention-kept-table")} />
        </Section>
      )}
      <Review />
      <Section title={t("charts-weeks-title", { weeks: weeks.length })}>
        <Card>
          <WeeksChart weeks={weeks} />
        </Card>
      </Section>
      {mayErase && <AtSignIn isOn={atSignIn} />}
      {mayErase && <EarlierErasures rows={erasures} />}
    </>
  );
}
