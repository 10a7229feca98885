import { Bars } from "../../charts/Bars";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Pipeline.module.css";
import {
  funnelPoints,
  funnelSentence,
  permissionPoints,
  permissionSentence,
  sourcePoints,
  sourceSentence,
  stayPoints,
  staySentence,
} from "./points";

interface Props {
  /** Of one vacancy; of all one may see where it is null. */
  vacancy: { id: VacancyId; title: string } | null;
}

/** A pipeline in pictures: how far applications come, how long they wait, where people come from, what runs out. */
export function PipelineFigures({ vacancy }: Props) {
  const t = useText();
  const { data: view } = useCommand("read_pipeline", { vacancy: vacancy?.id ?? null });
  if (view === undefined) return <Skeleton lines={8} />;
  const { sources, permissions, fewest } = view;
  const hidden = t("pipeline-hidden", { fewest });
  const about = vacancy === null ? {} : { about: vacancy.title };
  if (view.funnel[0]?.count === 0) {
    return (
      <EmptyState icon="pipeline" title={t("pipeline-funnel-none")} text={t("pipeline-empty")} />
    );
  }
  return (
    <div className={styles.figures}>
      <Section title={t("pipeline-funnel")} hint={t("pipeline-funnel-what")}>
        <Card>
          <Bars
            {...about}
            title={t("pipeline-funnel")}
            sentence={funnelSentence(view)}
            picture="funnel"
            points={funnelPoints(view)}
            columns={[
              t("pipeline-column-step"),
              t("pipeline-column-applications"),
              t("pipeline-column-share"),
            ]}
            {...(view.funnel.some(({ count }) => count === null) && { note: hidden })}
          />
        </Card>
      </Section>
      <Section title={t("pipeline-stays")} hint={t("pipeline-stays-what")}>
        <Card>
          <Bars
            {...about}
            title={t("pipeline-stays")}
            sentence={staySentence(view)}
            picture="stays"
            points={stayPoints(view)}
            columns={[
              t("pipeline-column-stage"),
              t("pipeline-column-quarter"),
              t("pipeline-column-half"),
              t("pipeline-column-three"),
            ]}
            note={t("pipeline-stays-note", { fewest })}
          />
        </Card>
      </Section>
      <Section title={t("pipeline-sources")} hint={t("pipeline-sources-what")}>
        <Card>
          {sources === null ? (
            <p>{t("pipeline-sources-withheld")}</p>
          ) : sources.sources.length === 0 ? (
            <p>{t("pipeline-sources-none")}</p>
          ) : (
            <Bars
              {...about}
              title={t("pipeline-sources")}
              sentence={sourceSentence(sources)}
              picture="sources"
              points={sourcePoints(sources)}
              columns={[t("pipeline-column-source"), t("pipeline-column-people")]}
              {...(sources.sources.some(({ figure }) => typeof figure === "string") && {
                note: hidden,
              })}
            />
          )}
        </Card>
      </Section>
      {permissions !== null && (
        <Section title={t("pipeline-permissions")} hint={t("pipeline-permissions-what")}>
          <Card>
            <Bars
              title={t("pipeline-permissions")}
              sentence={permissionSentence(permissions)}
              picture="permissions"
              points={permissionPoints(permissions)}
              columns={[t("pipeline-column-month"), t("pipeline-column-permissions")]}
              {...(permissions.months.some(({ figure }) => typeof figure === "string") && {
                note: hidden,
              })}
            />
          </Card>
        </Section>
      )}
    </div>
  );
}
