import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { AccountabilityScreen } from "./AccountabilityScreen";

it("lists what was done under its day, and says that the chain is whole", async () => {
  renderScreen(<AccountabilityScreen />);
  expect(await screen.findByText("Checked: the journal is whole, 230 entries")).toBeDefined();
  expect(await screen.findByRole("heading", { level: 3, name: /^Today, / })).toBeDefined();
  const [first] = await screen.findAllByRole("listitem");
  if (first === undefined) throw new Error("no entry");
  expect(first.textContent).toContain("Added a candidate");
});

it("asks the program for what is chosen, and can show the whole again", async () => {
  const view = renderScreen(<AccountabilityScreen />);
  await view.user.click(await screen.findByRole("button", { name: /What was done/ }));
  await view.user.click(screen.getByRole("option", { name: "Erasures" }));
  expect(await screen.findByText("Nothing fits")).toBeDefined();
  expect(view.asks("read_journal").at(-1)?.request).toMatchObject({
    kind: "erasure",
    before: null,
  });
  await view.user.click(screen.getByRole("button", { name: "Show the whole journal" }));
  expect(await screen.findByRole("heading", { level: 3, name: /^Today, / })).toBeDefined();
});

it("reads on from the last entry, without a gap", async () => {
  const view = renderScreen(<AccountabilityScreen />);
  await view.user.click(await screen.findByRole("button", { name: "Show earlier entries" }));
  await screen.findByText("Checked: the journal is whole, 230 entries");
  expect(view.asks("read_journal").at(-1)?.request).toMatchObject({ before: 131 });
});

it("says so where the chain is broken, and what to do", async () => {
  renderScreen(<AccountabilityScreen />, { check_journal: () => ({ entries: 230, brokenAt: 17 }) });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Entry 17 of the journal does not follow");
  expect(within(alert).getByText(/Copy the store’s folder/)).toBeDefined();
});
