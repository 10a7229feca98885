import type { PartCount, RetentionClass } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** What a part of a record is. */
export const partWord = (part: RetentionClass) => say("retention-part", { class: part });

/** How many parts of which class, in one phrase. */
export const partsInWords = (counts: readonly PartCount[]): string =>
  counts
    .map(({ class: part, count }) => say("retention-part-count", { class: part, count }))
    .join(", ");

/** How many parts in all. */
export const countParts = (counts: readonly PartCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
