import type { PersonName } from "../../ipc/generated/bindings";

/** A name as one reads it: title, given names, family name. */
export function fullName({ title, given, family }: PersonName): string {
  return [title, given, family].filter((part) => part !== null && part !== "").join(" ");
}

/** A name as one speaks of the person: without the title, given names as they like to be called. */
export function shortName({ given, family, preferred }: PersonName): string {
  return [preferred ?? given, family].filter((part) => part !== null && part !== "").join(" ");
}
