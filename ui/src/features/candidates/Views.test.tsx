import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { usePlace } from "../../app/places";
import type { SavedViewId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { CandidatesScreen } from "./CandidatesScreen";
import { usualShows } from "./useShows";

const AT_SIFT = {
  view: "view-1" as SavedViewId,
  name: "At sift",
  shows: {
    ...usualShows({ at: "candidates", stage: "sift" }),
    columns: ["name", "email"] as ("name" | "email")[],
  },
};

function Here() {
  const place = usePlace();
  return place.at === "candidates" ? (
    <CandidatesScreen key={JSON.stringify(place)} place={place} />
  ) : null;
}

function open(hash: string) {
  window.location.hash = hash;
  const rendered = renderScreen(<Here />);
  return rendered;
}

const headings = () =>
  screen
    .getAllByRole("columnheader")
    .map((heading) => heading.textContent)
    .filter((text) => text !== "");

it("saves what is shown under a name, without what was typed", async () => {
  const { user, asks } = open("#/candidates?stage=sift");
  await user.type(await screen.findByRole("searchbox"), "Khan");
  await user.click(screen.getByRole("button", { name: "Views" }));
  await user.click(screen.getByRole("menuitem", { name: "Save what is shown as a view…" }));
  await user.type(screen.getByRole("textbox", { name: /^Name/ }), "Khans at sift");
  await user.click(screen.getByRole("button", { name: "Save view" }));
  expect(await screen.findByRole("heading", { name: "Khans at sift" })).toBeDefined();
  const [{ request } = { request: {} }] = asks("save_view");
  expect(request).toMatchObject({
    view: null,
    name: "Khans at sift",
    shows: { filter: { stage: "sift", text: "" } },
  });
});

it("shows a view with its filter and columns, says when it is changed, and saves that", async () => {
  const { user, fake, asks } = open("#/candidates?view=view-1");
  fake.store.views = [AT_SIFT];
  fake.emit("changed", null);
  expect(await screen.findByRole("heading", { name: "At sift" })).toBeDefined();
  await waitFor(() => expect(headings()).toEqual(["Name", "E-mail"]));
  await user.click(screen.getByRole("button", { name: "Columns" }));
  const dialog = screen.getByRole("dialog");
  await user.click(within(dialog).getByRole("checkbox", { name: "Source" }));
  const left = within(dialog).getByRole("button", { name: "Move Source to the left" });
  left.focus();
  await user.keyboard("{Enter}");
  await user.click(within(dialog).getByRole("button", { name: "Done" }));
  expect(headings()).toEqual(["Name", "Source", "E-mail"]);
  await user.click(screen.getByRole("button", { name: "Views (changed)" }));
  await user.click(screen.getByRole("menuitem", { name: "Save changes to “At sift”" }));
  await screen.findByRole("button", { name: "Views" });
  expect(asks("save_view")[0]?.request).toMatchObject({
    view: "view-1",
    shows: { columns: ["name", "source", "email"] },
  });
});

it("deletes a view, and brings it back", async () => {
  const { user, fake } = open("#/candidates?view=view-2");
  const view = { ...AT_SIFT, view: "view-2" as SavedViewId };
  fake.store.views = [view];
  fake.emit("changed", null);
  await screen.findByRole("heading", { name: "At sift" });
  await user.click(screen.getByRole("button", { name: "Views" }));
  await user.click(screen.getByRole("menuitem", { name: "Delete this view" }));
  expect(await screen.findByRole("heading", { name: "Candidates" })).toBeDefined();
  expect(fake.store.views).toEqual([]);
  await user.click(screen.getByRole("button", { name: /^Undo/ }));
  await screen.findByText("Put the view back");
  expect(fake.store.views).toEqual([view]);
});
