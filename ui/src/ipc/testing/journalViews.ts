import type { JournalPage, JournalRow, ReadJournal } from "../generated/bindings";
import type { Fake } from "./fakeState";
import { TODAY } from "./model";

/** How many entries the fake's journal has. */
export const JOURNAL_ENTRIES = 230;

/** Entries a page of the fake's journal has. */
const PAGE = 100;

/** A page of the fake's journal: candidates added, a handful a day, and the vacancies before them. */
export function journalOf(fake: Fake, request: ReadJournal): JournalPage {
  const { accounts, candidates } = fake.store;
  const [hr] = accounts;
  const ids = [...candidates.keys()];
  const rows: JournalRow[] = [];
  for (let place = JOURNAL_ENTRIES; place > 0; place--) {
    const minutes = (JOURNAL_ENTRIES - place) * 97;
    const at = new Date(Date.parse(`${TODAY}T09:00:00Z`) - minutes * 60_000).toISOString();
    const id = ids[place];
    rows.push({
      place,
      at,
      day: at.slice(0, 10),
      by: place % 50 === 0 ? null : (hr?.name ?? null),
      kind: place % 9 === 0 ? "signIn" : "candidate",
      sentence: place % 9 === 0 ? "Signed in" : "Added a candidate",
      about:
        place % 9 === 0 || id === undefined
          ? null
          : { kind: "candidate", candidate: id, opens: place % 7 !== 0 },
    });
  }
  const fits = rows.filter(
    (row) =>
      (request.before === null || row.place < request.before) &&
      (request.from === null || row.day >= request.from) &&
      (request.until === null || row.day <= request.until) &&
      (request.kind === null || row.kind === request.kind) &&
      (request.about === null || row.about?.kind === request.about),
  );
  return {
    rows: fits.slice(0, PAGE),
    more: fits.length > PAGE ? (fits[PAGE - 1]?.place ?? null) : null,
    people: accounts.map(({ account, name }) => ({ account, name })),
  };
}
