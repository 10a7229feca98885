import type { ContactChannel } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The ways somebody is told something or contacted, the commonest first. */
export const CHANNELS: readonly ContactChannel[] = ["email", "phone", "post", "inPerson"];

/** A way of telling: `By e-mail`. */
export const channelWord = (channel: ContactChannel) => say("offers-channel", { channel });
