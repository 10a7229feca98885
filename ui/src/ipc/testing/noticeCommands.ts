import type {
  CandidateId,
  NoticeGivenView,
  NoticeItem,
  NoticeStandingView,
  NoticeText,
  NoticeVersionView,
  SourceCategory,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { type FakeCandidate, TODAY } from "./model";

type Notices = Pick<
  Answers,
  | "list_notice_versions"
  | "notice_choices"
  | "add_notice_version"
  | "give_notice"
  | "give_notice_to_many"
  | "exempt_from_notice"
  | "take_back_notice"
>;

const ITEMS: NoticeItem[] = ["controller", "purposes", "complaintToUs"];
const NOW = `${TODAY}T14:03:00Z`;
const FIRST: NoticeText = {
  text: "What we do with your details.",
  inForceFrom: "2024-07-08",
  contains: ["controller", "purposes"],
  related: ["Website privacy notice, version 3"],
};
const CHOICES = [{ version: 1, inForceFrom: FIRST.inForceFrom }];

/** How somebody stands with the notice. */
export function noticeOf({ notices, details }: FakeCandidate): NoticeStandingView {
  const isGiven = notices.length > 0;
  return {
    state: isGiven ? "given" : "overdue",
    sentence: isGiven
      ? "They were given the privacy notice, in time."
      : `Their details came on ${details.receivedOn}, and nothing says that they were given the privacy notice.`,
    given: [...notices].reverse(),
    versions: CHOICES,
  };
}

/** The fake's answers about the privacy notice. */
export function noticeCommands(fake: Fake): Notices {
  const versions: NoticeVersionView[] = [
    {
      version: 1,
      notice: FIRST,
      lacks: ["complaintToUs"],
      inForce: true,
      given: 12,
      addedBy: "Alex",
      addedAt: NOW,
    },
  ];
  const find = (id: CandidateId): FakeCandidate =>
    fake.store.candidates.get(id) ?? refuse({ code: "notFound" });
  const lacking = () => {
    const counts = new Map<SourceCategory, number>();
    for (const { notices, details } of fake.store.candidates.values()) {
      const { category } = details.source;
      if (notices.length === 0) counts.set(category, (counts.get(category) ?? 0) + 1);
    }
    return counts;
  };
  const record = (id: CandidateId, part: Partial<NoticeGivenView>) => ({
    undo: fake.change("recordedNotice", () => {
      find(id).notices.push({
        version: null,
        channel: null,
        exemption: null,
        reason: null,
        on: TODAY,
        recordedBy: fake.store.accounts[fake.viewer]?.name ?? "",
        recordedAt: NOW,
        ...part,
      });
    }),
  });
  return {
    list_notice_versions: () => {
      const counts = [...lacking()];
      return {
        versions,
        items: ITEMS,
        without: counts.reduce((sum, [, count]) => sum + count, 0),
        lacking: counts.map(([source, count]) => ({
          source,
          count,
          until: "2026-10-12",
          overdue: true,
        })),
        mayAdd: true,
        mayRecord: true,
      };
    },
    notice_choices: () => ({ versions: CHOICES }),
    add_notice_version: ({ seen, notice }) => {
      versions.unshift({
        version: seen + 1,
        notice,
        lacks: ITEMS.filter((item) => !notice.contains.includes(item)),
        inForce: notice.inForceFrom <= TODAY,
        given: 0,
        addedBy: "Alex",
        addedAt: NOW,
      });
      fake.emit("changed", null);
      return { undo: null };
    },
    give_notice: ({ candidate, version, on, channel }) =>
      record(candidate, { version, on, channel }),
    give_notice_to_many: ({ source, seen }) => {
      const given = lacking().get(source) ?? 0;
      if (given !== seen) return refuse({ code: "stale" });
      return { given, leftOut: 0 };
    },
    exempt_from_notice: ({ candidate, exemption, reason }) =>
      record(candidate, { exemption, reason }),
    take_back_notice: ({ candidate, version }) => {
      const one = find(candidate);
      one.notices = one.notices.filter((known) => known.version !== version);
      fake.emit("changed", null);
      return { undo: null };
    },
  };
}
