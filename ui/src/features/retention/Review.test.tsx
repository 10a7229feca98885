import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RetentionScreen } from "./RetentionScreen";

let view: ReturnType<typeof renderScreen>;

beforeEach(() => {
  view = renderScreen(<RetentionScreen />);
});

const table = () =>
  screen.findByRole("table", {
    name: "Records that go within 30 days and that nobody has looked at",
  });

it("takes whoever was looked at off the list, and puts them back by undo", async () => {
  const [button] = within(await table()).getAllByRole("button", {
    name: /^Let it go: /,
  });
  const name = button?.closest("tr")?.querySelector("th")?.textContent ?? "";
  await view.user.click(button ?? document.body);

  expect(
    await screen.findByRole("group", { name: "Looked at. The record goes on its date" }),
  ).toBeDefined();
  await waitFor(() => expect(screen.queryByText(name)).toBeNull());

  await view.user.click(screen.getByText("Undo"));
  expect(await screen.findByText(name)).toBeDefined();
});

it("looks at all that are shown at once", async () => {
  const shown = within(await table()).getAllByRole("rowheader").length;
  await view.user.click(screen.getByRole("button", { name: /^Let these \d+ go on their dates/ }));

  expect(
    await screen.findByRole("group", { name: `Looked at. ${shown} records go on their dates` }),
  ).toBeDefined();
  expect(view.asks("review_records")[0]?.request).toHaveProperty("candidates.length", shown);
});
