import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { AccountabilityScreen } from "./AccountabilityScreen";

it("says of each promise how it is kept, and leads to what shows it", async () => {
  renderScreen(<AccountabilityScreen tab="promises" />);
  expect(await screen.findByText("2 promises. 1 of them has something overdue.")).toBeDefined();
  const shown = screen.getByRole("list", { name: "What shows S18" });
  const [kept, due] = within(shown).getAllByRole("link");
  expect(kept?.textContent).toBe("1 record is kept past its day, by a block that is named.");
  expect(due?.getAttribute("href")).toBe("#/retention/goes");
});

it("shows only what is overdue where that is asked for, and everything again", async () => {
  const { user } = renderScreen(<AccountabilityScreen tab="promises" />);
  await user.click(await screen.findByRole("button", { name: "Show only what is overdue" }));
  expect(screen.queryByText("S1")).toBeNull();
  expect(screen.getByText("S18")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Show every promise" }));
  expect(screen.getByText("S1")).toBeDefined();
});
