import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import list from "../../components/List.module.css";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { EditCriteria } from "./EditCriteria";
import { Asked } from "./ScorecardForm";

interface Props {
  vacancy: VacancyId;
}

/** What interviews for a vacancy assess. */
export function VacancyCriteria({ vacancy }: Props) {
  const t = useText();
  const [isEditing, setIsEditing] = useState(false);
  const { data } = useCommand("list_criteria", { vacancy });
  if (data === undefined) return <Skeleton />;
  const inUse = data.criteria.filter(({ retired }) => !retired);
  const retired = data.criteria.filter((criterion) => criterion.retired);
  const edit = (
    <Button icon={inUse.length === 0 ? "plus" : "edit"} onPress={() => setIsEditing(true)}>
      {t(inUse.length === 0 ? "criteria-add-first" : "criteria-edit")}
    </Button>
  );
  return (
    <>
      {inUse.length === 0 ? (
        <EmptyState
          icon="check"
          title={t("criteria-none")}
          text={t(data.mayEdit ? "criteria-none-why" : "criteria-none-member")}
          {...(data.mayEdit && { action: edit })}
        />
      ) : (
        <Section
          title={t("criteria-title")}
          hint={t("criteria-hint")}
          {...(data.mayEdit && { actions: edit })}
        >
          <Card>
            <div className={list.rows}>
              {inUse.map((criterion) => (
                <Asked key={criterion.criterion} criterion={criterion} />
              ))}
            </div>
          </Card>
        </Section>
      )}
      {retired.length > 0 && (
        <Section title={t("criteria-retired")} hint={t("criteria-retired-hint")}>
          <ul className={list.rows}>
            {retired.map(({ criterion, what }) => (
              <li key={criterion} className={list.soft}>
                {what}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isEditing && (
        <EditCriteria vacancy={vacancy} start={inUse} onClose={() => setIsEditing(false)} />
      )}
    </>
  );
}
