import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { RecordStrip as Strip } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RecordStrip } from "./RecordStrip";

const strip: Strip = {
  summary: "Erase on 14 May 2027, six months after the outcome of Press Officer.",
  eraseOn: "2027-05-14",
  due: false,
  because: [{ rule: "RET-02", sentence: "Six months after the decision." }],
  blockedBy: [],
  parts: [],
};

it("says when and why, with every rule behind Why", async () => {
  const { user } = renderScreen(
    <RecordStrip record={{ is: "shown", value: strip }} onReviewErasure={() => undefined} />,
  );
  expect(await screen.findByText(/^Erase on 14 May 2027/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Review erasure" })).toBeNull();
  await user.click(screen.getByRole("button", { name: /Why/ }));
  expect(await screen.findByText(/Six months after the decision/)).toBeDefined();
});

it("leads to the erasure once the day has come", async () => {
  const review = vi.fn();
  const { user } = renderScreen(
    <RecordStrip
      record={{ is: "shown", value: { ...strip, due: true } }}
      onReviewErasure={review}
    />,
  );
  await user.click(await screen.findByRole("button", { name: "Review erasure" }));
  expect(review).toHaveBeenCalledOnce();
});

it("shows a viewer who may not see the date that it is withheld, and by which rule", async () => {
  const because = "Interviewers see what they need to assess.";
  const { user } = renderScreen(
    <RecordStrip
      record={{ is: "withheld", rule: "A3", because }}
      onReviewErasure={() => undefined}
    />,
  );
  await user.click(await screen.findByRole("button", { name: /Why/ }));
  expect(await screen.findByText(because, { exact: false })).toBeDefined();
});

it("names each part that goes earlier, with its own day and reason", async () => {
  const check = {
    class: "rightToWork" as const,
    vacancyTitle: null,
    eraseOn: "2026-11-02",
    due: true,
    because: { rule: "RET-11", sentence: "It goes on the day of the outcome, 2 November 2026." },
  };
  const old = { ...check, class: "form" as const, vacancyTitle: "Cook", due: false };
  renderScreen(
    <RecordStrip
      record={{ is: "shown", value: { ...strip, parts: [check, old] } }}
      onReviewErasure={() => undefined}
    />,
  );
  expect(
    await screen.findByText(
      "Right-to-work check: due since 2 Nov 2026. It goes on the day of the outcome, 2 November 2026. (RET-11)",
    ),
  ).toBeDefined();
  expect(screen.getByText(/^Application, Cook: goes 2 Nov 2026\./)).toBeDefined();
});
