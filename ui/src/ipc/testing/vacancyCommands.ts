import { daysBetween } from "../../text/dates";
import type {
  CandidateId,
  ErasureId,
  ImportChoices,
  ImportId,
  ImportPreview,
  TeamChoice,
  TeamId,
  VacancyId,
} from "../generated/bindings";
import { listNotices, toTell } from "./disclosureCommands";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { eraseOn, type FakeVacancy, NOW, TODAY } from "./model";
import { addDays } from "./people";
import { applicationsFor, boardOf, vacancyOf, vacancyRow } from "./vacancyViews";
import { nameOf, whyOf } from "./views";

type Vacancies = Pick<
  Answers,
  | "list_vacancies"
  | "open_vacancy"
  | "read_board"
  | "list_teams"
  | "add_vacancy"
  | "edit_vacancy"
  | "close_out_vacancy"
  | "assign_people"
  | "retention_overview"
  | "retention_reviews"
  | "review_records"
  | "preview_erasure"
  | "erase"
  | "sweep_at_sign_in"
  | "set_sweep_at_sign_in"
  | "save_report"
  | "save_letter"
  | "choose_import_file"
  | "preview_import"
  | "import_targets"
  | "run_import"
  | "undo_import"
  | "list_imports"
>;

/** The fake's answers about vacancies, retention and imports. */
export function vacancyCommands(fake: Fake): Vacancies {
  const find = (id: VacancyId): FakeVacancy =>
    fake.store.vacancies.get(id) ?? refuse({ code: "notFound" });
  const erasures: { erasure: ErasureId; people: number }[] = [];

  function teamFor(choice: TeamChoice): TeamId {
    if (choice.kind === "existing") return choice.team;
    const team = `team-new-${fake.nextNumber()}` as TeamId;
    fake.store.teams.push({ team, name: choice.name });
    return team;
  }

  return {
    list_vacancies: ({ closedOut }) => {
      const all = [...fake.store.vacancies.values()];
      const rows = all.filter((one) => closedOut || one.closedOutOn === null);
      return {
        rows: rows.map((one) => vacancyRow(fake.store, one)).reverse(),
        hidden: all.length - rows.length,
      };
    },
    open_vacancy: ({ vacancy }) => vacancyOf(fake.store, find(vacancy), fake.may()),
    read_board: ({ vacancy }) => boardOf(fake.store, find(vacancy).id, fake.may()),
    list_teams: () => ({ teams: fake.store.teams }),
    add_vacancy: ({ details, team }) => {
      if (details.title.trim() === "") {
        const problem = "Enter the role’s title.";
        refuse({ code: "invalid", detail: { fields: [{ field: "details.title", problem }] } });
      }
      const vacancy = `vacancy-new-${fake.nextNumber()}` as VacancyId;
      const undo = fake.change("changedVacancy", () => {
        const made = { id: vacancy, revision: 1, details, team: teamFor(team) };
        fake.store.vacancies.set(vacancy, { ...made, closedOutOn: null, people: [] });
      });
      return { vacancy, undo };
    },
    edit_vacancy: ({ vacancy, revision, details, team }) => {
      if (find(vacancy).revision !== revision) return refuse({ code: "stale" });
      return {
        undo: fake.change("changedVacancy", () => {
          Object.assign(find(vacancy), { details, team: teamFor(team), revision: revision + 1 });
        }),
      };
    },
    close_out_vacancy: ({ vacancy, cancelled, on }) => ({
      undo: fake.change("changedVacancy", () => {
        find(vacancy).closedOutOn = on;
        const kind = cancelled ? "vacancyCancelled" : "closedOutUndecided";
        for (const { application } of applicationsFor(fake.store, vacancy)) {
          application.outcome ??= { how: { kind }, on };
        }
      }),
    }),
    assign_people: ({ vacancy, people }) => ({
      undo: fake.change("changedVacancy", () => {
        find(vacancy).people = people.map((one) => ({ ...one, from: TODAY }));
      }),
    }),
    retention_overview: () => overviewOf(fake, erasures),
    retention_reviews: () => reviewsOf(fake),
    review_records: ({ candidates }) => ({
      undo: fake.change("reviewedRecords", () => {
        for (const id of candidates) {
          const one = fake.store.candidates.get(id);
          if (one !== undefined) one.lookedAtFor = eraseOn(one);
        }
      }),
    }),
    preview_erasure: ({ candidates }) => {
      const all = [...fake.store.candidates.values()];
      const asked = candidates === null ? null : new Set(candidates);
      const isDue = (date: string | null) => date !== null && date <= TODAY;
      const named = all.filter((one) => (asked === null ? isDue(eraseOn(one)) : asked.has(one.id)));
      const line = (one: (typeof all)[number]) => ({
        candidate: one.id,
        name: nameOf(one),
        eraseOn: eraseOn(one),
        because: whyOf(one),
      });
      const goes = named.filter((one) => isDue(eraseOn(one)));
      const stays = named.filter((one) => !isDue(eraseOn(one)));
      const preview = fake.nextNumber();
      fake.previews.set(
        preview,
        goes.map(({ id }) => id),
      );
      return {
        preview,
        total: goes.length,
        goes: goes.slice(0, 200).map(line),
        stays: stays.slice(0, 200).map(line),
        staysTotal: stays.length,
        partsTotal: 0,
        partsByClass: [],
        parts: [],
        partsKept: [],
        confirm: `ERASE ${goes.length}`,
        clock: { is: "sound" },
        bulk: null,
        recipients: toTell(
          fake,
          goes.map(({ id }) => id),
        ),
      };
    },
    sweep_at_sign_in: () => ({ receipt: null }),
    set_sweep_at_sign_in: ({ on }) => {
      fake.sweepsAtSignIn = on;
      return { undo: null };
    },
    erase: async ({ preview, job }) => {
      const ids = fake.previews.get(preview) ?? refuse({ code: "stale" });
      const recipients = toTell(fake, ids);
      let done = 0;
      for (const id of ids) {
        if (fake.cancelled.has(job)) break;
        fake.store.candidates.delete(id as CandidateId);
        done += 1;
        if (done % 50 === 0) {
          fake.emit("progress", { job, done, total: ids.length });
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      }
      const erasure = `erasure-${fake.nextNumber()}` as ErasureId;
      erasures.unshift({ erasure, people: done });
      listNotices(fake, erasure, recipients);
      fake.emit("changed", null);
      return {
        erasure,
        at: NOW,
        people: done,
        parts: 0,
        partsByClass: [],
        left: ids.length - done,
        rules: [{ rule: "RET-02", people: done }],
        dueSince: TODAY,
        daysLate: 0,
        elsewhere: { files: 2, kilobytes: 3, skipped: 0 },
        verified: true,
        pages: 1840,
        files: 3,
        searched: done * 5,
        found: 0,
        recipients,
      };
    },
    save_report: () => ({ saved: true }),
    save_letter: () => ({ saved: true }),
    choose_import_file: () => ({ preview: previewOf({ ...NO_CHOICES }) }),
    preview_import: ({ choices }) => previewOf(choices),
    import_targets: () => ({
      targets: [
        { target: "leaveOut", label: "Leave out" },
        { target: "given", label: "Given names" },
        { target: "family", label: "Family name" },
        { target: "email", label: "E-mail" },
        { target: "vacancy", label: "Vacancy" },
        { target: "appliedOn", label: "Day the application came in" },
        { target: "source", label: "Source" },
      ],
      dateForms: [
        { form: "dmy", label: "23/11/2026 (day first)" },
        { form: "mdy", label: "11/23/2026 (month first)" },
      ],
    }),
    run_import: async ({ job }) => {
      for (let done = 100; done <= 1000; done += 100) {
        fake.emit("progress", { job, done, total: 1000 });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      const id = `import-${fake.nextNumber()}` as ImportId;
      const undo = fake.change("imported", () => {
        fake.store.imports.unshift({ import: id, at: NOW, added: 804, undoneAt: null });
      });
      return {
        import: id,
        added: 804,
        joined: 12,
        applications: 840,
        vacancies: 2,
        refused: 160,
        notToApproach: 0,
        undo,
      };
    },
    undo_import: (request) => {
      const found = fake.store.imports.find((one) => one.import === request.import);
      if (found === undefined) return refuse({ code: "notFound" });
      found.undoneAt = NOW;
      fake.emit("changed", null);
      return { removed: found.added, kept: 0 };
    },
    list_imports: () => ({
      rows: fake.store.imports.map((one) => ({ ...one, by: "Rowan Ellis", layout: "opencats" })),
    }),
  };
}

const NO_CHOICES: ImportChoices = {
  targets: null,
  dateForms: null,
  undatedReceivedOn: null,
  defaultSource: null,
  defaultVacancy: null,
  notice: null,
};

function previewOf(choices: ImportChoices): ImportPreview {
  const targets = ["given", "family", "email", "vacancy", "appliedOn", "leaveOut"];
  const samples = ["Amina", "Khan", "amina@example.org", "Press Officer", "03/04/2026", "x"];
  const headings = ["first_name", "last_name", "email", "job", "date_created", "notes"];
  const columns = headings.map((heading, n) => ({
    heading,
    samples: [samples[n] ?? ""],
    target: choices.targets?.[n] ?? targets[n] ?? "leaveOut",
    leftOutBecause:
      heading === "notes" ? "Free text can hold anything; it is not brought in." : null,
    dateForm: heading === "date_created" ? (choices.dateForms?.[n] ?? null) : null,
    dateForms: heading === "date_created" ? ["dmy", "mdy"] : [],
  }));
  return {
    file: 1,
    layout: "opencats",
    encoding: "UTF-8",
    columns,
    offers: ["undatedReceivedOn", "defaultSource", "defaultVacancy"],
    needs: [
      ...(columns[4]?.dateForm === null ? (["dateForm"] as const) : []),
      ...(choices.defaultSource === null ? (["defaultSource"] as const) : []),
    ],
    rows: 1000,
    empty: 3,
    people: 964,
    repeats: 36,
    hereAlready: 12,
    pastRetention: 148,
    notToApproach: 0,
    wouldAdd: 804,
    refusedTotal: 160,
    refused: [
      { row: 14, reason: "Six months have passed since its outcome, so it may not come in." },
      { row: 27, reason: "No name in any of the name columns." },
    ],
    warnings: [{ what: "Spaces around e-mail addresses were removed.", count: 21 }],
    vacancies: [
      { title: "Press Officer", applications: 320, hereAlready: true },
      { title: "Archivist", applications: 88, hereAlready: false },
    ],
  };
}

function reviewsOf(fake: Fake) {
  const rows = [...fake.store.candidates.values()].flatMap((one) => {
    const goes = eraseOn(one);
    if (goes === null || goes === one.lookedAtFor) return [];
    const left = daysBetween(TODAY, goes);
    if (left < 1 || left > 30) return [];
    const because = whyOf(one);
    return [
      {
        candidate: one.id,
        name: nameOf(one),
        eraseOn: goes,
        daysLeft: left,
        because,
        mayReview: true,
      },
    ];
  });
  rows.sort((a, b) => a.daysLeft - b.daysLeft);
  return { rows: rows.slice(0, 200), total: rows.length };
}

function overviewOf(fake: Fake, erasures: { erasure: ErasureId; people: number }[]) {
  const all = [...fake.store.candidates.values()].map((one) => ({
    date: eraseOn(one),
    rule: whyOf(one).rule,
  }));
  const dates = all.map(({ date }) => date);
  const tomorrow = addDays(TODAY, 1);
  const monday = addDays(TODAY, 7);
  const weeks = Array.from({ length: 26 }, (_, n) => {
    const from = n === 0 ? tomorrow : addDays(monday, (n - 1) * 7);
    const to = addDays(monday, n * 7);
    const going = all.filter(({ date }) => date !== null && date >= from && date < to);
    const rules = [...new Set(going.map(({ rule }) => rule))].sort();
    return {
      from,
      count: going.length,
      parts: [],
      rules: rules.map((rule) => ({
        rule,
        people: going.filter((one) => one.rule === rule).length,
      })),
    };
  });
  const end = addDays(monday, 25 * 7);
  return {
    today: TODAY,
    due: dates.filter((date) => date !== null && date <= TODAY).length,
    blocked: 0,
    kept: [],
    parts: [],
    weeks,
    later: dates.filter((date) => date !== null && date >= end).length,
    laterParts: 0,
    noDate: dates.filter((date) => date === null).length,
    erasures: erasures.map((one) => ({
      ...one,
      parts: 0,
      at: NOW,
      by: "Rowan Ellis",
      daysLate: 0,
      verified: true,
    })),
    mayErase: fake.may().includes("erase"),
    clock: { is: "sound" as const },
    atSignIn: fake.sweepsAtSignIn,
  };
}
