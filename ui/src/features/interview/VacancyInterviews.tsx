import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { InterviewRows } from "./InterviewRows";

interface Props {
  vacancy: VacancyId;
}

/** The interviews for a vacancy: those to come, the soonest first, then those that were. */
export function VacancyInterviews({ vacancy }: Props) {
  const t = useText();
  const { data } = useCommand("list_interviews", { of: { kind: "vacancy", vacancy } });
  if (data === undefined) return <Skeleton />;
  const isToCome = ({ state, over }: { state: string; over: boolean }) =>
    state === "planned" && !over;
  const toCome = data.interviews.filter(isToCome).reverse();
  const past = data.interviews.filter((row) => !isToCome(row));
  if (data.interviews.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title={t("interview-vacancy-none")}
        text={t("interview-vacancy-none-why")}
      />
    );
  }
  return (
    <>
      {toCome.length > 0 && (
        <Section title={t("interview-to-come")}>
          <Card>
            <InterviewRows rows={toCome} by="name" />
          </Card>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t("interview-past")}>
          <Card>
            <InterviewRows rows={past} by="name" />
          </Card>
        </Section>
      )}
    </>
  );
}
