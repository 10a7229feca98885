import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ApplicationId, CandidateId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { AddToReserveDialog } from "./AddToReserveDialog";

const dialog = (
  <AddToReserveDialog
    candidate={"candidate-1" as CandidateId}
    name="Amina Khan"
    onClose={() => undefined}
  />
);
const eligible = {
  application: "application-1" as ApplicationId,
  vacancyTitle: "Press Officer",
  refused: null,
};

it("says plainly why nobody may be added, and offers nothing", async () => {
  const sentence = "The reserve list is for candidates whose application has ended.";
  renderScreen(dialog, {
    reserve_choices: () => ({
      applications: [{ ...eligible, refused: { rule: "RET-05", sentence } }],
      permissions: [],
    }),
  });
  expect(await screen.findByText("Amina Khan can’t go on the reserve list yet")).toBeDefined();
  expect(screen.getByText(sentence, { exact: false })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Add to reserve list" })).toBeNull();
});

it("does not add anyone without the record of their permission", async () => {
  const { user, asks } = renderScreen(dialog, {
    reserve_choices: () => ({ applications: [eligible], permissions: [] }),
  });
  await user.type(await screen.findByRole("textbox", { name: /Kept for/ }), "Press work");
  await user.click(screen.getByRole("button", { name: "Add to reserve list" }));

  const summary = screen.getByRole("alert");
  for (const problem of [
    "Enter the day they said yes",
    "Choose how they said it",
    "Enter where it can be seen",
  ]) {
    expect(within(summary).getByRole("button", { name: problem })).toBeDefined();
  }
  expect(asks("add_to_reserve")).toHaveLength(0);
});

it("shows the program's refusal in its own words and keeps what was typed", async () => {
  const sentence = "The permission was given before the outcome.";
  const permission = {
    permission: "permission-1",
    purpose: "reserveList",
    givenOn: "2026-11-01",
    months: 12,
    endsOn: "2027-11-01",
    live: true,
    means: "email",
    evidence: "e-mail of 1 November",
    wording: "May we?",
    withdrawnOn: null,
    recordedBy: "Rowan Ellis",
    recordedAt: "2026-11-01T10:00:00Z",
  };
  const { user } = renderScreen(dialog, {
    reserve_choices: () => ({ applications: [eligible], permissions: [permission as never] }),
    add_to_reserve: () => Promise.reject({ code: "refused", detail: { rule: "CON-05", sentence } }),
  });
  await user.click(await screen.findByRole("radio", { name: /Given on 1 Nov 2026/ }));
  await user.type(screen.getByRole("textbox", { name: /Kept for/ }), "Press work");
  await user.click(screen.getByRole("button", { name: "Add to reserve list" }));

  expect((await screen.findByRole("alert")).textContent).toContain(sentence);
  expect(screen.getByDisplayValue("Press work")).toBeDefined();
});
