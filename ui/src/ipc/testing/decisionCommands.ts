import type {
  ApplicationId,
  CandidateId,
  OfferId,
  OfferMay,
  OfferState,
  OfferView,
  ReserveContactId,
  VacancyId,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { type FakeApplication, type FakeReserve, NOW, TODAY } from "./model";
import { endsOn, isLive, nameOf } from "./views";

type Decisions = Pick<
  Answers,
  | "read_decisions"
  | "write_offer"
  | "approve_offer"
  | "make_offer"
  | "answer_offer"
  | "tell_outcome"
  | "reserve_matches"
  | "describe_role"
  | "change_reserve_place"
  | "renew_reserve_place"
  | "record_contact"
  | "answer_contact"
>;

/** The fake's answers about offers, what candidates are told, and the reserve list at work. */
export function decisionCommands(fake: Fake): Decisions {
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  const candidate = (id: CandidateId) =>
    fake.store.candidates.get(id) ?? refuse({ code: "notFound" });

  function kept(application: ApplicationId) {
    const found = fake.store.decisions.get(application) ?? { offers: [], told: [] };
    fake.store.decisions.set(application, found);
    return found;
  }

  function find(application: ApplicationId): FakeApplication {
    for (const one of fake.store.candidates.values()) {
      const found = one.applications.find(({ id }) => id === application);
      if (found !== undefined) return found;
    }
    return refuse({ code: "notFound" });
  }

  function step(
    application: ApplicationId,
    { offer, revision }: { offer: OfferId; revision: number },
    change: (view: OfferView) => void,
  ) {
    return fake.change("changedOffer", () => {
      const view = kept(application).offers.find((one) => one.offer === offer);
      if (view === undefined || view.revision !== revision) return refuse({ code: "stale" });
      change(view);
      Object.assign(view, { revision: revision + 1, may: mayOf(view.state) });
    });
  }

  const approvers = (vacancy: VacancyId) =>
    (fake.store.vacancies.get(vacancy)?.people ?? [])
      .filter(({ relation }) => relation === "approver")
      .map(({ account }) => fake.store.accounts.find((one) => one.account === account)?.name ?? "");

  return {
    read_decisions: ({ candidate: id }) => ({
      applications: candidate(id).applications.map((one) => {
        const { offers, told } = kept(one.id);
        const isOpen = offers.some(({ state }) => OPEN.includes(state));
        return {
          application: one.id,
          offers: { is: "shown", value: [...offers].reverse() },
          approvers: approvers(one.vacancy),
          told: { is: "shown", value: [...told].reverse() },
          mayOffer: one.outcome === null && !isOpen,
          mayTell: one.outcome !== null,
        };
      }),
    }),
    write_offer: ({ application, change, terms }) => {
      const { vacancy } = find(application);
      const state: OfferState = approvers(vacancy).length > 0 ? "awaitingApproval" : "drafted";
      if (change !== null) {
        return {
          undo: step(application, change, (view) =>
            Object.assign(view, { terms, state, decidedBy: null, decidedOn: null }),
          ),
        };
      }
      return {
        undo: fake.change("changedOffer", () => {
          kept(application).offers.push({
            offer: `offer-${fake.nextNumber()}` as OfferId,
            revision: 1,
            terms,
            state,
            writtenBy: by(),
            writtenAt: NOW,
            decidedBy: null,
            decidedOn: null,
            madeOn: null,
            answeredOn: null,
            may: mayOf(state),
          });
        }),
      };
    },
    approve_offer: ({ application, offer, decision }) => {
      step(application, offer, (view) =>
        Object.assign(view, { state: decision, decidedBy: by(), decidedOn: TODAY }),
      );
      return { undo: null };
    },
    make_offer: ({ application, offer, on }) => ({
      undo: step(application, offer, (view) => {
        Object.assign(view, { state: "made", madeOn: on });
        find(application).stage = "offer";
      }),
    }),
    answer_offer: ({ application, offer, answer, on }) => ({
      undo: step(application, offer, (view) => {
        Object.assign(view, { state: answer, answeredOn: on });
        if (answer === "withdrawn") return;
        const kind = answer === "accepted" ? "hired" : "offerDeclined";
        find(application).outcome = { how: { kind }, on };
      }),
    }),
    tell_outcome: ({ application, on, channel, words }) => ({
      undo: fake.change("toldOutcome", () => {
        kept(application).told.push({
          toldOn: on,
          channel,
          words,
          recordedBy: by(),
          recordedAt: NOW,
        });
      }),
    }),
    reserve_matches: ({ vacancy }) => {
      const details = fake.store.vacancies.get(vacancy)?.details ?? refuse({ code: "notFound" });
      const asks = fake.store.asks.get(vacancy) ?? {
        family: null,
        skills: [],
        place: null,
        arrangement: null,
        office: null,
      };
      const value = [...fake.store.candidates.values()].flatMap((one) =>
        one.reserve
          .filter((entry) => isLive(one, entry))
          .map((entry) => ({
            entry: entry.id,
            candidate: one.id,
            name: nameOf(one),
            roles: entry.roles,
            merit: entry.merit,
            endsOn: endsOn(one, entry),
            ...fits(asks.skills, entry),
            contact: contactAbout(entry, details.title),
            preferred: one.details.contact.preferred,
            mayContact: true,
            mayWrite: true,
            refused: one.applications.some((other) => other.vacancy === vacancy)
              ? { rule: "S68", sentence: "They have applied for this vacancy already (rule S68)." }
              : null,
          })),
      );
      return {
        asks,
        kind: details.kind,
        people: {
          is: "shown",
          value: value.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, 50),
        },
        may: fake.may(),
      };
    },
    describe_role: ({ vacancy, asks }) => ({
      undo: fake.change("changedVacancy", () => {
        fake.store.asks.set(vacancy, asks);
      }),
    }),
    change_reserve_place: ({ candidate: id, entry, roles, merit, offers, until }) => ({
      undo: fake.change("changedReserveList", () => {
        const place = candidate(id).reserve.find((one) => one.id === entry);
        if (place !== undefined) Object.assign(place, { roles, merit, offers, until });
      }),
    }),
    renew_reserve_place: ({ candidate: id, entry, details }) => ({
      undo: fake.change("changedReserveList", () => {
        const place = candidate(id).reserve.find((one) => one.id === entry);
        const permission = candidate(id).permissions.find((one) => one.id === place?.permission);
        if (permission !== undefined) permission.details = details;
      }),
    }),
    record_contact: ({ candidate: id, entry, vacancy, on, channel }) => ({
      undo: fake.change("contactedReserve", () => {
        candidate(id)
          .reserve.find((one) => one.id === entry)
          ?.contacts.unshift({
            contact: `contact-${fake.nextNumber()}` as ReserveContactId,
            vacancyTitle: fake.store.vacancies.get(vacancy)?.details.title ?? "",
            contactedOn: on,
            channel,
            outcome: null,
            answeredOn: null,
            recordedBy: by(),
          });
      }),
    }),
    answer_contact: ({ candidate: id, contact, outcome, on }) => ({
      undo: fake.change("contactedReserve", () => {
        for (const place of candidate(id).reserve) {
          const found = place.contacts.find((one) => one.contact === contact);
          if (found === undefined) continue;
          Object.assign(found, { outcome, answeredOn: on });
          if (outcome === "askedToLeave") place.removedOn = TODAY;
        }
      }),
    }),
  };
}

const OPEN: readonly OfferState[] = ["drafted", "awaitingApproval", "sentBack", "approved", "made"];

function mayOf(state: OfferState): OfferMay[] {
  switch (state) {
    case "drafted":
      return ["change", "make", "withdraw"];
    case "awaitingApproval":
      return ["change", "withdraw", "approve", "sendBack"];
    case "sentBack":
      return ["change", "withdraw"];
    case "approved":
      return ["change", "make", "withdraw"];
    case "made":
      return ["answer", "withdraw"];
    default:
      return [];
  }
}

function fits(skills: readonly string[], { offers }: FakeReserve) {
  const has = (skill: string) =>
    offers.skills.some((known) => known.toLowerCase() === skill.toLowerCase());
  const missing = skills.filter((skill) => !has(skill));
  return {
    reasons: skills.filter(has).map((skill) => `Has the skill ${skill}.`),
    gaps: missing.length === 0 ? [] : [`Not noted of them: ${missing.join(", ")}.`],
  };
}

const contactAbout = ({ contacts }: FakeReserve, title: string) =>
  contacts.find(({ vacancyTitle }) => vacancyTitle === title) ?? null;
