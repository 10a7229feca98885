import type {
  AffectedPerson,
  AnswerView,
  CandidateId,
  IncidentClockView,
  IncidentId,
  IncidentStep,
  IncidentView,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";
import { nameOf } from "./views";

type Incidents = Pick<
  Answers,
  | "report_incident"
  | "list_incidents"
  | "open_incident"
  | "set_awareness"
  | "incident_reach"
  | "change_affected"
  | "list_affected"
  | "propose_risk"
  | "assess_incident"
  | "decide_incident"
  | "tell_affected"
  | "note_measures"
  | "close_incident"
>;

interface FakeIncident {
  view: IncidentView;
  answer: AnswerView;
  people: AffectedPerson[];
}

/** The fake's answers about incidents: none is there at first. */
export function incidentCommands(fake: Fake): Incidents {
  const incidents = new Map<IncidentId, FakeIncident>();
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  const find = (id: IncidentId) => incidents.get(id) ?? refuse({ code: "notFound" });
  const change = (id: IncidentId, make: (one: FakeIncident) => void) => {
    const one = find(id);
    make(one);
    settle(one);
    one.view.revision += 1;
    fake.emit("changed", null);
    return { undo: null };
  };
  return {
    report_incident: ({ first }) => {
      const incident = `incident-${fake.nextNumber()}` as IncidentId;
      const number = `I-${String(incidents.size + 1).padStart(4, "0")}`;
      const noticedAt = `${first.noticedOn}T${first.noticedAt}:00Z`;
      const view: IncidentView = {
        incident,
        revision: 1,
        number,
        kind: first.kind,
        facts: first.facts,
        happenedOn: first.happenedOn,
        noticedAt,
        noticedOn: first.noticedOn,
        laptop: first.laptop,
        reportedBy: by(),
        reportedAt: `${TODAY}T12:00:00Z`,
        clock: clockFrom(noticedAt),
        next: "people",
        closed: null,
        answer: { is: "withheld", rule: "A2", because: "Only HR may do this (rule A2)." },
        mayKeep: true,
      };
      const accounts = fake.store.accounts.map(({ account, name }) => ({ account, name }));
      incidents.set(incident, { view, answer: unanswered(noticedAt, accounts), people: [] });
      fake.emit("changed", null);
      return { incident, number, dueAt: view.clock.dueAt };
    },
    list_incidents: () => ({
      rows: [...incidents.values()].map(({ view }) => ({
        incident: view.incident,
        number: view.number,
        kind: view.kind,
        noticedOn: view.noticedOn,
        next: view.next,
        clock: view.clock,
        closedOn: view.closed?.on ?? null,
      })),
      own: !fake.may().includes("keepRegisters"),
    }),
    open_incident: ({ incident }) => {
      const { view, answer } = find(incident);
      if (!fake.may().includes("keepRegisters")) return { ...view, mayKeep: false };
      return { ...view, answer: { is: "shown", value: answer } };
    },
    set_awareness: ({ incident, on, at, reason }) =>
      change(incident, ({ view, answer }) => {
        answer.awareAt = `${on}T${at}:00Z`;
        answer.awareReason = reason;
        view.clock = clockFrom(answer.awareAt);
      }),
    incident_reach: () => ({ people: 12, seen: 9, opened: 3 }),
    change_affected: ({ incident, change: said }) =>
      change(incident, (one) => {
        if (said.kind === "remove") {
          one.people = one.people.filter(({ candidate }) => candidate !== said.candidate);
        }
        const added =
          said.kind === "add"
            ? said.candidates
            : said.kind === "reach"
              ? [...fake.store.candidates.keys()].slice(0, 12)
              : [];
        for (const candidate of added) one.people.push(personOf(fake, candidate));
        one.answer.people = one.people.length;
      }),
    list_affected: ({ incident, start }) => {
      const { people } = find(incident);
      return { people: people.slice(start, start + 100), total: people.length, hidden: 0 };
    },
    propose_risk: ({ likelihood, severity }) => ({
      risk: likelihood === "likely" && severity !== "slight" ? "high" : "risk",
      because: [{ rule: "BRE-04", sentence: "Harm may well be." }],
    }),
    assess_incident: ({ incident, assessment }) =>
      change(incident, ({ answer }) => {
        Object.assign(answer, { assessment, assessedBy: by() });
        answer.letter = assessment.risk === "high" ? ["Dear applicant,", "We are sorry."] : [];
      }),
    decide_incident: ({ incident, decision }) =>
      change(incident, ({ view, answer }) => {
        Object.assign(answer, { decision, decidedBy: by() });
        view.clock.state = decision.kind === "reported" ? "met" : "stopped";
      }),
    tell_affected: ({ incident, telling }) =>
      change(incident, ({ answer, people }) => {
        if (telling.kind === "notTold") {
          answer.notTold = telling.because;
          return;
        }
        for (const person of people) {
          person.toldOn ??= telling.on;
          person.toldHow ??= telling.how;
        }
      }),
    note_measures: ({ incident, measures, lessons }) =>
      change(incident, ({ answer }) => Object.assign(answer, { measures, lessons })),
    close_incident: ({ incident }) =>
      change(incident, ({ view }) => {
        view.closed = { by: by(), on: TODAY };
        view.mayKeep = false;
      }),
  };
}

function personOf(fake: Fake, candidate: CandidateId): AffectedPerson {
  const found = fake.store.candidates.get(candidate) ?? refuse({ code: "notFound" });
  return { candidate, name: nameOf(found), toldOn: null, toldHow: null };
}

function settle({ view, answer, people }: FakeIncident): void {
  answer.here = people.length;
  answer.told = people.filter(({ toldOn }) => toldOn !== null).length;
  answer.untold = answer.here - answer.told;
  view.next = nextOf(view, answer);
}

function nextOf(view: IncidentView, answer: AnswerView): IncidentStep | null {
  if (view.closed !== null) return null;
  if (answer.people === null) return "people";
  if (answer.assessment === null) return "assess";
  if (answer.decision === null) return "decide";
  const told = answer.notTold !== null || answer.untold === 0;
  if (answer.assessment.risk === "high" && !told) return "tell";
  return answer.measures === "" ? "contain" : "close";
}

function clockFrom(at: string): IncidentClockView {
  const dueAt = new Date(Date.parse(at) + 72 * 3_600_000).toISOString();
  const now = Date.parse(`${TODAY}T12:00:00Z`);
  return {
    dueAt,
    dueOn: dueAt.slice(0, 10),
    minutesLeft: Math.floor((Date.parse(dueAt) - now) / 60_000),
    state: "running",
    because: { rule: "BRE-03", sentence: "The ICO is told within 72 hours." },
  };
}

function unanswered(awareAt: string, accounts: AnswerView["accounts"]): AnswerView {
  return {
    awareAt,
    awareReason: "",
    people: null,
    told: 0,
    here: 0,
    untold: 0,
    assessment: null,
    assessedBy: null,
    decision: null,
    decidedBy: null,
    notTold: null,
    measures: "",
    lessons: "",
    letter: [],
    accounts,
  };
}
