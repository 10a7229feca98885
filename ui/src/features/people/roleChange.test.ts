import { expect, it } from "vitest";
import type { Compartment } from "../../ipc/generated/bindings";
import { consequences } from "./roleChange";

const KEYS: Compartment[] = ["identityAndRightToWork", "healthAndAdjustments"];
const member = { role: "member" as const, sealed: [], vacancies: 0 };
const hr = { role: "hrAdministrator" as const, sealed: KEYS, vacancies: 2 };

it("gives a new HR administrator the keys that whoever makes them one can give", () => {
  expect(consequences(member, "hrAdministrator", KEYS)).toEqual([
    { kind: "keysGiven", keys: KEYS },
  ]);
  expect(consequences(member, "hrAdministrator", [])).toEqual([{ kind: "noKeys" }]);
  expect(consequences(hr, "hrAdministrator", KEYS)).toEqual([]);
});

it("takes the keys from who leaves HR, and says what becomes of their parts", () => {
  const kinds = (post: Parameters<typeof consequences>[1]) =>
    consequences(hr, post, KEYS).map(({ kind }) => kind);
  expect(kinds("member")).toEqual(["losesHr", "keysTaken", "partsKept"]);
  expect(kinds("dataProtectionOfficer")).toEqual(["losesHr", "keysTaken", "partsRest"]);
  expect(kinds("auditor")).toEqual(["losesHr", "keysTaken", "auditFirst", "partsRest"]);
});

it("says that a member without a part sees nobody yet", () => {
  expect(consequences(member, "member", KEYS)).toEqual([{ kind: "partFirst" }]);
  expect(consequences(member, "director", KEYS)).toEqual([]);
});
