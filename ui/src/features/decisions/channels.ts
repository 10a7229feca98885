import type { ContactChannel } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The ways somebody is told something or contacted, the commonest first. */
const CHANNELS: readonly ContactChannel[] = ["email", "phone", "post", "inPerson"];

/** A way of telling, in a sentence: `by e-mail`. */
export const channelWord = (channel: ContactChannel) => say("offers-channel", { channel });

/** The ways as choices, one first where it stands first: `By e-mail`. */
export function channelChoices(first: ContactChannel | null = null) {
  return [...CHANNELS]
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((id) => {
      const word = channelWord(id);
      return { id, label: word.charAt(0).toUpperCase() + word.slice(1) };
    });
}
