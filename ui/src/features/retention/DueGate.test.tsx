import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { PlaceName } from "../../app/places";
import type { ErasureId, ErasureReceipt, RetentionOverview } from "../../ipc/generated/bindings";
import { type Instead, renderScreen } from "../../ipc/testing/renderScreen";
import { DueGate } from "./DueGate";

const overview: RetentionOverview = {
  today: "2026-11-23",
  due: 3,
  blocked: 0,
  kept: [],
  parts: [],
  weeks: [],
  later: 0,
  laterParts: 0,
  noDate: 0,
  erasures: [],
  mayErase: true,
  clock: { is: "sound" },
  atSignIn: false,
};

const receipt: ErasureReceipt = {
  erasure: "erasure-1" as ErasureId,
  at: "2026-11-23T09:00:00Z",
  people: 3,
  parts: 0,
  partsByClass: [],
  recipients: [],
  left: 0,
  rules: [{ rule: "RET-02", people: 3 }],
  dueSince: "2026-11-20",
  daysLate: 3,
  verified: true,
  pages: 40,
  files: 6,
  searched: 21,
  found: 0,
  elsewhere: { files: 2, kilobytes: 1, skipped: 0 },
};

function open(
  changes: Partial<RetentionOverview> = {},
  at: PlaceName = "candidates",
  instead: Instead = {},
) {
  return renderScreen(
    <DueGate at={at}>
      <p>The screen</p>
    </DueGate>,
    { retention_overview: () => ({ ...overview, ...changes }), ...instead },
    { sample: false },
  );
}

it("asks before anybody is listed, and opens the screen when it is put off", async () => {
  const { user } = open();
  await screen.findByRole("heading", { name: "Due for erasure" });
  expect(screen.queryByText("The screen")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Not now" }));
  expect(screen.getByText("The screen")).toBeDefined();
});

it("leads to the preview, and nobody goes by a press alone", async () => {
  const { user, asks } = open();
  await user.click(await screen.findByRole("button", { name: "Review and erase now" }));
  await screen.findByRole("textbox", { name: /^Type ERASE/ });
  expect(asks("erase")).toHaveLength(0);
});

it("shows the screen where nobody is due or the clock is not believed", async () => {
  open({ due: 0 });
  expect(await screen.findByText("The screen")).toBeDefined();
});

it("keeps out of the way of a clock that was set back", async () => {
  open({ clock: { is: "setBack", why: { rule: "T-07", sentence: "Set the clock." } } });
  expect(await screen.findByText("The screen")).toBeDefined();
});

it("leaves the places open that list nobody", async () => {
  open({}, "people");
  expect(await screen.findByText("The screen")).toBeDefined();
});

it("erases without asking where the organisation chose so, and shows the proof", async () => {
  const { user, asks } = open({ atSignIn: true }, "candidates", {
    sweep_at_sign_in: () => ({ receipt }),
  });
  expect(await screen.findByText("Checked: nothing of them is left")).toBeDefined();
  expect(screen.getByText("3 days: the first was due since 20 Nov 2026")).toBeDefined();
  expect(screen.getByText("2 files of the window, the log and temporary files")).toBeDefined();
  expect(asks("sweep_at_sign_in")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.getByText("The screen")).toBeDefined();
});

it("goes on where somebody else was quicker", async () => {
  const { asks } = open({ atSignIn: true }, "candidates", {
    sweep_at_sign_in: () => ({ receipt: null }),
  });
  expect(await screen.findByText("The screen")).toBeDefined();
  await waitFor(() => expect(asks("sweep_at_sign_in")).toHaveLength(1));
});
