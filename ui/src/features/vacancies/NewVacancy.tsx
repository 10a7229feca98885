import { useState } from "react";
import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Form } from "../../components/Form";
import { PageHeader } from "../../components/PageHeader";
import { useToast } from "../../components/Toast";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Vacancies.module.css";
import { VacancyFields } from "./VacancyFields";
import { checkDraft, NEW_TEAM, newDraft, requestOf } from "./vacancyForm";

/** Adds a vacancy, and goes to it. */
export function NewVacancy() {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const { today } = useSession();
  const teams = useCommand("list_teams", {}).data?.teams;
  const add = useAct("add_vacancy", { errors: "caller" });
  const [typed, setTyped] = useState<ReturnType<typeof newDraft> | null>(null);

  if (teams === undefined) return null;
  // Without a team there is nothing to choose from, so the name of the first is asked for at once.
  const draft = typed ?? newDraft(today, teams.length === 0 ? NEW_TEAM : null);

  const save = async () => {
    const added = await add.mutateAsync(requestOf(draft));
    toast.show({ message: t("vacancies-added", { title: draft.title.trim() }), undo: added.undo });
    go({ at: "vacancy", id: added.vacancy, tab: "people" });
  };

  return (
    <div className={styles.narrow}>
      <PageHeader
        title={t("vacancies-new-title")}
        subtitle={t("vacancies-new-lede")}
        back={{ label: t("vacancies-title"), place: { at: "vacancies" } }}
      />
      <Form
        label={t("vacancies-new-title")}
        onSubmit={save}
        validate={() => checkDraft(draft)}
        actions={
          <>
            <Button type="submit" variant="primary">
              {t("vacancies-new-save")}
            </Button>
            <Button variant="plain" onPress={() => go({ at: "vacancies" })}>
              {t("vacancies-new-cancel")}
            </Button>
          </>
        }
      >
        <VacancyFields draft={draft} teams={teams} onChange={setTyped} />
      </Form>
    </div>
  );
}
