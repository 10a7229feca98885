import type {
  CandidateId,
  DisclosureId,
  DisclosureView,
  ErasureId,
  RecipientNoticeId,
  RecipientToTell,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { type FakeCandidate, TODAY } from "./model";
import { addDays } from "./people";
import { titleOf } from "./views";

type Disclosures = Pick<
  Answers,
  | "record_disclosure"
  | "take_back_disclosure"
  | "list_recipients"
  | "tell_recipient"
  | "save_notices"
>;

/** The fake's answers about what was given to somebody outside, and who is told that it was erased. */
export function disclosureCommands(fake: Fake): Disclosures {
  const find = (id: CandidateId): FakeCandidate =>
    fake.store.candidates.get(id) ?? refuse({ code: "notFound" });
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  return {
    record_disclosure: ({ candidate, application, purpose, classes, on }) => ({
      undo: fake.change("recordedDisclosure", () => {
        const of = find(candidate).applications.find(({ id }) => id === application);
        find(candidate).disclosures.push({
          disclosure: `disclosure-${fake.nextNumber()}` as DisclosureId,
          category: "recruiters",
          recipient: "Example Talent Ltd",
          purpose: purpose ?? "runProcess",
          classes,
          on,
          grounds: null,
          vacancyTitle: of === undefined ? null : titleOf(fake.store, of),
          recordedBy: by(),
          recordedAt: `${TODAY}T12:00:00Z`,
        });
      }),
    }),
    take_back_disclosure: ({ candidate, disclosure }) => {
      const one = find(candidate);
      one.disclosures = one.disclosures.filter((known) => known.disclosure !== disclosure);
      fake.emit("changed", null);
      return { undo: null };
    },
    list_recipients: () => ({ notices: fake.store.notices, mayTell: true }),
    tell_recipient: ({ notice, on }) => ({
      undo: fake.change("toldRecipient", () => {
        for (const one of fake.store.notices) {
          if (one.notice === notice) Object.assign(one, { toldOn: on, toldBy: by() });
        }
      }),
    }),
    save_notices: ({ preview }) => {
      const ids = fake.previews.get(preview) ?? refuse({ code: "stale" });
      return { saved: toTell(fake, ids).length };
    },
  };
}

/** Who is told if these are erased today. */
export function toTell(fake: Fake, candidates: readonly string[]): RecipientToTell[] {
  const recipients = new Map<string, RecipientToTell>();
  for (const id of candidates) {
    const counted = new Set<string>();
    for (const given of fake.store.candidates.get(id as CandidateId)?.disclosures ?? []) {
      const known = recipients.get(given.recipient) ?? fresh(given);
      if (!counted.has(given.recipient)) known.people += 1;
      counted.add(given.recipient);
      known.given.push({ on: given.on, purpose: given.purpose, number: 1 });
      recipients.set(given.recipient, known);
    }
  }
  return [...recipients.values()];
}

/** Lists who is told of an erasure that was done. */
export function listNotices(fake: Fake, erasure: ErasureId, recipients: RecipientToTell[]): void {
  for (const one of recipients) {
    fake.store.notices.unshift({
      notice: `notice-${erasure}-${fake.nextNumber()}` as RecipientNoticeId,
      toTell: one,
      because: "erasure",
      request: null,
      since: TODAY,
      again: false,
      daysLeft: 14,
      toldOn: null,
      toldBy: null,
    });
  }
}

const fresh = ({ category, recipient }: DisclosureView): RecipientToTell => ({
  category,
  recipient,
  people: 0,
  applications: 0,
  given: [],
  by: addDays(TODAY, 14),
});
