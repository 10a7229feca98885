import { describe, expect, it } from "vitest";
import { asFailure } from "../ipc/call";
import type { IpcError, KeyFileFault, StoreProblem } from "../ipc/generated/bindings";
import { wordError, wordFailure, wordStoreProblem } from "./errors";

/* A record, so that a code added to the contract fails the type check until it is worded. */
const ERRORS: { [C in IpcError["code"]]: Extract<IpcError, { code: C }> } = {
  locked: { code: "locked" },
  refused: { code: "refused", detail: { rule: "S67", sentence: "No permission is recorded." } },
  notFound: { code: "notFound" },
  stale: { code: "stale" },
  invalid: { code: "invalid", detail: { fields: [{ field: "name", problem: "Enter a name." }] } },
  wrongPassphrase: { code: "wrongPassphrase" },
  keychain: { code: "keychain", detail: { fault: "locked" } },
  throttled: { code: "throttled", detail: { seconds: 30 } },
  store: { code: "store", detail: { problem: { kind: "full" } } },
  import: { code: "import", detail: { problem: "noHeader", sentence: "It has no headings." } },
  backup: { code: "backup", detail: { sentence: "There is something in that place already." } },
  unsaved: { code: "unsaved" },
  cancelled: { code: "cancelled" },
  internal: { code: "internal", detail: { incident: "F-17" } },
};

const PROBLEMS: { [K in StoreProblem["kind"]]: Extract<StoreProblem, { kind: K }> } = {
  inUse: { kind: "inUse" },
  notAStore: { kind: "notAStore" },
  damaged: { kind: "damaged" },
  keysDamaged: { kind: "keysDamaged" },
  keysForged: { kind: "keysForged" },
  keysOlder: { kind: "keysOlder" },
  keysCopy: { kind: "keysCopy", fault: "damaged" },
  subjectsDamaged: { kind: "subjectsDamaged" },
  rolledBack: { kind: "rolledBack", expected: 40, found: 31 },
  headDamaged: { kind: "headDamaged" },
  trial: { kind: "trial" },
  newer: { kind: "newer", found: 9, known: 4 },
  readOnly: { kind: "readOnly" },
  full: { kind: "full" },
  unreadable: { kind: "unreadable" },
  alreadyThere: { kind: "alreadyThere" },
};

const FAULTS = Object.keys({
  missing: 0,
  damaged: 0,
  forged: 0,
  foreign: 0,
  older: 0,
} satisfies Record<KeyFileFault, 0>) as KeyFileFault[];

/* What Fluent leaves where an argument is missing or a message unknown. */
const UNWORDED = /[{}]|app-|components-/;

describe("failures", () => {
  it.each(Object.values(ERRORS))("are worded: $code", (error) => {
    const { title, rest } = wordError(error);
    expect(`${title} ${rest}`).not.toMatch(UNWORDED);
    expect(title).toMatch(/\.$/);
    expect(rest.length).toBeGreaterThan(10);
  });

  it("differ from code to code", () => {
    const titles = Object.values(ERRORS).map((error) => wordError(error).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(Object.values(PROBLEMS))("of a store are worded: $kind", (problem) => {
    const { title, rest } = wordStoreProblem(problem);
    expect(`${title} ${rest}`).not.toMatch(UNWORDED);
    expect(rest).not.toBe("");
  });

  it.each(FAULTS)("of a key file with a copy are worded: %s", (fault) => {
    const { title, rest } = wordStoreProblem({ kind: "keysCopy", fault });
    expect(`${title} ${rest}`).not.toMatch(UNWORDED);
    expect(rest).toContain("Use the copy");
  });

  it("carry what the program said", () => {
    expect(wordError(ERRORS.refused).rest).toContain("No permission is recorded.");
    expect(wordError(ERRORS.throttled).rest).toContain("30 seconds");
    expect(wordError(ERRORS.internal).rest).toContain("F-17");
    expect(wordStoreProblem(PROBLEMS.newer).rest).toContain("up to 4");
  });

  it("of the framework become internal ones", () => {
    expect(asFailure("command x not found").error).toEqual({
      code: "internal",
      detail: { incident: "command x not found" },
    });
    expect(wordFailure(new Error("boom")).rest).toContain("boom");
  });
});
