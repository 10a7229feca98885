import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { STATISTICS } from "../../ipc/testing/statistics";
import { AccountabilityScreen } from "./AccountabilityScreen";

async function openFigures(answers = {}) {
  const view = renderScreen(<AccountabilityScreen />, answers);
  await view.user.click(await screen.findByRole("tab", { name: "Figures that remain" }));
  return view;
}

it("says where people came from, the most first, and which numbers are not shown and why", async () => {
  await openFigures();
  const table = await screen.findByRole("table", { name: "Where they came from" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    "Advert on a job site118",
    "Our website or form61",
    "Recruiter or agencyNot shown",
    "Current or former employeeNot shown",
  ]);
  expect(screen.getByText(/erased before Q4 2026/).textContent).toContain("fewer than 5");
});

it("shows the quarters to whoever asks", async () => {
  const view = await openFigures();
  const [quarters] = await screen.findAllByText("By quarter");
  if (quarters === undefined) throw new Error("nothing to open");
  await view.user.click(quarters);
  const table = screen.getByRole("table", { name: "Where they came from, by quarter" });
  expect(within(table).getByRole("rowheader", { name: "Q1 2026" })).toBeDefined();
});

it("says how figures come to be where there are none", async () => {
  const none = { columns: [], rows: [], total: null };
  await openFigures({
    read_statistics: () => ({ ...STATISTICS, bySource: none, byStage: none, byEnding: none }),
  });
  expect(await screen.findByText("No figures yet")).toBeDefined();
});
