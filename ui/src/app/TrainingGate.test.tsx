import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { refuse } from "../ipc/testing/fakeState";
import { renderScreen } from "../ipc/testing/renderScreen";
import { Palette } from "./Palette";
import type { PlaceName } from "./places";
import { TrainingGate } from "./TrainingGate";

const lapsed = (ask: string[]) => ({
  access: false,
  through: "2026-11-02",
  warnFrom: "2026-09-03",
  because: { rule: "ACC-07", sentence: "Take a refresher." },
  held: [],
  ask,
});

function open(at: PlaceName, ask: string[]) {
  renderScreen(
    <TrainingGate at={at}>
      <p>The screen</p>
    </TrainingGate>,
    { my_training: () => lapsed(ask) },
  );
}

it("puts the way back in the place of a screen, and names whom to ask", async () => {
  open("candidates", ["Robin", "Ash"]);
  expect(await screen.findByText(/counted until 2 Nov 2026/)).toBeTruthy();
  expect(screen.getByText(/ask Robin, Ash to record it/)).toBeTruthy();
  expect(screen.queryByText("The screen")).toBeNull();
});

it("tells HR who is alone how to get somebody to record theirs", async () => {
  open("today", []);
  expect(await screen.findByText(/Add a second HR administrator under People/)).toBeTruthy();
});

it("leaves the places open that lead back", async () => {
  open("people", []);
  expect(await screen.findByText("The screen")).toBeTruthy();
});

it("leaves the palette open to who may list nobody", async () => {
  const { user, asks } = renderScreen(
    <Palette onClose={() => undefined} onRun={() => undefined} onDialog={() => undefined} />,
    {
      list_candidates: () =>
        refuse({ code: "refused", detail: { rule: "ACC-07", sentence: "Take a refresher." } }),
    },
  );
  await screen.findByRole("dialog");
  await user.keyboard("People");
  await waitFor(() => expect(asks("list_candidates").length).toBeGreaterThan(0));
  expect(await screen.findByText("Go to People")).toBeTruthy();
});
