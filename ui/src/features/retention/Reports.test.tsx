import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { eraseOn, TODAY } from "../../ipc/testing/model";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { ErasureFlow } from "./ErasureFlow";
import { RetentionScreen } from "./RetentionScreen";

it("saves the report of an erasure in the form that is chosen", async () => {
  const view = renderScreen(<RetentionScreen />);
  await view.user.click(await screen.findByRole("button", { name: /^Preview erasure of/ }));
  const field = await screen.findByRole("textbox", { name: /^Type ERASE \d+ to go on/ });
  await view.user.type(
    field,
    /ERASE \d+/.exec(field.closest("form")?.textContent ?? "")?.[0] ?? "",
  );
  await view.user.click(screen.getByRole("button", { name: /^Erase \d+ people/ }));
  await view.user.click(await screen.findByRole("button", { name: "Save the report" }));
  await view.user.click(screen.getByRole("menuitem", { name: /^CSV/ }));

  expect(await screen.findByRole("group", { name: "Report saved" })).toBeDefined();
  expect(view.asks("save_report")[0]?.request).toMatchObject({
    of: { of: "erasure" },
    form: "csv",
  });

  await view.user.click(screen.getByRole("button", { name: "Done" }));
  const earlier = await screen.findByRole("table", { name: "Every erasure, latest first" });
  await view.user.click(within(earlier).getByRole("button", { name: "Save report" }));
  await view.user.click(screen.getByRole("menuitem", { name: /^PDF/ }));
  expect(view.asks("save_report")[1]?.request).toMatchObject({ form: "pdf" });
});

it("saves a report of a period whose days are in order, and the schedule", async () => {
  const view = renderScreen(<RetentionScreen />);
  await view.user.click(await screen.findByRole("button", { name: "Report for a period…" }));
  await view.user.click(await screen.findByRole("radio", { name: "JSON" }));
  await view.user.click(screen.getByRole("button", { name: "Save the report" }));
  expect(view.asks("save_report")[0]?.request).toEqual({
    of: { of: "period", from: `${TODAY.slice(0, 4)}-01-01`, to: TODAY },
    form: "json",
  });

  await view.user.click(await screen.findByRole("button", { name: "Retention schedule" }));
  await view.user.click(screen.getByRole("menuitem", { name: /^PDF/ }));
  expect(view.asks("save_report")[1]?.request).toEqual({ of: { of: "schedule" }, form: "pdf" });
});

it("offers a letter to the one person who was chosen, before they go", async () => {
  const Chosen = () => {
    const due = [...view.fake.store.candidates.values()].find((one) => isDue(eraseOn(one)));
    return due && <ErasureFlow candidates={[due.id]} onClose={() => {}} />;
  };
  const view = renderScreen(<Chosen />);
  await view.user.click(await screen.findByRole("button", { name: "Save a letter to them" }));
  expect(await screen.findByRole("group", { name: "Letter saved" })).toBeDefined();
  expect(view.asks("save_letter")).toHaveLength(1);
});

function isDue(date: string | null): boolean {
  return date !== null && date <= TODAY;
}
