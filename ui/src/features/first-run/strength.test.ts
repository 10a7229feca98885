import { describe, expect, it } from "vitest";
import { strengthOf } from "./strength";

describe("the strength of a passphrase", () => {
  it.each([
    ["", "empty"],
    ["short", "short"],
    ["aaaaaaaaaaaaaaaa", "repeats"],
    ["Wrenfield-2026!!", "fair"],
    ["orchard kettle seven moss", "good"],
  ])("of %j is %s", (passphrase, kind) => {
    expect(strengthOf(passphrase).kind).toBe(kind);
  });

  it("counts characters, not code units", () => {
    expect(strengthOf("🦊🦊").count).toBe(2);
  });
});
