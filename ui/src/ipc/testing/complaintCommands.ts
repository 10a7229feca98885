import type {
  ComplaintClockView,
  ComplaintFile,
  ComplaintId,
  ComplaintView,
  NewComplaint,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";
import { nameOf } from "./views";

type Complaints = Pick<
  Answers,
  | "record_complaint"
  | "list_complaints"
  | "open_complaint"
  | "confirm_complaint"
  | "note_complaint"
  | "decide_complaint"
  | "close_complaint"
  | "link_complaint"
  | "save_complaint_receipt"
  | "save_complaint_form"
  | "save_outcome_letter"
>;

interface FakeComplaint {
  view: ComplaintView;
  file: ComplaintFile;
}

/** The fake's answers about complaints: none is there at first. */
export function complaintCommands(fake: Fake): Complaints {
  const complaints = new Map<ComplaintId, FakeComplaint>();
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  const keeps = () => fake.may().includes("keepRegisters");
  const find = (id: ComplaintId) => complaints.get(id) ?? refuse({ code: "notFound" });
  const change = (id: ComplaintId, make: (one: FakeComplaint) => void) => {
    const one = find(id);
    make(one);
    settle(one.view);
    one.view.revision += 1;
    fake.emit("changed", null);
    return { undo: null };
  };
  const fileOf = ({ from, words, against }: NewComplaint): ComplaintFile => ({
    candidate: from.kind === "candidate" ? from.candidate : null,
    name:
      from.kind === "other"
        ? from.name
        : nameOf(fake.store.candidates.get(from.candidate) ?? refuse({ code: "notFound" })),
    said: words,
    against: fake.store.accounts.find((one) => one.account === against)?.name ?? null,
    notes: [],
    reasons: "",
    gone: false,
  });
  return {
    record_complaint: ({ complaint: entered }) => {
      const complaint = `complaint-${fake.nextNumber()}` as ComplaintId;
      const number = `C-${String(complaints.size + 1).padStart(4, "0")}`;
      const dueOn = daysAfter(entered.receivedOn, 30);
      const view: ComplaintView = {
        complaint,
        revision: 1,
        number,
        topic: entered.topic,
        received: { on: entered.receivedOn, how: entered.how },
        recordedBy: by(),
        recordedOn: TODAY,
        acknowledged: null,
        progressBy: null,
        outcome: null,
        decidedBy: null,
        changes: "",
        told: null,
        next: "acknowledge",
        clock: clockFrom(entered.receivedOn),
        file: { is: "withheld", rule: "A2", because: "Only HR may do this (rule A2)." },
        request: null,
        mayKeep: true,
        notYours: null,
      };
      complaints.set(complaint, { view, file: fileOf(entered) });
      fake.emit("changed", null);
      return { complaint, number, dueOn, undo: null };
    },
    list_complaints: () => ({
      rows: [...complaints.values()].map(({ view }) => ({
        complaint: view.complaint,
        number: view.number,
        topic: view.topic,
        receivedOn: view.received.on,
        next: view.next,
        clock: view.clock,
        outcome: view.outcome,
      })),
      quarters: complaints.size === 0 ? [] : [{ quarter: "2026-Q4", count: complaints.size }],
      accounts: fake.store.accounts.map(({ account, name }) => ({ account, name })),
      mayKeep: keeps(),
    }),
    open_complaint: ({ complaint }) => {
      const { view, file } = find(complaint);
      if (!keeps()) return { ...view, mayKeep: false };
      return { ...view, file: { is: "shown", value: file } };
    },
    confirm_complaint: ({ complaint, on, how }) =>
      change(complaint, ({ view }) => {
        view.acknowledged = { on, how };
      }),
    note_complaint: ({ complaint, told, on, words }) =>
      change(complaint, ({ file }) => {
        file.notes.push({ told, on, by: by(), words });
      }),
    decide_complaint: ({ complaint, outcome, reasons, changes }) =>
      change(complaint, ({ view, file }) => {
        view.outcome = outcome;
        view.decidedBy = by();
        view.changes = changes;
        file.reasons = reasons;
      }),
    close_complaint: ({ complaint, on, how }) =>
      change(complaint, ({ view }) => {
        view.told = { on, how };
      }),
    link_complaint: ({ complaint, request }) =>
      change(complaint, ({ view }) => {
        view.request = request === null ? null : { request, number: "R-0001" };
      }),
    save_complaint_receipt: () => ({ saved: true }),
    save_complaint_form: () => ({ saved: true }),
    save_outcome_letter: () => ({ saved: true }),
  };
}

function settle(view: ComplaintView): void {
  const { acknowledged, outcome, told, received } = view;
  view.next =
    told !== null
      ? null
      : outcome !== null
        ? "tell"
        : acknowledged === null
          ? "acknowledge"
          : "decide";
  view.mayKeep = told === null;
  view.progressBy = told === null && acknowledged !== null ? daysAfter(acknowledged.on, 28) : null;
  view.clock = clockFrom(received.on);
  if (told !== null) view.clock = { ...view.clock, state: "answered", by: told.on };
  else if (acknowledged !== null) {
    view.clock = { ...view.clock, state: "running", by: daysAfter(received.on, 60), daysLeft: 60 };
  }
}

function clockFrom(receivedOn: string): ComplaintClockView {
  return {
    state: "unacknowledged",
    by: daysAfter(receivedOn, 30),
    daysLeft: 30,
    daysOpen: 0,
    because: {
      rule: "CMP-02",
      sentence: "Receipt is confirmed within 30 days (DPA 2018 s.164A(3)).",
    },
  };
}

function daysAfter(day: string, days: number): string {
  const later = new Date(`${day}T12:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
