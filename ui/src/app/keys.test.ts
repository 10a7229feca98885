import { describe, expect, it } from "vitest";
import type { CandidateId, VacancyId } from "../ipc/generated/bindings";
import { SHORTCUTS, shortcutFor } from "./keys";
import { href, type Place, placeAt } from "./places";

describe("shortcuts", () => {
  it("need the keys before them", () => {
    expect(shortcutFor("c", false, "g")).toBe("candidates");
    expect(shortcutFor("c", false, "")).toBeUndefined();
    expect(shortcutFor("k", true, "")).toBe("palette");
    expect(shortcutFor("k", false, "")).toBeUndefined();
    expect(shortcutFor("Z", true, "")).toBe("undo");
  });

  it("are each pressed in one way only", () => {
    const pressed = SHORTCUTS.flatMap(({ press }) =>
      press === undefined ? [] : [`${press.ctrl} ${press.after} ${press.key}`],
    );
    expect(new Set(pressed).size).toBe(pressed.length);
  });
});

describe("places", () => {
  const places: Place[] = [
    { at: "today" },
    { at: "candidates" },
    { at: "candidates", vacancy: "v 1" as VacancyId, retention: "due" },
    { at: "candidate", id: "a/b" as CandidateId },
    { at: "newCandidate", vacancy: "v1" as VacancyId },
    { at: "vacancy", id: "v1" as VacancyId, tab: "people" },
    { at: "newVacancy" },
    { at: "people" },
  ];

  it.each(places)("are found again by their address: $at", (place) => {
    expect(placeAt(href(place))).toEqual(place);
  });

  it("fall back to today", () => {
    expect(placeAt("#/nowhere")).toEqual({ at: "today" });
  });
});
