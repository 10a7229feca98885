import type {
  NoticeChannel,
  NoticeChoice,
  NoticeExemption,
  NoticeItem,
  SourceCategory,
} from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";
import { isDirect } from "../../text/words";

/** The ways somebody can be given the notice, the commonest first. */
export const CHANNELS: readonly NoticeChannel[] = ["form", "email", "post", "inPerson"];

/** What excuses it where somebody else gave the details; what came from the person has the first alone. */
const EXEMPTIONS: readonly NoticeExemption[] = [
  "hasIt",
  "law",
  "secrecy",
  "disproportionate",
  "defeatsPurpose",
];

/** What can excuse it, by where the details came from. */
export const exemptionsOf = (source: SourceCategory | null) =>
  source !== null && isDirect(source) && source !== "survey" ? EXEMPTIONS.slice(0, 1) : EXEMPTIONS;

/** What a notice has to say, in words. */
export const itemWord = (item: NoticeItem) => say("notices-item", { item });
/** How somebody was given it, in words. */
export const channelWord = (channel: NoticeChannel) => say("notices-channel", { channel });
/** Why somebody need not be given it, in words. */
export const exemptionWord = (exemption: NoticeExemption) =>
  say("notices-exemption", { exemption });

/** Versions to choose from. */
export const versionChoices = (versions: readonly NoticeChoice[]) =>
  versions.map(({ version, inForceFrom }) => ({
    id: String(version),
    label: say("notices-choice", { version, date: showDate(inForceFrom) }),
  }));

/** The latest version that was in force on a day; nothing where none was. */
export const inForceOn = (versions: readonly NoticeChoice[], day: string) =>
  versions.find(({ inForceFrom }) => inForceFrom <= day)?.version ?? null;
