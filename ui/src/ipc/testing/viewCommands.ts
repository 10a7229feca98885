import type { SavedViewId } from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { PIPELINE } from "./pipeline";

type Views = Pick<
  Answers,
  "list_views" | "save_view" | "delete_view" | "read_pipeline" | "save_picture"
>;

/** The fake's answers about saved views and pictures. */
export function viewCommands(fake: Fake): Views {
  return {
    list_views: () => ({
      rows: [...fake.store.views].sort((one, other) => one.name.localeCompare(other.name)),
    }),
    save_view: ({ view, name, shows }) => {
      if (fake.store.views.some((one) => one.name === name && one.view !== view)) {
        const problem = "You have a view of this name. Choose another one.";
        return refuse({ code: "invalid", detail: { fields: [{ field: "name", problem }] } });
      }
      const saved = view ?? (`view-${fake.nextNumber()}` as SavedViewId);
      const kept = { ...shows, filter: { ...shows.filter, text: "" } };
      fake.store.views = [
        ...fake.store.views.filter((one) => one.view !== saved),
        { view: saved, name, shows: kept },
      ];
      fake.emit("changed", null);
      return { view: saved };
    },
    delete_view: ({ view }) => ({
      undo: fake.change("deletedView", () => {
        fake.store.views = fake.store.views.filter((one) => one.view !== view);
      }),
    }),
    read_pipeline: ({ vacancy }) => ({
      ...PIPELINE,
      permissions: vacancy === null ? PIPELINE.permissions : null,
    }),
    save_picture: () => ({ saved: true }),
  };
}
