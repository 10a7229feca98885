import { expect, it } from "vitest";
import { payWords, penceOf } from "./payWords";

it("says an amount with its period, and words as they are", () => {
  expect(payWords({ kind: "amount", pence: 3_850_000, per: "year" })).toBe("£38,500 a year");
  expect(payWords({ kind: "amount", pence: 1_260, per: "hour" })).toBe("£12.60 an hour");
  expect(payWords({ kind: "words", words: "Band 4" })).toBe("Band 4");
});

it("reads an amount as people type it, and nothing else", () => {
  expect(penceOf("£38,500")).toBe(3_850_000);
  expect(penceOf(" 12.6 ")).toBe(1_260);
  for (const wrong of ["", "0", "about 30", "-5", "1.234", "99999999999"]) {
    expect(penceOf(wrong)).toBeNull();
  }
});
