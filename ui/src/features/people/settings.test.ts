import { expect, it } from "vitest";
import { problemsOf } from "./settings";

const GOOD = { panelGraceDays: 14, auditorDays: 90, trainingMonths: 24, trainingGraceDays: 0 };

it("takes every value within its bounds, and no other", () => {
  expect(problemsOf(GOOD)).toEqual([]);
  expect(problemsOf({ ...GOOD, trainingGraceDays: 30 })).toEqual([]);
  const ids = (draft: Parameters<typeof problemsOf>[0]) => problemsOf(draft).map(({ id }) => id);
  expect(ids({ ...GOOD, auditorDays: 91 })).toEqual(["auditorDays"]);
  expect(ids({ ...GOOD, trainingMonths: 5, panelGraceDays: 31 })).toEqual([
    "panelGraceDays",
    "trainingMonths",
  ]);
  expect(ids({ ...GOOD, trainingGraceDays: null })).toEqual(["trainingGraceDays"]);
});
