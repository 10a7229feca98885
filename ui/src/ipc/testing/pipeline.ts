import type { PipelineView } from "../generated/bindings";

/** A pipeline with everything a picture can have to say: counts, steps that are hidden, and stays. */
export const PIPELINE: PipelineView = {
  fewest: 5,
  funnel: [
    { step: "applied", count: 240 },
    { step: "sift", count: 180 },
    { step: "shortlisted", count: 96 },
    { step: "interview", count: 40 },
    { step: "offer", count: null },
    { step: "hired", count: 9 },
  ],
  stays: [
    { stage: "applied", length: { lower: 1, median: 4, upper: 9 } },
    { stage: "sift", length: { lower: 3, median: 12, upper: 20 } },
    { stage: "shortlisted", length: { lower: 0, median: 1, upper: 2 } },
    { stage: "interview", length: { lower: 4, median: 8, upper: 15 } },
    { stage: "offer", length: null },
  ],
  sources: {
    total: { exactly: 240 },
    sources: [
      { source: "platformAdvert", figure: { exactly: 120 } },
      { source: "website", figure: { exactly: 109 } },
      { source: "recruiter", figure: "fiveOrMore" },
      { source: "survey", figure: "fewerThanFive" },
    ],
  },
  permissions: {
    total: { exactly: 31 },
    months: [
      { from: "2026-11-23", figure: { exactly: 0 } },
      { from: "2026-12-01", figure: { exactly: 12 } },
      { from: "2027-01-01", figure: { exactly: 8 } },
      { from: "2027-02-01", figure: "fewerThanFive" },
      { from: "2027-03-01", figure: "fiveOrMore" },
    ],
  },
};
