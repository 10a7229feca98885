import type { AboutKind, AccountId, JournalKind, ReadJournal } from "../../ipc/generated/bindings";

/** What is asked of the journal, apart from the place it is read from. */
export type JournalFilter = Omit<ReadJournal, "before">;

/** The kinds of action, in the order a person would look for them. */
export const JOURNAL_KINDS: readonly JournalKind[] = [
  "candidate",
  "correspondence",
  "application",
  "permission",
  "disclosure",
  "hold",
  "incident",
  "request",
  "complaint",
  "vacancy",
  "erasure",
  "import",
  "account",
  "access",
  "signIn",
];

/** The kinds of record an entry can be about. */
export const ABOUT_KINDS: readonly AboutKind[] = [
  "candidate",
  "vacancy",
  "account",
  "import",
  "erasure",
  "incident",
  "request",
  "complaint",
];

/** The whole journal. */
export function wholeJournal(): JournalFilter {
  return { from: null, until: null, by: null, kind: null, about: null };
}

/** Whether a filter leaves anything out. */
export function isNarrowed(filter: JournalFilter): boolean {
  return Object.values(filter).some((part: string | AccountId | null) => part !== null);
}
