import type {
  MessageChannel,
  MessageDirection,
  MessagePurpose,
  MessageView,
} from "../../ipc/generated/bindings";
import type { useText } from "../../text/text";

type Translate = ReturnType<typeof useText>;

/** What a message can be for, in the order in which they come up. */
export const PURPOSES: readonly MessagePurpose[] = [
  "applicationReceived",
  "moreInformation",
  "invitation",
  "outcome",
  "offer",
  "reply",
  "askPermission",
  "approach",
  "reserveList",
  "otherVacancies",
  "survey",
];

/** How a message can go, the commonest first. */
export const CHANNELS: readonly MessageChannel[] = [
  "email",
  "letter",
  "telephone",
  "inPerson",
  "text",
];

/** Which way it can go. */
export const DIRECTIONS: readonly MessageDirection[] = ["in", "out"];

/** A message in a few words: what came in is named by how it came, what went out by what it was for. */
export function messageWord(
  t: Translate,
  { direction, channel, purpose }: Pick<MessageView, "direction" | "channel" | "purpose">,
) {
  return direction === "in"
    ? t("correspondence-came", { channel })
    : t("correspondence-purpose", { purpose });
}
