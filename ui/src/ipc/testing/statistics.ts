import type { Statistics } from "../generated/bindings";

/** What remains of the people the fake has erased: two quarters, with little in one of them. */
export const STATISTICS: Statistics = {
  before: "2026-Q4",
  fewest: 5,
  bySource: {
    columns: [
      { of: { kind: "source", source: "website" }, total: 61 },
      { of: { kind: "source", source: "platformAdvert" }, total: 118 },
      { of: { kind: "source", source: "recruiter" }, total: null },
      { of: { kind: "source", source: "employeeReferral" }, total: null },
    ],
    rows: [
      { quarter: "2026-Q1", counts: [40, 71, null, null], total: 120 },
      { quarter: "2025-Q4", counts: [21, 47, null, null], total: 80 },
    ],
    total: 200,
  },
  byStage: {
    columns: [
      { of: { kind: "stage", stage: "applied" }, total: 141 },
      { of: { kind: "stage", stage: "interview" }, total: 48 },
      { of: { kind: "untold" }, total: 11 },
    ],
    rows: [
      { quarter: "2026-Q1", counts: [84, 30, 6], total: 120 },
      { quarter: "2025-Q4", counts: [57, 18, 5], total: 80 },
    ],
    total: 200,
  },
  byEnding: {
    columns: [
      {
        of: { kind: "outcome", outcome: { kind: "rejected", reason: "essentialCriteria" } },
        total: 132,
      },
      { of: { kind: "outcome", outcome: { kind: "withdrawn" } }, total: 57 },
      { of: { kind: "untold" }, total: 11 },
    ],
    rows: [
      { quarter: "2026-Q1", counts: [80, 34, 6], total: 120 },
      { quarter: "2025-Q4", counts: [52, 23, 5], total: 80 },
    ],
    total: 200,
  },
};
