-- The first schema. schema.sql describes every column; a test keeps the two the same.

CREATE TABLE migration (
    version     INTEGER NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    sha256      BLOB    NOT NULL CHECK (length(sha256) = 32),
    app_version TEXT    NOT NULL,
    applied_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
    row        INTEGER NOT NULL PRIMARY KEY CHECK (row = 1),
    name       TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    name     TEXT    NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    sign_in_name TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    added_at     INTEGER NOT NULL,
    removed_at   INTEGER
) STRICT;

CREATE TABLE vacancy (
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    team          INTEGER NOT NULL REFERENCES team (row),
    title         TEXT    NOT NULL,
    reference     TEXT,
    kind          TEXT    NOT NULL,
    opens_on      TEXT    NOT NULL,
    closes_on     TEXT,
    closed_out_on TEXT,
    import        INTEGER REFERENCES import (row),
    added_at      INTEGER NOT NULL,
    revision      INTEGER NOT NULL
) STRICT;
CREATE INDEX vacancy_by_team ON vacancy (team);
CREATE INDEX vacancy_by_import ON vacancy (import) WHERE import IS NOT NULL;

CREATE TABLE access_grant (
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account  INTEGER NOT NULL REFERENCES account (row),
    relation TEXT    NOT NULL,
    vacancy  INTEGER REFERENCES vacancy (row),
    team     INTEGER REFERENCES team (row),
    from_on  TEXT    NOT NULL,
    until_on TEXT,
    CHECK ((vacancy IS NULL) <> (team IS NULL))
) STRICT;
CREATE INDEX access_grant_by_account ON access_grant (account);
CREATE INDEX access_grant_by_vacancy ON access_grant (vacancy);
CREATE INDEX access_grant_by_team ON access_grant (team);

CREATE TABLE import (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    account      INTEGER NOT NULL REFERENCES account (row),
    layout       TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    rows_read    INTEGER NOT NULL,
    people       INTEGER NOT NULL,
    applications INTEGER NOT NULL,
    repeats      INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    past         INTEGER NOT NULL,
    undone_at    INTEGER
) STRICT;
CREATE INDEX import_by_account ON import (account);

CREATE TABLE candidate (
    row               INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id                BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    title             TEXT,
    given             TEXT,
    family            TEXT    NOT NULL,
    preferred_name    TEXT,
    sort_name         TEXT    NOT NULL,
    address           TEXT    NOT NULL,
    postcode          TEXT,
    preferred_contact TEXT,
    source            TEXT    NOT NULL,
    source_detail     TEXT,
    received_on       TEXT    NOT NULL,
    notice_given_on   TEXT,
    import            INTEGER REFERENCES import (row),
    added_at          INTEGER NOT NULL,
    revision          INTEGER NOT NULL,
    erase_on          TEXT
) STRICT;
-- The search index keeps the number of a word's first row right after the word. From 128 on such a number begins with
-- a byte that is no letter, so it never makes a longer word of it, which a search after an erasure would stumble on.
INSERT INTO sqlite_sequence (name, seq) VALUES ('candidate', 127);
CREATE INDEX candidate_by_name ON candidate (sort_name);
CREATE INDEX candidate_by_received ON candidate (received_on);
CREATE INDEX candidate_by_erase ON candidate (erase_on);
CREATE INDEX candidate_by_source ON candidate (source);
CREATE INDEX candidate_by_import ON candidate (import) WHERE import IS NOT NULL;

CREATE TABLE candidate_email (
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    position  INTEGER NOT NULL,
    address   TEXT    NOT NULL,
    key       TEXT,
    PRIMARY KEY (candidate, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_email_by_key ON candidate_email (key) WHERE key IS NOT NULL;

CREATE TABLE candidate_phone (
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    position  INTEGER NOT NULL,
    number    TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    PRIMARY KEY (candidate, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_phone_by_key ON candidate_phone (key);

CREATE TABLE candidate_text (
    candidate INTEGER NOT NULL PRIMARY KEY REFERENCES candidate (row),
    name      TEXT    NOT NULL,
    contact   TEXT    NOT NULL
) STRICT;

CREATE VIRTUAL TABLE candidate_search USING fts5 (
    name,
    contact,
    content = 'candidate_text',
    content_rowid = 'candidate',
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO candidate_search (candidate_search, rank) VALUES ('secure-delete', 1);

CREATE TABLE application (
    row            INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate      INTEGER NOT NULL REFERENCES candidate (row),
    vacancy        INTEGER NOT NULL REFERENCES vacancy (row),
    applied_on     TEXT    NOT NULL,
    stage          TEXT    NOT NULL,
    stage_reached  TEXT    NOT NULL,
    outcome        TEXT,
    reason         TEXT,
    outcome_on     TEXT,
    handed_over_on TEXT,
    import         INTEGER REFERENCES import (row),
    added_at       INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
    CHECK ((reason IS NOT NULL) = (outcome IS 'rejected'))
) STRICT;
CREATE INDEX application_by_candidate ON application (candidate, vacancy);
CREATE INDEX application_by_board ON application (vacancy, outcome, stage, applied_on);
CREATE INDEX application_by_stage ON application (stage, outcome, candidate);
CREATE INDEX application_by_outcome ON application (outcome, candidate);
CREATE INDEX application_by_import ON application (import) WHERE import IS NOT NULL;

CREATE TABLE application_event (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    application INTEGER NOT NULL REFERENCES application (row),
    at          INTEGER NOT NULL,
    account     INTEGER NOT NULL REFERENCES account (row),
    what        TEXT    NOT NULL,
    before      TEXT,
    after       TEXT
) STRICT;
CREATE INDEX application_event_by_application ON application_event (application);
CREATE INDEX application_event_by_account ON application_event (account);

CREATE TABLE permission (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    application  INTEGER REFERENCES application (row),
    purpose      TEXT    NOT NULL,
    given_on     TEXT    NOT NULL,
    months       INTEGER NOT NULL,
    means        TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,
    wording      TEXT    NOT NULL,
    recorded_by  INTEGER NOT NULL REFERENCES account (row),
    recorded_at  INTEGER NOT NULL,
    ends_on      TEXT    NOT NULL,
    withdrawn_on TEXT
) STRICT;
CREATE INDEX permission_by_candidate ON permission (candidate);
CREATE INDEX permission_by_application ON permission (application) WHERE application IS NOT NULL;
CREATE INDEX permission_by_recorder ON permission (recorded_by);

CREATE TABLE reserve_entry (
    row            INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate      INTEGER NOT NULL REFERENCES candidate (row),
    application    INTEGER NOT NULL REFERENCES application (row),
    permission     INTEGER NOT NULL REFERENCES permission (row),
    role_families  TEXT    NOT NULL,
    merit          TEXT    NOT NULL,
    until_on       TEXT,
    added_by       INTEGER NOT NULL REFERENCES account (row),
    added_at       INTEGER NOT NULL,
    removed_on     TEXT,
    removed_reason TEXT,
    CHECK ((removed_on IS NULL) = (removed_reason IS NULL))
) STRICT;
CREATE INDEX reserve_entry_by_candidate ON reserve_entry (candidate);
CREATE INDEX reserve_entry_by_application ON reserve_entry (application);
CREATE INDEX reserve_entry_by_permission ON reserve_entry (permission);
CREATE INDEX reserve_entry_by_adder ON reserve_entry (added_by);

CREATE TABLE erasure (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    account      INTEGER NOT NULL REFERENCES account (row),
    at           INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    people       INTEGER NOT NULL,
    rules        TEXT    NOT NULL,
    verification TEXT
) STRICT;
CREATE INDEX erasure_by_account ON erasure (account);
CREATE INDEX erasure_by_state ON erasure (state);

CREATE TABLE erasure_intent (
    candidate INTEGER NOT NULL PRIMARY KEY REFERENCES candidate (row),
    erasure   INTEGER NOT NULL REFERENCES erasure (row),
    rule      TEXT    NOT NULL
) STRICT;
CREATE INDEX erasure_intent_by_erasure ON erasure_intent (erasure);

CREATE TABLE erasure_ledger (
    record    BLOB    NOT NULL PRIMARY KEY CHECK (length(record) = 16),
    erasure   INTEGER NOT NULL REFERENCES erasure (row),
    erased_on TEXT    NOT NULL,
    rule      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_ledger_by_erasure ON erasure_ledger (erasure);

CREATE TABLE statistic (
    quarter       TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    stage_reached TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    PRIMARY KEY (quarter, source, stage_reached, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    seq          INTEGER NOT NULL PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor        BLOB,
    action       TEXT    NOT NULL,
    subject_kind TEXT,
    subject      BLOB,
    detail       TEXT    NOT NULL,
    prev         BLOB    NOT NULL CHECK (length(prev) = 32),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_by_subject ON journal (subject) WHERE subject IS NOT NULL;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;
