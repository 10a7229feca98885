import { describe, expect, it } from "vitest";
import { ticks } from "./scale";
import { monthMarks, summariseWeeks } from "./weeks";

const weeks = (...counts: number[]) =>
  counts.map((count, index) => ({
    from: new Date(Date.UTC(2026, 10, 24 + index * 7)).toISOString().slice(0, 10),
    count,
    parts: [],
    rules: [],
  }));

describe("summariseWeeks", () => {
  it("says so when nothing goes", () => {
    expect(summariseWeeks(weeks(0, 0, 0))).toEqual({ id: "charts-weeks-none", weeks: 3 });
  });

  it("names the one week in which the most go", () => {
    expect(summariseWeeks(weeks(1, 9, 4))).toEqual({
      id: "charts-weeks-summary",
      weeks: 3,
      total: 14,
      peak: 9,
      from: "2026-12-01",
    });
  });

  it("names the first week when several have as many", () => {
    expect(summariseWeeks(weeks(0, 2, 2))).toEqual({
      id: "charts-weeks-summary-even",
      weeks: 3,
      total: 4,
      from: "2026-12-01",
    });
  });
});

describe("monthMarks", () => {
  it("leaves out a month whose label would touch the next", () => {
    const days = weeks(1, 1, 1, 1, 1, 1, 1).map(({ from }) => from);
    expect(monthMarks(days).map((mark) => mark.index)).toEqual([1, 6]);
  });
});

describe("ticks", () => {
  it("covers the most in few round steps", () => {
    expect(ticks(9)).toEqual([0, 5, 10]);
    expect(ticks(214)).toEqual([0, 100, 200, 300]);
    expect(ticks(0)).toEqual([0, 1]);
  });
});
