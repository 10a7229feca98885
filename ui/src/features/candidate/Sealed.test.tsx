import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  CandidateId,
  CandidateView,
  CompartmentView,
  SealedRecordId,
  SealedRow,
  SealedView,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Sealed } from "./Sealed";

const view = {
  candidate: "candidate-1" as CandidateId,
  name: { title: null, given: "Amina", family: "Khan", preferred: null },
} as CandidateView;

const row: SealedRow = {
  record: "record-1" as SealedRecordId,
  kind: "adjustments",
  status: { kind: "adjustmentNeeded", adjustments: ["extraTime"] },
  recordedOn: "2026-11-20",
  recordedBy: "Alex",
  purposes: ["arrangeAdjustments"],
  mayErase: true,
};

const health: CompartmentView = {
  compartment: "healthAndAdjustments",
  sealedTo: ["Alex"],
  because: null,
  told: true,
  records: [row],
};

function open(list: SealedView) {
  return renderScreen(<Sealed view={view} />, {
    list_sealed: () => list,
    open_sealed: () => ({
      content: { kind: "adjustments", adjustments: ["extraTime"], details: "Half as much again" },
    }),
  });
}

it("opens a record for a purpose only, and keeps nothing of it when it is closed", async () => {
  const { user, asks } = open({ compartments: [health], recordable: [] });
  await user.click(await screen.findByRole("button", { name: "Open: Extra time" }));
  const dialog = await screen.findByRole("dialog", { name: "Adjustments of Amina Khan" });
  await user.click(within(dialog).getByRole("button", { name: "Open" }));
  expect(asks("open_sealed")).toHaveLength(0);
  await user.click(within(dialog).getByRole("radio", { name: "Arrange what they need" }));
  await user.click(within(dialog).getByRole("button", { name: "Open" }));
  const opened = await screen.findByText("Half as much again");
  expect(asks("open_sealed").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", record: "record-1", purpose: "arrangeAdjustments" },
  ]);
  expect(opened).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByText("Half as much again")).toBeNull());
});

it("tells somebody without the key how it stands, to whom it is sealed, and why", async () => {
  const because = { rule: "ACC-03", sentence: "This is sealed." };
  const { user } = open({
    compartments: [
      { ...health, because, records: [{ ...row, purposes: [], mayErase: false }] },
      { ...health, compartment: "criminalRecordAndVetting", because, told: false, records: [] },
    ],
    recordable: [],
  });
  expect(await screen.findByText("Extra time")).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Open/ })).toBeNull();
  expect(screen.queryByText("Nothing recorded.")).toBeNull();
  expect(screen.getAllByText(/Sealed to Alex/)).toHaveLength(2);
  await user.click(
    screen.getByRole("button", { name: "Why can’t I see this? Criminal record and vetting" }),
  );
  expect(await screen.findByText(/ask somebody who holds the key/)).toBeDefined();
});

it("says what has to wait for an offer, and sends no record without what it needs", async () => {
  const { user, asks } = open({
    compartments: [health],
    recordable: [
      { kind: "vetting", because: null },
      { kind: "rightToWork", because: { rule: "COL-04", sentence: "From an offer on." } },
    ],
  });
  await user.click(await screen.findByRole("button", { name: "Seal a record" }));
  const dialog = await screen.findByRole("dialog", { name: "Seal a record of Amina Khan" });
  expect(within(dialog).queryByRole("radio", { name: /Right to work/ })).toBeNull();
  expect(within(dialog).getByRole("button", { name: "Why? Right to work" })).toBeDefined();
  await user.click(within(dialog).getByRole("radio", { name: /Security vetting/ }));
  await user.click(within(dialog).getByRole("button", { name: "Seal it" }));
  expect(within(dialog).getByRole("alert").textContent).toContain("Choose what came of it");
  expect(asks("add_sealed")).toHaveLength(0);
});
