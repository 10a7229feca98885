import type { AccountRow, Compartment, Role } from "../../ipc/generated/bindings";

/** What a person can become: a role, or a member who directs a team. */
export type Post = Exclude<Role, "sweepTimer"> | "director";

/** The posts, in the order they are offered. */
export const POSTS: readonly Post[] = [
  "member",
  "director",
  "hrAdministrator",
  "dataProtectionOfficer",
  "auditor",
];

/** One thing that changes for a person with their post. */
export type Consequence =
  | { kind: "losesHr" }
  | { kind: "keysTaken"; keys: readonly Compartment[] }
  | { kind: "keysGiven"; keys: readonly Compartment[] }
  | { kind: "noKeys" }
  | { kind: "partsRest" }
  | { kind: "partsKept" }
  | { kind: "auditFirst" }
  | { kind: "partFirst" };

/** What changes for a person who becomes something else, given the keys that would come with the HR role. */
export function consequences(
  person: Pick<AccountRow, "role" | "sealed" | "vacancies">,
  post: Post,
  keysOfHr: readonly Compartment[],
): Consequence[] {
  const found: Consequence[] = [];
  if (post === "hrAdministrator") {
    const keys = keysOfHr.filter((one) => !person.sealed.includes(one));
    if (keys.length > 0) found.push({ kind: "keysGiven", keys });
    else if (person.sealed.length === 0) found.push({ kind: "noKeys" });
    return found;
  }
  if (person.role === "hrAdministrator") found.push({ kind: "losesHr" });
  if (person.sealed.length > 0) found.push({ kind: "keysTaken", keys: person.sealed });
  if (post === "auditor") found.push({ kind: "auditFirst" });
  const watches = post === "auditor" || post === "dataProtectionOfficer";
  if (person.vacancies > 0) found.push({ kind: watches ? "partsRest" : "partsKept" });
  else if (post === "member") found.push({ kind: "partFirst" });
  return found;
}
