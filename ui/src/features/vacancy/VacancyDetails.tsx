import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Facts } from "../../components/Facts";
import { Section } from "../../components/Section";
import type { VacancyView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { stageWord, vacancyKindWord } from "../../text/words";
import { CloseOutDialog } from "./CloseOutDialog";
import { EditVacancy } from "./EditVacancy";

interface Props {
  view: VacancyView;
}

/** What a vacancy is, with the ways to change it and to close it out. */
export function VacancyDetails({ view }: Props) {
  const t = useText();
  const [open, setOpen] = useState<"edit" | "closeOut" | null>(null);
  const { details, team, closedOutOn, may } = view;
  const mayEdit = may.includes("editVacancy");
  const facts = [
    { label: t("vacancy-details-title"), value: details.title },
    {
      label: t("vacancy-details-reference"),
      value: details.reference ?? t("vacancy-details-no-reference"),
    },
    { label: t("vacancy-details-kind"), value: vacancyKindWord(details.kind) },
    { label: t("vacancy-details-team"), value: team.name },
    { label: t("vacancy-details-opens"), value: showDate(details.opensOn) },
    {
      label: t("vacancy-details-closes"),
      value: details.closesOn === null ? t("vacancies-no-closing") : showDate(details.closesOn),
    },
    {
      label: t("vacancies-field-blind"),
      value:
        details.blindUntil === null
          ? t("vacancies-field-blind-no")
          : t("vacancies-field-blind-until", { stage: stageWord(details.blindUntil) }),
    },
    ...(closedOutOn === null
      ? []
      : [{ label: t("vacancy-details-closed-out"), value: showDate(closedOutOn) }]),
  ];
  return (
    <>
      <Section
        title={t("vacancy-tab-details")}
        {...(mayEdit && {
          actions: (
            <Button icon="edit" onPress={() => setOpen("edit")}>
              {t("vacancy-details-edit")}
            </Button>
          ),
        })}
      >
        <Card>
          <Facts facts={facts} />
        </Card>
      </Section>
      {mayEdit && closedOutOn === null && (
        <Section title={t("vacancy-close-out-section")} hint={t("vacancy-close-out-why")}>
          <Button onPress={() => setOpen("closeOut")}>{t("vacancy-close-out")}</Button>
        </Section>
      )}
      {open === "edit" && <EditVacancy view={view} onClose={() => setOpen(null)} />}
      {open === "closeOut" && <CloseOutDialog view={view} onClose={() => setOpen(null)} />}
    </>
  );
}
