import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CandidateId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { CandidateScreen } from "../candidate/CandidateScreen";

const ANN = "candidate-1" as CandidateId;

it("says by when somebody is given the notice, records that they were, and takes it back", async () => {
  const { user, asks } = renderScreen(<CandidateScreen id={ANN} />);
  const panel = within(await screen.findByRole("region", { name: "Privacy notice" }));
  expect(panel.getByText("Not given")).toBeDefined();
  await user.click(panel.getByRole("button", { name: "Record the notice" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.queryAllByRole("radio", { checked: true })).toHaveLength(0);
  await user.click(dialog.getByRole("radio", { name: "By post" }));
  await user.click(dialog.getByRole("button", { name: "Record it" }));
  expect(dialog.getByRole("alert").textContent).toContain("Enter the day they were given it.");
  for (const [part, digits] of [
    ["day", "20"],
    ["month", "11"],
    ["year", "2026"],
  ] as const) {
    await user.click(dialog.getByRole("spinbutton", { name: new RegExp(`^${part}`) }));
    await user.keyboard(digits);
  }
  await user.click(dialog.getByRole("button", { name: "Record it" }));
  expect(asks("give_notice")[0]?.request).toMatchObject({
    version: 1,
    channel: "post",
    on: "2026-11-20",
  });
  expect(await panel.findByText("Given")).toBeDefined();
  await user.click(panel.getByRole("button", { name: /^Take back: Version 1/ }));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Take back" }),
  );
  expect(await panel.findByText("Not given")).toBeDefined();
});
