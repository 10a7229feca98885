import type {
  ActionKind,
  Board,
  Stage,
  TodayTask,
  VacancyRow,
  VacancyView,
} from "../generated/bindings";
import { eraseOn, type FakeStore, type FakeVacancy, TODAY } from "./model";
import { addDays } from "./people";
import { endsOn, isLive, nameOf } from "./views";

const STAGES: Stage[] = ["applied", "sift", "shortlisted", "interview", "offer"];

/** Every application for a vacancy, with whose it is. */
export function applicationsFor(store: FakeStore, vacancy: string) {
  return [...store.candidates.values()].flatMap((candidate) =>
    candidate.applications
      .filter((one) => one.vacancy === vacancy)
      .map((application) => ({ candidate, application })),
  );
}

/** A line of the list of vacancies. */
export function vacancyRow(store: FakeStore, vacancy: FakeVacancy): VacancyRow {
  const all = applicationsFor(store, vacancy.id).map(({ application }) => application);
  const live = all.filter(({ outcome }) => outcome === null);
  const { title, reference, kind, opensOn, closesOn } = vacancy.details;
  return {
    vacancy: vacancy.id,
    title,
    reference,
    kind,
    team: teamOf(store, vacancy).name,
    opensOn,
    closesOn,
    closedOutOn: vacancy.closedOutOn,
    stages: STAGES.map((stage) => ({
      stage,
      count: live.filter((one) => one.stage === stage).length,
    })),
    live: live.length,
    ended: all.length - live.length,
  };
}

/** One vacancy's page. */
export function vacancyOf(store: FakeStore, vacancy: FakeVacancy, may: ActionKind[]): VacancyView {
  return {
    vacancy: vacancy.id,
    revision: vacancy.revision,
    details: vacancy.details,
    team: teamOf(store, vacancy),
    closedOutOn: vacancy.closedOutOn,
    people: vacancy.people.map((person) => ({
      ...person,
      name: store.accounts.find(({ account }) => account === person.account)?.name ?? "",
    })),
    may,
  };
}

/** A vacancy's applications by stage. */
export function boardOf(store: FakeStore, vacancy: string, may: ActionKind[]): Board {
  const all = applicationsFor(store, vacancy);
  return {
    columns: [...STAGES, null].map((stage) => {
      const here = all.filter(({ application }) =>
        stage === null
          ? application.outcome !== null
          : application.outcome === null && application.stage === stage,
      );
      return {
        stage,
        total: here.length,
        cards: here.slice(0, 200).map(({ candidate, application }) => ({
          application: application.id,
          candidate: candidate.id,
          name: nameOf(candidate),
          blind: false,
          appliedOn: application.appliedOn,
          since: application.outcome?.on ?? application.since,
          outcome: application.outcome,
          may,
        })),
      };
    }),
  };
}

/** What Today lists. */
export function tasksOf(store: FakeStore): TodayTask[] {
  const tasks: TodayTask[] = [];
  const dates = [...store.candidates.values()].map(eraseOn).filter((date) => date !== null);
  const due = dates.filter((date) => date <= TODAY).length;
  const soon = dates.filter((date) => date > TODAY && date <= addDays(TODAY, 30));
  const add = (what: TodayTask["what"], by: string) =>
    tasks.push({
      what,
      by,
      daysLeft: Math.round((Date.parse(by) - Date.parse(TODAY)) / 86_400_000),
    });
  if (due > 0) add({ kind: "eraseDue", count: due, parts: 0 }, dates.sort()[0] ?? TODAY);
  const [first] = soon.sort();
  if (first !== undefined) add({ kind: "eraseSoon", count: soon.length }, first);
  for (const vacancy of store.vacancies.values()) {
    const row = vacancyRow(store, vacancy);
    const waiting = row.stages.find(({ stage }) => stage === "applied")?.count ?? 0;
    const { closesOn, title } = vacancy.details;
    if (vacancy.closedOutOn !== null) continue;
    if (closesOn !== null && closesOn < addDays(TODAY, -60)) {
      add({ kind: "closeOut", vacancy: vacancy.id, title }, addDays(closesOn, 90));
    } else if (waiting > 45) {
      add(
        { kind: "applicationsWaiting", vacancy: vacancy.id, title, count: waiting },
        addDays(TODAY, 5),
      );
    }
  }
  for (const candidate of store.candidates.values()) {
    const entry = candidate.reserve.find((one) => isLive(candidate, one));
    const end = entry === undefined ? null : endsOn(candidate, entry);
    if (end !== null && end < addDays(TODAY, 30)) {
      add({ kind: "reserveEnding", candidate: candidate.id, name: nameOf(candidate) }, end);
    }
    const hired = candidate.applications.find(
      (one) => one.outcome?.how.kind === "hired" && !one.handedOver,
    );
    if (hired?.outcome && hired.outcome.on < addDays(TODAY, -155)) {
      add(
        { kind: "handOver", candidate: candidate.id, name: nameOf(candidate) },
        addDays(hired.outcome.on, 183),
      );
    }
  }
  return tasks.sort((a, b) => a.daysLeft - b.daysLeft).slice(0, 14);
}

function teamOf(store: FakeStore, vacancy: FakeVacancy) {
  const team = store.teams.find((one) => one.team === vacancy.team);
  return { team: vacancy.team, name: team?.name ?? "" };
}
