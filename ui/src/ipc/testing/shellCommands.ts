import type { AccountId, Standing, Status } from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { JOURNAL_ENTRIES, journalOf } from "./journalViews";
import { PASSPHRASE, TODAY } from "./model";
import { STATISTICS } from "./statistics";
import { tasksOf } from "./vacancyViews";

type Shell = Pick<
  Answers,
  | "status"
  | "create_store"
  | "rate_passphrase"
  | "sign_in"
  | "sign_in_by_keychain"
  | "use_keychain"
  | "recover"
  | "use_key_copy"
  | "choose_backup"
  | "restore_backup"
  | "lock"
  | "choose_folder"
  | "open_sample"
  | "leave_sample"
  | "set_appearance"
  | "set_idle_lock"
  | "set_zoom"
  | "set_tour"
  | "print_page"
  | "active"
  | "cancel_job"
  | "today"
  | "list_accounts"
  | "add_account"
  | "undo"
  | "read_journal"
  | "check_journal"
  | "read_statistics"
  | "list_backups"
  | "make_backup"
  | "forget_backup"
  | "list_do_not_approach"
  | "allow_approach"
>;

/** The fake's answers about the window, the store and who is signed in. */
export function shellCommands(fake: Fake): Shell {
  return {
    status: () => statusOf(fake),
    create_store: ({ organisation, name, passphrase }) => {
      const fields = [];
      if (organisation.trim() === "") {
        fields.push({ field: "organisation", problem: "Enter the organisation’s name." });
      }
      if (name.trim() === "") fields.push({ field: "name", problem: "Enter your name." });
      if (passphrase.length < 15) {
        fields.push({ field: "passphrase", problem: "Use at least 15 characters." });
      }
      if (fields.length > 0) refuse({ code: "invalid", detail: { fields } });
      Object.assign(fake, { organisation, standing: "open", sample: false, viewer: 0 });
      fake.store.candidates.clear();
      fake.store.vacancies.clear();
      fake.store.accounts.splice(1);
      for (const first of fake.store.accounts) first.name = name;
      return statusOf(fake);
    },
    rate_passphrase: ({ passphrase }) =>
      passphrase.length < 15
        ? { strength: "short", hint: "Use at least 15 characters." }
        : { strength: "strong", hint: null },
    sign_in: ({ name, passphrase, asItIs }) => {
      if (passphrase !== PASSPHRASE) return refuse({ code: "wrongPassphrase" });
      const problem = fake.fault;
      if (problem !== null && !asItIs) return refuse({ code: "store", detail: { problem } });
      fake.viewer = fake.store.accounts.findIndex((one) => one.name === name);
      fake.standing = "open";
      return statusOf(fake);
    },
    sign_in_by_keychain: ({ name }) => {
      fake.viewer = fake.store.accounts.findIndex((one) => one.name === name);
      fake.standing = "open";
      return statusOf(fake);
    },
    use_keychain: ({ on }) => {
      fake.keychain = on;
      return statusOf(fake);
    },
    recover: ({ name, code }) => {
      if (code.length < 56) {
        return refuse({
          code: "invalid",
          detail: { fields: [{ field: "code", problem: "There is a slip in this code." }] },
        });
      }
      fake.viewer = fake.store.accounts.findIndex((one) => one.name === name);
      fake.standing = "open";
      return statusOf(fake);
    },
    use_key_copy: () => {
      Object.assign(fake, { standing: "locked", fault: null });
      return statusOf(fake);
    },
    choose_backup: () => ({
      backup: {
        madeAt: "2026-11-20T09:30:00Z",
        names: fake.store.accounts.map(({ name }) => name),
      },
    }),
    restore_backup: ({ passphrase }) => {
      if (passphrase !== PASSPHRASE) return refuse({ code: "wrongPassphrase" });
      fake.standing = "locked";
      return { people: 40, erasedAgain: 10, proved: true, sealedGivenUp: 0, movedTo: null };
    },
    lock: () => {
      fake.standing = "locked";
      fake.emit("locked", null);
      return statusOf(fake);
    },
    choose_folder: () => {
      fake.standing = "locked";
      return statusOf(fake);
    },
    open_sample: () => {
      Object.assign(fake, { standing: "open", sample: true });
      return statusOf(fake);
    },
    leave_sample: () => {
      Object.assign(fake, { standing: "noStore", sample: false });
      return statusOf(fake);
    },
    set_appearance: ({ appearance }) => {
      fake.appearance = appearance;
      return statusOf(fake);
    },
    set_idle_lock: ({ minutes }) => {
      fake.idleLock = minutes;
      return statusOf(fake);
    },
    set_zoom: ({ percent }) => {
      fake.zoom = percent;
      return statusOf(fake);
    },
    set_tour: ({ seen }) => {
      fake.tourSeen = seen;
      return statusOf(fake);
    },
    print_page: () => ({}),
    active: () => ({}),
    cancel_job: ({ job }) => {
      fake.cancelled.add(job);
      return {};
    },
    today: () => ({
      today: TODAY,
      tasks: tasksOf(fake.store),
      candidates: fake.store.candidates.size,
      vacancies: [...fake.store.vacancies.values()].filter((one) => one.closedOutOn === null)
        .length,
    }),
    read_journal: (request) => journalOf(fake, request),
    check_journal: () => ({ entries: JOURNAL_ENTRIES, brokenAt: null }),
    read_statistics: () => STATISTICS,
    list_accounts: () => ({
      recovery: "missing" as const,
      keysOfHr: ["identityAndRightToWork", "healthAndAdjustments", "criminalRecordAndVetting"],
      rows: fake.store.accounts.map((one) => ({
        ...one,
        until: null,
        trainedThrough: "2028-11-02",
        sealed: [],
        mayHold: [],
        vacancies: [...fake.store.vacancies.values()].filter(({ people }) =>
          people.some(({ account }) => account === one.account),
        ).length,
      })),
    }),
    add_account: ({ name, role }) => {
      const account = `account-${fake.nextNumber() + 100}` as AccountId;
      fake.store.accounts.push({ account, name, role, addedOn: TODAY });
      fake.emit("changed", null);
      return { undo: null };
    },
    list_backups: () => ({ rows: [], days: 35, mayMake: fake.may().includes("manageAccounts") }),
    make_backup: () => ({ made: null }),
    forget_backup: () => ({ undo: null }),
    list_do_not_approach: () => ({ total: 0, rows: [], mayRemove: true }),
    allow_approach: () => ({ undo: null }),
    undo: ({ undo }) => ({ what: fake.takeBack(undo) }),
  };
}

function statusOf(fake: Fake): Status {
  return {
    standing: standingOf(fake),
    folder: "~/.local/share/fairhold/wrenfield",
    sample: fake.sample,
    appearance: fake.appearance,
    idleLock: fake.idleLock,
    zoom: fake.zoom,
    tourSeen: fake.tourSeen,
    today: TODAY,
    version: "0.1.0",
  };
}

function standingOf(fake: Fake): Standing {
  if (fake.standing === "noStore") return { kind: "noStore" };
  if (fake.standing === "unusable") {
    return { kind: "unusable", problem: fake.fault ?? { kind: "damaged" } };
  }
  if (fake.standing === "locked") {
    return {
      kind: "locked",
      people: fake.store.accounts.map(({ name }) => ({ name, keychain: fake.keychain })),
    };
  }
  const viewer = fake.store.accounts[fake.viewer];
  if (viewer === undefined) return { kind: "noStore" };
  const { account, name, role } = viewer;
  return {
    kind: "open",
    organisation: fake.organisation,
    viewer: { account, name, role, may: fake.may() },
    keychain: fake.keychain,
    putBack: null,
    replay: null,
  };
}
