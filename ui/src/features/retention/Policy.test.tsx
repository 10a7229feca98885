import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RetentionScreen } from "./RetentionScreen";

const UNSUCCESSFUL = "After an unsuccessful application, in months";

async function open() {
  const view = renderScreen(<RetentionScreen />);
  await view.user.click(await screen.findByRole("tab", { name: "Policy" }));
  return view;
}

async function change(months: string) {
  const view = await open();
  await view.user.click(await screen.findByRole("button", { name: "Change periods" }));
  const field = await screen.findByRole("textbox", { name: UNSUCCESSFUL });
  await view.user.clear(field);
  await view.user.type(field, months);
  await view.user.click(screen.getByRole("button", { name: "What if…" }));
  return view;
}

it("says how long each kind of record is kept, and within which bounds", async () => {
  await open();
  expect(await screen.findByText("After an unsuccessful application")).toBeDefined();
  const allowed = "1 to 6 months are allowed, 6 unless you choose (rule RET-02).";
  expect(screen.getByText(allowed)).toBeDefined();
  const versions = screen.getByRole("table", { name: /^Every version/ });
  expect(within(versions).getByText("What the notice promises")).toBeDefined();
});

it("shows what would change before anything is set", async () => {
  const view = await change("3");
  expect(await screen.findByRole("heading", { name: "What would change" })).toBeDefined();
  expect(screen.getByText("After an unsuccessful application: 6 months → 3 months")).toBeDefined();
  expect(screen.getByText("A shorter period applies at once to everyone")).toBeDefined();
  expect(screen.getByRole("figure", { name: /^In the next 26 weeks/ })).toBeDefined();
  expect(view.asks("set_retention_policy")).toHaveLength(0);

  await view.user.click(screen.getByRole("button", { name: "Set this policy" }));
  expect(await screen.findByText("Periods in use: version 2")).toBeDefined();
  expect(view.asks("set_retention_policy")[0]?.request).toMatchObject({
    version: 1,
    values: { unsuccessfulMonths: 3 },
    reason: null,
  });
});

it("refuses what would break the notice, by its rule, and asks nothing", async () => {
  const view = await change("7");
  expect((await screen.findByRole("alert")).textContent).toContain(
    "More than 6 months would break the notice; a new notice must come first (rules RET-02 and NTC-02).",
  );
  expect(view.asks("what_if_policy")).toHaveLength(0);
});

it("says so when nothing was changed", async () => {
  const view = await change("6");
  expect((await screen.findByRole("alert")).textContent).toContain("Change one first");
  expect(view.asks("what_if_policy")).toHaveLength(0);
});

it("wants a reason for what gets longer", async () => {
  const view = await open();
  await view.user.click(await screen.findByRole("button", { name: "Change periods" }));
  const field = await screen.findByRole("textbox", { name: "Health and adjustments, in months" });
  await view.user.clear(field);
  await view.user.type(field, "2");
  await view.user.click(screen.getByRole("button", { name: "What if…" }));
  await screen.findByText("A longer period applies only to what comes in from today");
  await view.user.click(screen.getByRole("button", { name: "Set this policy" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Say why");
  expect(view.asks("set_retention_policy")).toHaveLength(0);

  await view.user.type(screen.getByRole("textbox", { name: /^Reason/ }), "Claims come in late");
  await view.user.click(screen.getByRole("button", { name: "Set this policy" }));
  expect(await screen.findByText("Claims come in late")).toBeDefined();
});

it("lets those who do not set it read it", async () => {
  const view = renderScreen(<RetentionScreen />, {});
  view.fake.viewer = view.fake.store.accounts.findIndex(({ role }) => role === "member");
  await view.user.click(await screen.findByRole("tab", { name: "Policy" }));
  expect(await screen.findByText("HR sets these.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Change periods" })).toBeNull();
});
