import type { CaseStep, ClockTone, RequestView, RightsRequestId } from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";
import { nameOf } from "./views";

type Requests = Pick<
  Answers,
  | "log_request"
  | "list_requests"
  | "open_request"
  | "note_request"
  | "decide_request"
  | "assemble_pack"
  | "save_pack"
  | "plan_erasure"
  | "erase_on_request"
  | "list_opinions"
  | "annotate_opinion"
  | "save_request_notices"
  | "save_request_receipt"
  | "save_request_letter"
  | "close_request"
>;

/** The fake's answers about requests: none is there at first. */
export function requestCommands(fake: Fake): Requests {
  const requests = new Map<RightsRequestId, RequestView>();
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  const find = (id: RightsRequestId) => requests.get(id) ?? refuse({ code: "notFound" });
  const change = (id: RightsRequestId, make: (view: RequestView) => void) => {
    const view = find(id);
    make(view);
    settle(view);
    view.revision += 1;
    fake.emit("changed", null);
    return { undo: null };
  };
  return {
    log_request: (asked) => {
      const request = `request-${fake.nextNumber()}` as RightsRequestId;
      const number = `R-${String(requests.size + 1).padStart(4, "0")}`;
      const one = asked.candidate === null ? null : fake.store.candidates.get(asked.candidate);
      const view: RequestView = {
        request,
        revision: 1,
        number,
        case: {
          receivedOn: asked.receivedOn,
          channel: asked.channel,
          items: asked.rights.map((right) => ({ right, decision: null })),
          identity: { kind: "notInDoubt" },
          questions: [],
          fee: { kind: "none" },
          extension: null,
          packMadeOn: null,
          portableMadeOn: null,
          erasedOn: null,
          answer: null,
        },
        person:
          one === null || one === undefined
            ? { kind: "notHere" }
            : { kind: "here", candidate: one.id, name: nameOf(one) },
        clock: {
          tone: "running",
          dueOn: "2026-12-23",
          daysLeft: 30,
          tellBy: "2026-12-23",
          latestLawful: null,
          because: {
            rule: "DSR-02",
            sentence: "Answer by 23 December 2026: one month from 23 November 2026.",
          },
        },
        items: asked.rights.map((right) => ({
          right,
          dueOn: "2026-12-23",
          grounds: ["manifestlyUnfounded", "manifestlyExcessive"],
          waitsForAnother: false,
          mayAgree: false,
        })),
        next: null,
        restrictedOn: null,
        loggedBy: by(),
        loggedOn: TODAY,
        closedBy: null,
        accounts: [],
        words: { is: "shown", value: [{ about: "asked", words: asked.asked }] },
        corrected: [],
        recipients: [],
        complaints: [],
        mayKeep: true,
        mayErase: true,
        ownFee: false,
      };
      settle(view);
      requests.set(request, view);
      fake.emit("changed", null);
      return { request, number };
    },
    list_requests: () => ({
      rows: [...requests.values()].map((view) => ({
        request: view.request,
        number: view.number,
        rights: view.case.items.map(({ right }) => right),
        receivedOn: view.case.receivedOn,
        person: view.person,
        clock: view.clock,
        next: view.next,
      })),
      mayKeep: true,
    }),
    open_request: ({ request }) => find(request),
    note_request: ({ request, event }) =>
      change(request, ({ case: of }) => {
        if (event.kind === "identityAsked") of.identity = { kind: "asked", on: event.on };
        if (event.kind === "identitySeen") {
          of.identity = { kind: "seen", askedOn: event.on, on: event.on };
        }
        if (event.kind === "questionAsked") {
          of.questions.push({ askedOn: event.on, answeredOn: null });
        }
        if (event.kind === "questionAnswered") {
          const last = of.questions.at(-1);
          if (last !== undefined) last.answeredOn = event.on;
        }
      }),
    decide_request: ({ request, right, outcome, grounds }) =>
      change(request, (view) => {
        const account = fake.store.accounts[fake.viewer]?.account;
        for (const item of view.case.items) {
          if (item.right !== right || account === undefined) continue;
          item.decision = { outcome, grounds, by: account, on: TODAY, agreedBy: null };
        }
      }),
    assemble_pack: ({ kind }) => ({
      pack: kind === "held" ? 1 : 2,
      tally: [{ title: "Applications", count: 1 }],
      withheld: [
        { kind: "drafts of feedback", because: "sealed to whoever writes them", count: 1 },
      ],
      suggestions: [
        {
          mark: "mark-1",
          kind: "candidate",
          place: "Messages: Text",
          name: "Jane Doe",
          excerpt: "better than Jane Doe",
          masked: null,
        },
      ],
    }),
    save_pack: ({ request, pack }) => {
      change(request, (view) => {
        if (pack === 1) view.case.packMadeOn = TODAY;
        else view.case.portableMadeOn = TODAY;
      });
      return { saved: true };
    },
    plan_erasure: ({ request }) => ({
      whole: true,
      kept: null,
      lines: [],
      confirm: `ERASE ${find(request).number}`,
    }),
    erase_on_request: () => refuse({ code: "notFound" }),
    list_opinions: () => ({ rows: [] }),
    annotate_opinion: ({ request }) => change(request, () => {}),
    save_request_notices: () => ({ saved: 1 }),
    save_request_receipt: () => ({ saved: true }),
    save_request_letter: () => ({ saved: true }),
    close_request: ({ request, on, channel }) =>
      change(request, (view) => {
        view.case.answer = { on, channel };
        view.closedBy = by();
      }),
  };
}

/* What follows from what was noted, as far as tests of the page need it. */
function settle(view: RequestView): void {
  view.next = nextOf(view);
  view.clock.tone = toneOf(view);
  view.clock.dueOn = ["waitingIdentity", "paused"].includes(view.clock.tone) ? null : "2026-12-23";
}

function toneOf({ case: of }: RequestView): ClockTone {
  if (of.answer !== null) return "answered";
  if (of.identity.kind === "asked") return "waitingIdentity";
  if (of.questions.some(({ answeredOn }) => answeredOn === null)) return "paused";
  return "running";
}

function nextOf({ case: of, person }: RequestView): CaseStep | null {
  if (of.answer !== null) return null;
  if (of.identity.kind === "asked") return { kind: "seeIdentity" };
  if (of.questions.some(({ answeredOn }) => answeredOn === null)) return { kind: "noteAnswer" };
  const undecided = of.items.find(({ decision }) => decision === null)?.right;
  if (undecided === undefined) return { kind: "answer" };
  if (person.kind === "notHere") return { kind: "findPerson" };
  if (undecided === "access" && of.packMadeOn === null) return { kind: "makePack" };
  if (undecided === "portability" && of.portableMadeOn === null) return { kind: "makePortable" };
  return { kind: "decide", right: undecided };
}
