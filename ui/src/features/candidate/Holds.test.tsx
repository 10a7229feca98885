import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CandidateId, CandidateView, HoldId, HoldView } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Holds } from "./Holds";

const hold: HoldView = {
  hold: "hold-1" as HoldId,
  application: null,
  reason: "claim",
  reference: "Case 6000123/2026",
  placedOn: "2026-08-01",
  placedBy: "Alex",
  reviewBy: "2026-11-01",
  releasedOn: null,
  releasedBy: null,
  notReleased: null,
};

function open(holds: HoldView[]) {
  const view = {
    candidate: "candidate-1" as CandidateId,
    name: { title: null, given: "Amina", family: "Khan", preferred: null },
    applications: [],
    holds: { is: "shown", value: { holds, reviewBy: "2027-02-23" } },
    may: ["manageHolds"],
  } as unknown as CandidateView;
  return renderScreen(<Holds view={view} />, {
    place_hold: () => ({ undo: null }),
    release_hold: () => ({ undo: null }),
  });
}

it("places a hold for a reason only, with the review that is proposed", async () => {
  const { user, asks } = open([]);
  await user.click(await screen.findByRole("button", { name: "Place a hold" }));
  const dialog = await screen.findByRole("dialog", {
    name: "Keep the record of Amina Khan by a legal hold",
  });
  await user.click(within(dialog).getByRole("button", { name: "Place hold" }));
  expect(asks("place_hold")).toHaveLength(0);
  await user.click(within(dialog).getByRole("radio", { name: "A claim was made" }));
  await user.click(within(dialog).getByRole("button", { name: "Place hold" }));
  expect(asks("place_hold").map(({ request }) => request)).toEqual([
    {
      candidate: "candidate-1",
      application: null,
      details: { reason: "claim", reference: null, reviewBy: "2027-02-23" },
    },
  ]);
});

it("lets a second person release it, after a question, and says that its review is late", async () => {
  const { user, asks } = open([hold]);
  expect(await screen.findByText("Review overdue")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Release the hold: A claim was made" }));
  expect(asks("release_hold")).toHaveLength(0);
  await user.click(await screen.findByRole("button", { name: "Release hold" }));
  expect(asks("release_hold").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", hold: "hold-1" },
  ]);
});

it("offers no release to whoever placed it, and says whom to ask", async () => {
  const sentence = "You placed this hold, so somebody else releases it.";
  open([{ ...hold, notReleased: { rule: "ACC-10", sentence } }]);
  expect(await screen.findByText(sentence)).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Release/ })).toBeNull();
});
