import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { RetentionWeek } from "../ipc/generated/bindings";
import { renderScreen } from "../ipc/testing/renderScreen";
import { WeeksChart } from "./WeeksChart";

const weeks: RetentionWeek[] = [
  { from: "2026-11-24", count: 3, parts: [], rules: [{ rule: "RET-02", people: 3 }] },
  {
    from: "2026-11-30",
    count: 12,
    parts: [],
    rules: [
      { rule: "RET-02", people: 10 },
      { rule: "RET-14", people: 2 },
    ],
  },
  { from: "2026-12-07", count: 0, parts: [], rules: [] },
];

it("says in one sentence what the picture shows", async () => {
  await show();
  const sentence =
    "15 records go in the next 3 weeks, most of them, 12, in the week from 30 Nov 2026.";
  expect(screen.getByRole("figure", { name: sentence })).toBeDefined();
});

it("steps through the weeks by key", async () => {
  const { user } = await show();
  screen.getByRole("listbox").focus();
  await user.keyboard("{ArrowRight}");
  const [chosen] = screen.getAllByRole("option", { selected: true });
  expect(chosen?.getAttribute("aria-label")).toBe(
    "Week from 30 Nov 2026: 12 people (Ended without hire: 10, Never applied: 2)",
  );
  await user.keyboard("{End}");
  expect(screen.getByText("Week from 7 Dec 2026: nobody")).toBeDefined();
});

it("shows the same figures as a table", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: "Show as table" }));
  const row = screen.getByRole("row", { name: /30 Nov 2026/ });
  const figures = within(row)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);
  expect(figures, "in all, and by rule").toEqual(["12", "10", "2"]);
  expect(screen.getByRole("columnheader", { name: "Never applied" })).toBeDefined();
});

it("tells the rules apart by words, not by colour alone", async () => {
  await show();
  const legend = screen.getByRole("list");
  expect(
    within(legend)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["Ended without hire", "Never applied"]);
});

it("tells what goes by class, where parts of records go although the people stay", async () => {
  const [first, ...rest] = weeks;
  if (first === undefined) throw new Error("a week");
  const { user } = await show([{ ...first, parts: [{ class: "rightToWork", count: 2 }] }, ...rest]);
  await user.click(screen.getByRole("button", { name: "Show by class" }));
  expect(screen.getAllByRole("option")[0]?.getAttribute("aria-label")).toBe(
    "Week from 24 Nov 2026: 3 people, and 2 parts of records (Whole records: 3, Right-to-work check: 2)",
  );
  await user.click(screen.getByRole("button", { name: "Show by rule" }));
  expect(screen.getByText("Never applied")).toBeDefined();
});

it("saves the picture as a file of its own", async () => {
  const { user, asks } = await show();
  await user.click(screen.getByRole("button", { name: "Save picture" }));
  expect(await screen.findByText("The picture is saved")).toBeDefined();
  const [{ request } = { request: {} }] = asks("save_picture");
  const { of, svg } = request as { of: string; svg: string };
  expect(of).toBe("weeks");
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(drawn.querySelector("parsererror")).toBeNull();
  expect(drawn.querySelector("title")?.textContent).toBe("Records that go in the next 3 weeks");
  expect(svg).not.toMatch(/var\(|class=|href|url\(/);
});

async function show(shown = weeks) {
  const rendered = renderScreen(<WeeksChart weeks={shown} />);
  await screen.findByRole("figure");
  return rendered;
}
