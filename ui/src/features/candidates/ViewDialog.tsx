import { useState } from "react";
import { useGo } from "../../app/places";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { SavedViewRow, ViewShows } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { asKept } from "./useShows";

interface Props {
  /** The view to rename; none to save another one. */
  view: SavedViewRow | null;
  shows: ViewShows;
  onClose: () => void;
}

/** Gives what the list shows a name, or a view another one. */
export function ViewDialog({ view, shows, onClose }: Props) {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const save = useAct("save_view", { errors: "caller" });
  const [name, setName] = useState(view?.name ?? "");

  async function submit() {
    const saved = await save.mutateAsync({
      view: view?.view ?? null,
      name,
      // A new name is for the view as it was saved, whatever is tried out meanwhile.
      shows: view?.shows ?? asKept(shows),
    });
    toast.show({ message: t(view === null ? "candidates-view-saved" : "candidates-view-renamed") });
    onClose();
    if (view === null) go({ at: "candidates", view: saved.view });
  }

  return (
    <FormDialog
      title={t(view === null ? "candidates-view-save-title" : "candidates-view-rename-title")}
      onClose={onClose}
      onSubmit={submit}
      validate={() =>
        name.trim() === "" ? [{ field: "name", problem: t("candidates-view-nameless") }] : []
      }
      submit={t(view === null ? "candidates-view-save-do" : "candidates-view-rename-do")}
      cancel={t("candidates-view-cancel")}
    >
      <Field
        label={t("candidates-view-name")}
        hint={t("candidates-view-name-hint")}
        name="name"
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
      />
      {view === null && <p>{t("candidates-view-what")}</p>}
    </FormDialog>
  );
}
