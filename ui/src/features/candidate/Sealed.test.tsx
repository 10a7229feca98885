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
  maySeeCopy: false,
  mayAddCopy: false,
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
      maySaveCopy: false,
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

const check: SealedRow = {
  ...row,
  kind: "rightToWork",
  status: { kind: "checked" },
  purposes: ["checkRightToWork", "handOver"],
};
const identity: CompartmentView = {
  ...health,
  compartment: "identityAndRightToWork",
  records: [check],
};

it("keeps a copy with a check, and says why a file is none", async () => {
  let taken = false;
  const { user, asks } = renderScreen(<Sealed view={view} />, {
    list_sealed: () => ({
      compartments: [{ ...identity, records: [{ ...check, mayAddCopy: true }] }],
      recordable: [],
    }),
    add_copy: () => {
      if (taken) return { added: 1, notTaken: [] };
      taken = true;
      return { added: 0, notTaken: [{ name: "notes.txt", because: "A copy is a picture." }] };
    },
  });
  await user.click(
    await screen.findByRole("button", { name: "Add a copy: Right to work: checked" }),
  );
  const dialog = await screen.findByRole("dialog", {
    name: "Add a copy: Right to work of Amina Khan",
  });
  await user.click(within(dialog).getByRole("button", { name: "Choose the file" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain(
    "notes.txt: A copy is a picture.",
  );
  await user.click(within(dialog).getByRole("button", { name: "Choose the file" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asks("add_copy").map(({ request }) => request)).toEqual([
    { of: { candidate: "candidate-1", record: "record-1" }, dropped: false },
    { of: { candidate: "candidate-1", record: "record-1" }, dropped: false },
  ]);
});

it("shows the copy of an opened check when it is asked for, and forgets it with the dialog", async () => {
  const { user, asks } = renderScreen(<Sealed view={view} />, {
    list_sealed: () => ({
      compartments: [{ ...identity, records: [{ ...check, maySeeCopy: true }] }],
      recordable: [],
    }),
    open_sealed: ({ purpose }) => ({
      content: {
        kind: "rightToWork",
        document: "passport",
        checkedOn: "2026-11-20",
        expiresOn: null,
      },
      maySaveCopy: purpose === "handOver",
    }),
  });
  const open = async (purpose: RegExp) => {
    await user.click(await screen.findByRole("button", { name: "Open: Right to work: checked" }));
    const dialog = await screen.findByRole("dialog", { name: "Right to work of Amina Khan" });
    await user.click(within(dialog).getByRole("radio", { name: purpose }));
    await user.click(within(dialog).getByRole("button", { name: "Open" }));
    await screen.findByText("British or Irish passport");
  };
  await open(/Check the right to work/);
  expect(asks("show_copy")).toHaveLength(0);
  expect(screen.queryByRole("button", { name: "Save the copy" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show the copy" }));
  expect(
    await screen.findByRole("img", { name: "The copy for Right to work, page 1 of 1" }),
  ).toBeDefined();
  expect(asks("show_copy").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", record: "record-1", purpose: "checkRightToWork", page: 1 },
  ]);
  await user.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByRole("img")).toBeNull());
  expect(asks("close_document").length).toBeGreaterThan(0);

  await open(/Hand their details over/);
  await user.click(screen.getByRole("button", { name: "Save the copy" }));
  expect(asks("save_copy").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", record: "record-1", purpose: "handOver" },
  ]);
});
