import { useState } from "react";
import { useGo } from "../../app/places";
import { Menu, type MenuEntry } from "../../components/Menu";
import { useToast } from "../../components/Toast";
import type { SavedViewRow, ViewShows } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { asKept, isChanged, usualShows } from "./useShows";
import { ViewDialog } from "./ViewDialog";

interface Props {
  /** The view that is shown. */
  view: SavedViewRow | null;
  views: readonly SavedViewRow[];
  shows: ViewShows;
  onShow: (shows: ViewShows) => void;
}

const EVERYONE = "everyone";
const OWN = ["keep", "back", "rename", "delete", "save"] as const;

/** The saved views: go to one, save what is shown, rename and delete. */
export function ViewsMenu({ view, views, shows, onShow }: Props) {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const save = useAct("save_view");
  const remove = useAct("delete_view");
  const [dialog, setDialog] = useState<"save" | "rename" | null>(null);
  const changed = view !== null && isChanged(view, shows);

  const items: MenuEntry[] = [
    {
      id: EVERYONE,
      label: t("candidates-view-everyone"),
      icon: view === null ? "check" : "candidates",
    },
    ...views.map((one) => ({
      id: one.view,
      label: one.name,
      icon: one.view === view?.view ? ("check" as const) : ("view" as const),
    })),
    ...(changed
      ? [
          {
            id: "keep",
            label: t("candidates-view-keep", { name: view.name }),
            icon: "edit" as const,
          },
          { id: "back", label: t("candidates-view-back"), icon: "undo" as const },
        ]
      : []),
    { id: "save", label: t("candidates-view-save"), icon: "plus" as const },
    ...(view === null
      ? []
      : [
          { id: "rename", label: t("candidates-view-rename"), icon: "edit" as const },
          {
            id: "delete",
            label: t("candidates-view-delete"),
            icon: "trash" as const,
            danger: true,
          },
        ]),
  ];

  function act(what: (typeof OWN)[number]) {
    if (what === "save") setDialog("save");
    if (view === null) return;
    switch (what) {
      case "keep":
        save.mutate(
          { view: view.view, name: view.name, shows: asKept(shows) },
          { onSuccess: () => toast.show({ message: t("candidates-view-kept") }) },
        );
        break;
      case "back":
        onShow(view.shows);
        break;
      case "rename":
        setDialog("rename");
        break;
      case "delete":
        remove.mutate(
          { view: view.view },
          {
            onSuccess: ({ undo }) => {
              toast.show({ message: t("candidates-view-deleted", { name: view.name }), undo });
              go({ at: "candidates" });
            },
          },
        );
        break;
      case "save":
    }
  }

  return (
    <>
      <Menu
        label={t(changed ? "candidates-view-changed" : "candidates-views")}
        icon="view"
        items={items}
        onAction={(id) => {
          const chosen = views.find((one) => one.view === id);
          const what = OWN.find((one) => one === id);
          if (what !== undefined) act(what);
          else if (chosen !== undefined) go({ at: "candidates", view: chosen.view });
          else if (view !== null) go({ at: "candidates" });
          else onShow(usualShows({ at: "candidates" }));
        }}
      />
      {dialog !== null && (
        <ViewDialog
          view={dialog === "rename" ? view : null}
          shows={shows}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
