import { useState } from "react";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import { asFailure, call } from "../../ipc/call";
import type { VacancyView } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { VacancyFields } from "../vacancies/VacancyFields";
import { checkDraft, draftOf, requestOf } from "../vacancies/vacancyForm";

interface Props {
  view: VacancyView;
  onClose: () => void;
}

/** Changes a vacancy. Where someone else was quicker, both versions are shown and nothing typed is lost. */
export function EditVacancy({ view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const teams = useCommand("list_teams", {}).data?.teams ?? [];
  const edit = useAct("edit_vacancy", { errors: "caller" });
  const [draft, setDraft] = useState(() => draftOf(view));
  const [base, setBase] = useState(view);
  const isStale = base.revision !== view.revision && base !== view;

  const save = async () => {
    try {
      const { vacancy } = view;
      const done = await edit.mutateAsync({
        vacancy,
        revision: base.revision,
        ...requestOf(draft),
      });
      toast.show({
        message: t("vacancy-edit-saved", { title: draft.title.trim() }),
        undo: done.undo,
      });
      onClose();
    } catch (thrown) {
      if (asFailure(thrown).error.code !== "stale") throw thrown;
      setBase(await call("open_vacancy", { vacancy: view.vacancy }));
    }
  };

  return (
    <FormDialog
      title={t("vacancy-edit-title", { title: view.details.title })}
      isSheet
      onClose={onClose}
      onSubmit={save}
      validate={() => checkDraft(draft)}
      submit={t("vacancy-edit-save")}
      cancel={t("vacancy-end-cancel")}
    >
      {isStale && (
        <Notice tone="warn" title={t("vacancy-edit-stale-title")} isAlert>
          {t("vacancy-edit-stale", { title: base.details.title, team: base.team.name })}
        </Notice>
      )}
      <VacancyFields draft={draft} teams={teams} onChange={setDraft} />
    </FormDialog>
  );
}
