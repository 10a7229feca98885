import { expect, it } from "vitest";
import { listOf } from "./wordLists";

it("takes what stands between commas and lines, once each", () => {
  expect(listOf(" Media relations,Welsh\nmedia  relations,, ")).toEqual([
    "Media relations",
    "Welsh",
  ]);
  expect(listOf("  ")).toEqual([]);
});
