import { describe, expect, it } from "vitest";
import { daysBetween, daysLeft, lastDayWithin, showDate, showDateTime } from "./dates";

describe("dates", () => {
  it("are read in British order", () => {
    expect(showDate("2026-11-23")).toBe("23 Nov 2026");
    expect(showDate("2026-02-03")).toBe("3 Feb 2026");
  });

  it("of instants are London's, in summer too", () => {
    expect(showDateTime("2026-11-23T14:03:00Z")).toBe("23 Nov 2026, 14:03");
    expect(showDateTime("2026-06-30T23:30:00Z")).toBe("1 Jul 2026, 00:30");
  });

  it("count days across a change of the clocks", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });

  it("count the first and the last of so many", () => {
    expect(lastDayWithin("2026-11-23", 1)).toBe("2026-11-23");
    expect(lastDayWithin("2026-11-23", 90)).toBe("2027-02-20");
  });

  it("say how many days are left", () => {
    expect([-2, -1, 0, 1, 2].map(daysLeft)).toEqual([
      "2 days late",
      "1 day late",
      "Today",
      "Tomorrow",
      "2 days left",
    ]);
  });
});
