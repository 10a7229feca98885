-- The schema as it is, column by column. Nothing runs this file: the steps in migrations/ make the schema, and
-- a test fails when the two differ. Every nullable column says what null means.

-- How the store came to its format: one row for each step taken.
CREATE TABLE migration (
    -- The format the step leads to.
    version     INTEGER NOT NULL PRIMARY KEY,
    -- The name of the step's file.
    name        TEXT    NOT NULL,
    -- The hash of what it did.
    sha256      BLOB    NOT NULL CHECK (length(sha256) = 32),
    -- The version of the program that took it.
    app_version TEXT    NOT NULL,
    -- When.
    applied_at  INTEGER NOT NULL
) STRICT;

-- The organisation whose store this is: one row.
CREATE TABLE organisation (
    -- Always 1.
    row        INTEGER NOT NULL PRIMARY KEY CHECK (row = 1),
    -- Its name.
    name       TEXT    NOT NULL,
    -- When the store was made.
    created_at INTEGER NOT NULL
) STRICT;

-- Settings by name. Never personal data.
CREATE TABLE setting (
    -- The setting: access-policy.
    name  TEXT NOT NULL PRIMARY KEY,
    -- Its value, mostly JSON.
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The organisation's periods, version by version: append-only.
CREATE TABLE policy (
    -- Its number.
    version     INTEGER NOT NULL PRIMARY KEY,
    -- domain::retention::PolicyValues, as JSON.
    periods     TEXT    NOT NULL,
    -- The first day it is in use.
    in_use_from TEXT    NOT NULL,
    -- Who set it. Null: it is the one the store was made with.
    set_by      INTEGER REFERENCES account (row),
    -- When.
    set_at      INTEGER NOT NULL,
    -- Why, in the setter's words. Null: nothing got longer, and nobody said.
    reason      TEXT,
    CHECK (version > 0),
    CHECK ((version = 1) = (set_by IS NULL))
) STRICT;
CREATE INDEX policy_by_setter ON policy (set_by);
CREATE TRIGGER policy_is_never_changed BEFORE UPDATE ON policy
BEGIN
    SELECT raise(ABORT, 'a version of the policy stays as it was set');
END;
CREATE TRIGGER policy_is_never_deleted BEFORE DELETE ON policy
BEGIN
    SELECT raise(ABORT, 'a version of the policy stays as it was set');
END;

-- Teams, each with its directors (access_grant).
CREATE TABLE team (
    -- Private row number; never leaves the store.
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Its name.
    name     TEXT    NOT NULL,
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at INTEGER NOT NULL
) STRICT;

-- People who sign in. Their keys are in the key file.
CREATE TABLE account (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- What they type or pick to sign in, as in the key file.
    sign_in_name TEXT    NOT NULL UNIQUE,
    -- Their name.
    name         TEXT    NOT NULL,
    -- domain::access::Role.
    role         TEXT    NOT NULL,
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at     INTEGER NOT NULL,
    -- When the account was taken away. Null: it may sign in.
    removed_at   INTEGER,
    -- The last day of the role; after it the account is a member. Null: no end.
    role_until   TEXT
) STRICT;

-- Roles to be filled. Their people are grants.
CREATE TABLE vacancy (
    -- Private row number; never leaves the store.
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- The team the role is in.
    team          INTEGER NOT NULL REFERENCES team (row),
    -- As advertised.
    title         TEXT    NOT NULL,
    -- The organisation's own reference. Null: none.
    reference     TEXT,
    -- domain::vacancy::VacancyKind.
    kind          TEXT    NOT NULL,
    -- First day applications are taken. Days are YYYY-MM-DD, London.
    opens_on      TEXT    NOT NULL,
    -- Last day applications are taken. Null: none set.
    closes_on     TEXT,
    -- The day it was closed out. Null: it was not.
    closed_out_on TEXT,
    -- The import that named it first. Null: none.
    import        INTEGER REFERENCES import (row),
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at      INTEGER NOT NULL,
    -- Goes up with every change; a change names the one it saw.
    revision      INTEGER NOT NULL,
    -- domain::application::Stage that an application must reach before those who decide see a name. Null: they see it from the start.
    blind_until   TEXT
) STRICT;
CREATE INDEX vacancy_by_team ON vacancy (team);
CREATE INDEX vacancy_by_import ON vacancy (import) WHERE import IS NOT NULL;

-- What a role asks for, as the reserve list is matched with it. No row: nothing is said.
CREATE TABLE role_asks (
    -- Of which vacancy.
    vacancy     INTEGER NOT NULL PRIMARY KEY REFERENCES vacancy (row),
    -- The family of roles. Null: not said.
    role_family TEXT,
    -- Skills, a line each.
    skills      TEXT    NOT NULL,
    -- The place of work. Null: not said.
    place       TEXT,
    -- domain::vacancy::Arrangement. Null: not said.
    arrangement TEXT,
    -- Why an MP's office or a department is concerned. Null: none is, and none is given anything.
    office      TEXT
) STRICT;

-- What an account is to a vacancy, to a team and all its vacancies, or to the whole organisation.
CREATE TABLE access_grant (
    -- Private row number; never leaves the store.
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Whose it is.
    account  INTEGER NOT NULL REFERENCES account (row),
    -- domain::access::Relation.
    relation TEXT    NOT NULL,
    -- To which vacancy. Null: to a team, or to everything.
    vacancy  INTEGER REFERENCES vacancy (row),
    -- To which team. Null: to a vacancy, or to everything.
    team     INTEGER REFERENCES team (row),
    -- First day.
    from_on  TEXT    NOT NULL,
    -- Last day. Null: no end.
    until_on TEXT,
    CHECK (vacancy IS NULL OR team IS NULL),
    CHECK (relation <> 'auditor' OR until_on IS NOT NULL)
) STRICT;
CREATE INDEX access_grant_by_account ON access_grant (account);
CREATE INDEX access_grant_by_vacancy ON access_grant (vacancy);
CREATE INDEX access_grant_by_team ON access_grant (team);

-- Data protection training, without which nobody opens personal data.
CREATE TABLE training (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Who took it.
    account     INTEGER NOT NULL REFERENCES account (row),
    -- The day it was held.
    held_on     TEXT    NOT NULL,
    -- live, which counts as an induction, or refresher.
    kind        TEXT    NOT NULL,
    -- Who recorded it: somebody else, but for the first account of a store.
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX training_by_account ON training (account);
CREATE INDEX training_by_recorder ON training (recorded_by);

-- Who must not see whom, whatever their role.
CREATE TABLE conflict_of_interest (
    -- Whose conflict it is.
    account     INTEGER NOT NULL REFERENCES account (row),
    -- With whom.
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    -- The day it was declared.
    declared_on TEXT    NOT NULL,
    -- Who declared it.
    declared_by INTEGER NOT NULL REFERENCES account (row),
    PRIMARY KEY (account, candidate)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_of_interest_by_candidate ON conflict_of_interest (candidate);
CREATE INDEX conflict_of_interest_by_declarer ON conflict_of_interest (declared_by);

-- Who holds the key of a sealed class.
CREATE TABLE compartment_holder (
    -- Who.
    account     INTEGER NOT NULL REFERENCES account (row),
    -- domain::compartment::Compartment.
    compartment TEXT    NOT NULL,
    PRIMARY KEY (account, compartment)
) STRICT, WITHOUT ROWID;

-- Files that were brought in.
CREATE TABLE import (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Who brought it in.
    account      INTEGER NOT NULL REFERENCES account (row),
    -- The layout of the file, by its code.
    layout       TEXT    NOT NULL,
    -- When.
    at           INTEGER NOT NULL,
    -- Rows of the file.
    rows_read    INTEGER NOT NULL,
    -- People it added.
    people       INTEGER NOT NULL,
    -- Applications it added.
    applications INTEGER NOT NULL,
    -- Rows about someone who was there.
    repeats      INTEGER NOT NULL,
    -- Rows refused.
    refused      INTEGER NOT NULL,
    -- Rows refused because their day had passed.
    past         INTEGER NOT NULL,
    -- When it was taken back. Null: it was not.
    undone_at    INTEGER
) STRICT;
CREATE INDEX import_by_account ON import (account);

-- People who applied, were approached or sent a CV.
CREATE TABLE candidate (
    -- Private row number; never leaves the store.
    row               INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id                BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Ms, Dr. Null: none known.
    title             TEXT,
    -- Given names. Null: the person has one name only.
    given             TEXT,
    -- Family name, or the one name.
    family            TEXT    NOT NULL,
    -- What they like to be called. Null: none known.
    preferred_name    TEXT,
    -- Family name and given names, folded: what lists sort by.
    sort_name         TEXT    NOT NULL,
    -- Postal address, a line each.
    address           TEXT    NOT NULL,
    -- Null: none known.
    postcode          TEXT,
    -- email, phone or post. Null: none known.
    preferred_contact TEXT,
    -- domain::source::SourceCategory.
    source            TEXT    NOT NULL,
    -- Which site, agency or referrer. Null: none known.
    source_detail     TEXT,
    -- The day the details came in.
    received_on       TEXT    NOT NULL,
    -- The first day they were given the privacy notice, by notice_given; written with it. Null: none is recorded.
    notice_given_on   TEXT,
    -- The import that brought it. Null: added by hand.
    import            INTEGER REFERENCES import (row),
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at          INTEGER NOT NULL,
    -- Goes up with every change; a change names the one it saw.
    revision          INTEGER NOT NULL,
    -- The day the record goes, blocks aside: worked out by domain::retention in every transaction that changes a fact. Null: an application runs.
    erase_on          TEXT,
    -- How many of their applications went before them: counted already, and no reason to count somebody who never applied.
    applications_gone INTEGER NOT NULL DEFAULT 0,
    -- The rule that gives it, as RULEBOOK.md numbers it; written with it. Null: there is no day.
    erase_rule        TEXT,
    -- The day of going for which somebody looked at the record. Null: nobody did. It counts while it is still the day.
    looked_at_for     TEXT
) STRICT;
-- The search index keeps the number of a word's first row right after the word. From 128 on such a number begins with
-- a byte that is no letter, so it never makes a longer word of it, which a search after an erasure would stumble on.
INSERT INTO sqlite_sequence (name, seq) VALUES ('candidate', 127);
CREATE INDEX candidate_by_name ON candidate (sort_name);
CREATE INDEX candidate_by_received ON candidate (received_on);
CREATE INDEX candidate_by_erase ON candidate (erase_on, row, erase_rule);
CREATE INDEX candidate_by_source ON candidate (source);
CREATE INDEX candidate_by_import ON candidate (import) WHERE import IS NOT NULL;

-- E-mail addresses, the one to use first at position 0.
CREATE TABLE candidate_email (
    -- Whose it is.
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    -- Its place, from 0.
    position  INTEGER NOT NULL,
    -- As given.
    address   TEXT    NOT NULL,
    -- What two spellings share. Null: a job board's relay, which is nobody's own.
    key       TEXT,
    PRIMARY KEY (candidate, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_email_by_key ON candidate_email (key) WHERE key IS NOT NULL;

-- Telephone numbers, the one to use first at position 0.
CREATE TABLE candidate_phone (
    -- Whose it is.
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    -- Its place, from 0.
    position  INTEGER NOT NULL,
    -- As given.
    number    TEXT    NOT NULL,
    -- What two spellings share.
    key       TEXT    NOT NULL,
    PRIMARY KEY (candidate, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_phone_by_key ON candidate_phone (key);

-- What a candidate is found by, folded: no accents, lower case. The content of candidate_search.
CREATE TABLE candidate_text (
    -- Whose it is; also the row in the index.
    candidate INTEGER NOT NULL PRIMARY KEY REFERENCES candidate (row),
    -- Family, given and preferred names.
    name      TEXT    NOT NULL,
    -- Addresses, numbers, postcode.
    contact   TEXT    NOT NULL
) STRICT;

-- The full-text index over candidate_text. It keeps no text of its own; secure-delete leaves no residue.
CREATE VIRTUAL TABLE candidate_search USING fts5 (
    -- Searched under every sight.
    name,
    -- Searched under full sight only.
    contact,
    content = 'candidate_text',
    content_rowid = 'candidate',
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO candidate_search (candidate_search, rank) VALUES ('secure-delete', 1);

-- Applications of a candidate for a vacancy.
CREATE TABLE application (
    -- Private row number; never leaves the store.
    row            INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is.
    candidate      INTEGER NOT NULL REFERENCES candidate (row),
    -- What it is for.
    vacancy        INTEGER NOT NULL REFERENCES vacancy (row),
    -- The day it came in.
    applied_on     TEXT    NOT NULL,
    -- domain::application::Stage: where it stands, or stood when it ended.
    stage          TEXT    NOT NULL,
    -- The furthest it came.
    stage_reached  TEXT    NOT NULL,
    -- domain::application::OutcomeKind. Null: it runs.
    outcome        TEXT,
    -- domain::application::RejectionReason. Null: it was not turned down.
    reason         TEXT,
    -- The day of the decision. Null: it runs.
    outcome_on     TEXT,
    -- The day HR confirmed the hand-over of someone hired. Null: not confirmed.
    handed_over_on TEXT,
    -- The import that brought it. Null: added by hand.
    import         INTEGER REFERENCES import (row),
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at       INTEGER NOT NULL,
    -- Goes up with every change; a change names the one it saw.
    revision       INTEGER NOT NULL,
    -- The day its own material goes although the person stays (RET-15), kept as candidate.erase_on is. Null: it goes with them.
    erase_on       TEXT,
    -- The day its history goes although a permission keeps it (RULEBOOK 4.2). Null: it goes with the application, or is gone.
    history_on     TEXT,
    CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
    CHECK ((reason IS NOT NULL) = (outcome IS 'rejected'))
) STRICT;
CREATE INDEX application_by_erase ON application (erase_on) WHERE erase_on IS NOT NULL;
CREATE INDEX application_by_history ON application (history_on) WHERE history_on IS NOT NULL;
CREATE INDEX application_by_candidate ON application (candidate, vacancy);
CREATE INDEX application_by_board ON application (vacancy, outcome, stage, applied_on);
CREATE INDEX application_by_stage ON application (stage, outcome, candidate);
CREATE INDEX application_by_outcome ON application (outcome, candidate);
CREATE INDEX application_by_import ON application (import) WHERE import IS NOT NULL;

-- What an application is called while nobody who decides may know whose it is; there from the moment its vacancy
-- was first shortlisted without names.
CREATE TABLE application_alias (
    -- Which application.
    application INTEGER NOT NULL PRIMARY KEY REFERENCES application (row),
    -- What it is for.
    vacancy     INTEGER NOT NULL REFERENCES vacancy (row),
    -- Four signs, drawn by chance.
    alias       TEXT    NOT NULL,
    UNIQUE (vacancy, alias)
) STRICT, WITHOUT ROWID;

-- What happened to an application.
CREATE TABLE application_event (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- What it happened to.
    application INTEGER NOT NULL REFERENCES application (row),
    -- When.
    at          INTEGER NOT NULL,
    -- Who did it.
    account     INTEGER NOT NULL REFERENCES account (row),
    -- added, moved, ended, reopened, handed-over.
    what        TEXT    NOT NULL,
    -- The code before. Null: there was none.
    before      TEXT,
    -- The code after. Null: there is none.
    after       TEXT
) STRICT;
CREATE INDEX application_event_by_application ON application_event (application);
CREATE INDEX application_event_by_account ON application_event (account);

-- Offers, with their approval and what came of them. They go with their application's history.
CREATE TABLE offer (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Of which application. One of them at most is open.
    application INTEGER NOT NULL REFERENCES application (row),
    -- domain::offer::Pay, as JSON.
    pay         TEXT    NOT NULL,
    -- The first day of work. Null: not agreed.
    starts_on   TEXT,
    -- The day by which an answer is asked for. Null: none.
    answer_by   TEXT,
    -- What it depends on. Empty: on nothing.
    conditions  TEXT    NOT NULL,
    -- Who wrote the terms as they stand.
    written_by  INTEGER NOT NULL REFERENCES account (row),
    -- When.
    written_at  INTEGER NOT NULL,
    -- domain::offer::ApproverDecision on these terms. Null: nobody has decided.
    decision    TEXT,
    -- Who decided: never who wrote. Null: nobody.
    decided_by  INTEGER REFERENCES account (row),
    -- The day. Null: nobody has decided.
    decided_on  TEXT,
    -- The day it was made to the candidate. Null: it was not.
    made_on     TEXT,
    -- domain::offer::OfferAnswer. Null: it is open, or lapsed with its application.
    answer      TEXT,
    -- The day of that. Null: there is none.
    answered_on TEXT,
    -- Goes up with every change; a change names the one it saw.
    revision    INTEGER NOT NULL,
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK ((decision IS NULL) = (decided_on IS NULL)),
    CHECK ((answer IS NULL) = (answered_on IS NULL)),
    CHECK (made_on IS NOT NULL OR answer IS NULL OR answer = 'withdrawn'),
    CHECK (decided_by IS NOT written_by)
) STRICT;
CREATE INDEX offer_by_application ON offer (application);
CREATE UNIQUE INDEX offer_that_is_open ON offer (application) WHERE answer IS NULL;
CREATE INDEX offer_by_writer ON offer (written_by);
CREATE INDEX offer_by_decider ON offer (decided_by);
CREATE TRIGGER hold_keeps_offers BEFORE DELETE ON offer
WHEN EXISTS (
    SELECT 1
    FROM application
    JOIN hold ON hold.candidate = application.candidate
    WHERE application.row = old.application AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = application.row)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

-- What a candidate was told when an application ended (S53). Opinions: they go with the application's history, and are
-- in no index.
CREATE TABLE outcome_message (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Of which application.
    application INTEGER NOT NULL REFERENCES application (row),
    -- The day they were told.
    told_on     TEXT    NOT NULL,
    -- domain::reserve::ContactChannel.
    channel     TEXT    NOT NULL,
    -- What they were told.
    words       TEXT    NOT NULL,
    -- Who recorded it.
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_message_by_application ON outcome_message (application);
CREATE INDEX outcome_message_by_recorder ON outcome_message (recorded_by);
CREATE TRIGGER hold_keeps_outcome_messages BEFORE DELETE ON outcome_message
WHEN EXISTS (
    SELECT 1
    FROM application
    JOIN hold ON hold.candidate = application.candidate
    WHERE application.row = old.application AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = application.row)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

-- What a person allowed. One purpose, one wording, one act.
CREATE TABLE permission (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Who gave it.
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    -- The application it is for. Null: the record as a whole.
    application  INTEGER REFERENCES application (row),
    -- domain::consent::PermissionPurpose.
    purpose      TEXT    NOT NULL,
    -- The day they gave it.
    given_on     TEXT    NOT NULL,
    -- For how many months.
    months       INTEGER NOT NULL,
    -- domain::consent::PermissionMeans.
    means        TEXT    NOT NULL,
    -- Where the evidence is.
    evidence     TEXT    NOT NULL,
    -- The version of the wording that was put to them.
    wording      TEXT    NOT NULL,
    -- Who recorded it.
    recorded_by  INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at  INTEGER NOT NULL,
    -- given_on and the months.
    ends_on      TEXT    NOT NULL,
    -- The day they withdrew it. Null: they did not.
    withdrawn_on TEXT
) STRICT;
CREATE INDEX permission_by_candidate ON permission (candidate);
CREATE INDEX permission_by_application ON permission (application) WHERE application IS NOT NULL;
CREATE INDEX permission_by_recorder ON permission (recorded_by);

-- What compartments keep of a candidate: under the candidate's own key, and that under the compartment's.
CREATE TABLE sealed_record (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is.
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    -- domain::compartment::Compartment.
    compartment TEXT    NOT NULL,
    -- domain::sealed::SealedKind.
    kind        TEXT    NOT NULL,
    -- domain::sealed::SealedStatus: what those are told who may know how things stand and hold no key. Not sealed.
    status      TEXT    NOT NULL,
    -- The day a suitability decision was made, from which a criminal record or vetting is counted; NULL while there
    -- is none, and for what is counted from an outcome. Not sealed: a sweep decides without the compartment's key.
    decided_on  TEXT,
    -- Which generation of the compartment's keys opens it.
    generation  INTEGER NOT NULL,
    -- Sealed to the compartment; inside, encrypted under the subject key.
    sealed      BLOB    NOT NULL,
    -- Who recorded it.
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at INTEGER NOT NULL,
    -- The day it goes although the person stays, kept as candidate.erase_on is. Null: nothing dates it yet, or it goes with them.
    erase_on    TEXT,
    -- A copy of the paper that was seen, sealed as the record is. Null: none is kept.
    copy        BLOB
) STRICT;
CREATE INDEX sealed_record_by_erase ON sealed_record (erase_on) WHERE erase_on IS NOT NULL;
CREATE INDEX sealed_record_by_candidate ON sealed_record (candidate);
CREATE INDEX sealed_record_by_recorder ON sealed_record (recorded_by);
CREATE TRIGGER copy_stays_what_it_was BEFORE UPDATE OF copy ON sealed_record
WHEN old.copy IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'a copy is not changed');
END;

-- Documents of a candidate.
CREATE TABLE document (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is.
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    -- The application it was collected for. Null: it is the person's own.
    application INTEGER REFERENCES application (row),
    -- domain::document::DocumentKind.
    kind        TEXT    NOT NULL,
    -- What it is, where the kind is other. Null: the kind says it.
    label       TEXT,
    -- What its file was called.
    file_name   TEXT    NOT NULL,
    -- domain::document::MediaType, by the bytes.
    media_type  TEXT    NOT NULL,
    -- The size of the file.
    bytes       INTEGER NOT NULL,
    -- Who added it.
    added_by    INTEGER NOT NULL REFERENCES account (row),
    -- When.
    added_at    INTEGER NOT NULL,
    -- The day it goes by itself, kept as candidate.erase_on is. Null: nothing dates it yet, or it goes with its application or the person.
    erase_on    TEXT,
    CHECK ((kind = 'other') = (label IS NOT NULL))
) STRICT;
-- As with candidates: no row's number is one byte.
INSERT INTO sqlite_sequence (name, seq) VALUES ('document', 127);
CREATE INDEX document_by_candidate ON document (candidate);
CREATE INDEX document_by_application ON document (application) WHERE application IS NOT NULL;
CREATE INDEX document_by_adder ON document (added_by);
CREATE INDEX document_by_erase ON document (erase_on) WHERE erase_on IS NOT NULL;

-- The file of a document: by itself, so that a day that moves does not write it anew.
CREATE TABLE document_content (
    -- Of which.
    document INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    -- Encrypted under the candidate's own key and bound to both their ids.
    sealed   BLOB    NOT NULL
) STRICT;

-- The words of a document, folded. The content of document_search.
CREATE TABLE document_text (
    -- Of which; also the row in the index.
    document INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    -- What it says, as far as it could be read.
    body     TEXT    NOT NULL
) STRICT;

-- The full-text index over document_text, made as candidate_search is.
CREATE VIRTUAL TABLE document_search USING fts5 (
    -- Searched within what a viewer may see.
    body,
    content = 'document_text',
    content_rowid = 'document',
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO document_search (document_search, rank) VALUES ('secure-delete', 1);

-- What a document of the kind message is besides: its words are the document's content.
CREATE TABLE message (
    -- Which document.
    document  INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    -- domain::correspondence::MessageDirection.
    direction TEXT    NOT NULL,
    -- domain::correspondence::MessageChannel.
    channel   TEXT    NOT NULL,
    -- domain::correspondence::MessagePurpose.
    purpose   TEXT    NOT NULL,
    -- When it came in or went out. Null: it is a draft of whoever added the document.
    at        INTEGER
) STRICT;

-- The organisation's templates of messages. They have fields in the place of anybody's words.
CREATE TABLE message_template (
    -- Private row number; never leaves the store.
    row        INTEGER PRIMARY KEY NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- domain::correspondence::MessagePurpose.
    purpose    TEXT    NOT NULL,
    -- What it is called.
    name       TEXT    NOT NULL UNIQUE,
    -- The subject, with merge fields.
    subject    TEXT    NOT NULL,
    -- The text, with merge fields.
    body       TEXT    NOT NULL,
    -- Counts changes.
    revision   INTEGER NOT NULL,
    -- Who changed it last.
    changed_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_template_by_changer ON message_template (changed_by);

-- Places on the reserve list.
CREATE TABLE reserve_entry (
    -- Private row number; never leaves the store.
    row            INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is.
    candidate      INTEGER NOT NULL REFERENCES candidate (row),
    -- The application whose outcome opened it.
    application    INTEGER NOT NULL REFERENCES application (row),
    -- The permission it stands on.
    permission     INTEGER NOT NULL REFERENCES permission (row),
    -- Kinds of role, a line each.
    role_families  TEXT    NOT NULL,
    -- What the assessment showed, in short.
    merit          TEXT    NOT NULL,
    -- Its own end. Null: the permission's.
    until_on       TEXT,
    -- Who added it.
    added_by       INTEGER NOT NULL REFERENCES account (row),
    -- When it was added. Instants are milliseconds since 1970, UTC.
    added_at       INTEGER NOT NULL,
    -- The day they were taken off. Null: they were not.
    removed_on     TEXT,
    -- Why, as a code. Null: they were not.
    removed_reason TEXT,
    -- Skills, a line each.
    skills         TEXT    NOT NULL DEFAULT '',
    -- Places the person would work at, a line each.
    places         TEXT    NOT NULL DEFAULT '',
    -- domain::vacancy::VacancyKind they would take, a line each. Empty: nothing is noted.
    kinds          TEXT    NOT NULL DEFAULT '',
    CHECK ((removed_on IS NULL) = (removed_reason IS NULL))
) STRICT;
CREATE INDEX reserve_entry_by_candidate ON reserve_entry (candidate);
CREATE INDEX reserve_entry_by_application ON reserve_entry (application);
CREATE INDEX reserve_entry_by_permission ON reserve_entry (permission);
CREATE INDEX reserve_entry_by_adder ON reserve_entry (added_by);

-- When somebody on the reserve list was contacted about a vacancy, and what came of it.
CREATE TABLE reserve_contact (
    -- Private row number; never leaves the store.
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- By which place.
    reserve_entry INTEGER NOT NULL REFERENCES reserve_entry (row),
    -- About which vacancy.
    vacancy       INTEGER NOT NULL REFERENCES vacancy (row),
    -- The day.
    contacted_on  TEXT    NOT NULL,
    -- domain::reserve::ContactChannel.
    channel       TEXT    NOT NULL,
    -- domain::reserve::ContactOutcome. Null: an answer is awaited.
    outcome       TEXT,
    -- The day of that. Null: an answer is awaited.
    answered_on   TEXT,
    -- Who recorded it.
    recorded_by   INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at   INTEGER NOT NULL,
    CHECK ((outcome IS NULL) = (answered_on IS NULL))
) STRICT;
CREATE INDEX reserve_contact_by_entry ON reserve_contact (reserve_entry);
CREATE INDEX reserve_contact_by_vacancy ON reserve_contact (vacancy);
CREATE INDEX reserve_contact_by_recorder ON reserve_contact (recorded_by);

-- Legal holds. While one stands, nothing of the candidate's, or of the one application it names, can be deleted,
-- whoever asks.
CREATE TABLE hold (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose record it keeps.
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    -- domain::hold::HoldReason.
    reason      TEXT    NOT NULL,
    -- Where the papers are, in short. Null: not given.
    reference   TEXT,
    -- Who placed it.
    placed_by   INTEGER NOT NULL REFERENCES account (row),
    -- The day from which it stands.
    placed_on   TEXT    NOT NULL,
    -- The day by which it is looked at again. It stands after that day too.
    review_by   TEXT    NOT NULL,
    -- Who released it: never who placed it. Null: it stands.
    released_by INTEGER REFERENCES account (row),
    -- The day it was released. Null: it stands.
    released_on TEXT,
    -- The application it keeps, with who they are. Null: it keeps the whole record.
    application INTEGER REFERENCES application (row),
    CHECK ((released_by IS NULL) = (released_on IS NULL)),
    CHECK (released_by IS NOT placed_by)
) STRICT;
CREATE INDEX hold_by_application ON hold (application) WHERE application IS NOT NULL;
CREATE INDEX hold_by_candidate ON hold (candidate, released_on);
CREATE INDEX hold_by_placer ON hold (placed_by);
CREATE INDEX hold_by_releaser ON hold (released_by);
CREATE TRIGGER hold_that_stands_stays BEFORE DELETE ON hold
WHEN old.released_on IS NULL
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER hold_keeps_applications BEFORE DELETE ON application
WHEN EXISTS (
    SELECT 1
    FROM hold
    WHERE hold.candidate = old.candidate AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = old.row)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER hold_keeps_sealed_records BEFORE DELETE ON sealed_record
WHEN EXISTS (
    SELECT 1
    FROM hold
    WHERE hold.candidate = old.candidate AND hold.released_on IS NULL AND hold.application IS NULL
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER hold_keeps_documents BEFORE DELETE ON document
WHEN EXISTS (
    SELECT 1
    FROM hold
    WHERE hold.candidate = old.candidate AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = old.application)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

-- Requests of people about their data. A line goes a year after it was closed.
CREATE TABLE rights_request (
    -- Private row number; never leaves the store.
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- What people call it, from 1.
    number        INTEGER NOT NULL UNIQUE,
    -- Whom it is about. Null: nobody was found here, or they were erased since.
    candidate     INTEGER REFERENCES candidate (row),
    -- domain::rights::RequestCase, as JSON: days, choices and whose they were, and nobody's words.
    facts         TEXT    NOT NULL,
    -- 1 while it keeps the record: access or portability, not answered (RET-07).
    keeps         INTEGER NOT NULL,
    -- The day from which the record is due, where erasure was granted in full. Null: it was not.
    upheld_on     TEXT,
    -- The day from which the record is only stored (RET-08). Null: it never was.
    restricted_on TEXT,
    -- The day that ended. Null: it did not, or never began.
    lifted_on     TEXT,
    -- Who logged it.
    logged_by     INTEGER NOT NULL REFERENCES account (row),
    -- When.
    logged_at     INTEGER NOT NULL,
    -- Who closed it. Null: it is open.
    closed_by     INTEGER REFERENCES account (row),
    -- The day. Null: it is open.
    closed_on     TEXT,
    -- Goes up with every change; a change names the one it saw.
    revision      INTEGER NOT NULL,
    CHECK ((closed_by IS NULL) = (closed_on IS NULL)),
    CHECK (lifted_on IS NULL OR restricted_on IS NOT NULL),
    CHECK (keeps = 0 OR closed_on IS NULL)
) STRICT;
CREATE INDEX rights_request_by_candidate ON rights_request (candidate) WHERE candidate IS NOT NULL;
CREATE INDEX rights_request_by_logger ON rights_request (logged_by);
CREATE INDEX rights_request_by_closer ON rights_request (closed_by);

-- Words that were written of a request. They go with the person.
CREATE TABLE rights_note (
    -- Of which.
    request INTEGER NOT NULL REFERENCES rights_request (row),
    -- What they are of: asker, asked, question-0, answer-0, fee, extension, reasons-access.
    about   TEXT    NOT NULL,
    -- The words.
    words   TEXT    NOT NULL,
    PRIMARY KEY (request, about)
) STRICT, WITHOUT ROWID;

-- What was decided of names of others, and of references, in what is held of whoever asks. They go with the person.
CREATE TABLE rights_mask (
    -- For which request.
    request INTEGER NOT NULL REFERENCES rights_request (row),
    -- SHA-256 of the request's id, the place and the name.
    place   BLOB    NOT NULL CHECK (length(place) = 32),
    -- 1: it is withheld. 0: it is given.
    masked  INTEGER NOT NULL,
    PRIMARY KEY (request, place)
) STRICT, WITHOUT ROWID;

-- What a record said before it was corrected, since somebody asked for that. It goes with the person.
CREATE TABLE correction (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Whose record.
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    -- By which request. Null: it was let go, a year after it was closed.
    request      INTEGER REFERENCES rights_request (row),
    -- domain::rights::Corrected.
    what         TEXT    NOT NULL,
    -- What it said.
    before       TEXT    NOT NULL,
    -- The candidate's revision that the correction made: undo finds it by that.
    of_revision  INTEGER NOT NULL,
    -- Who corrected it.
    corrected_by INTEGER NOT NULL REFERENCES account (row),
    -- The day.
    corrected_on TEXT    NOT NULL
) STRICT;
CREATE INDEX correction_by_candidate ON correction (candidate);
CREATE INDEX correction_by_request ON correction (request) WHERE request IS NOT NULL;
CREATE INDEX correction_by_corrector ON correction (corrected_by);

-- The person's view of what somebody else found or wrote of them: it stands beside that, and goes with it.
CREATE TABLE annotation (
    -- Private row number; never leaves the store.
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Whose view it is.
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    -- By which request it was noted. Null: it was let go, a year after it was closed.
    request   INTEGER REFERENCES rights_request (row),
    -- Of the feedback on which interview. Null: it is of a document.
    interview INTEGER REFERENCES interview (row),
    -- Whose feedback. Null: it is of a document.
    account   INTEGER REFERENCES account (row),
    -- Of which document. Null: it is of feedback.
    document  INTEGER UNIQUE REFERENCES document (row),
    -- What they say.
    words     TEXT    NOT NULL,
    -- Who noted it.
    noted_by  INTEGER NOT NULL REFERENCES account (row),
    -- The day.
    noted_on  TEXT    NOT NULL,
    UNIQUE (interview, account),
    CHECK ((interview IS NULL) = (account IS NULL)),
    CHECK ((interview IS NULL) <> (document IS NULL))
) STRICT;
CREATE INDEX annotation_by_candidate ON annotation (candidate);
CREATE INDEX annotation_by_request ON annotation (request) WHERE request IS NOT NULL;
CREATE INDEX annotation_by_account ON annotation (account) WHERE account IS NOT NULL;
CREATE INDEX annotation_by_noter ON annotation (noted_by);

-- What interviews for a vacancy assess. Nothing of anybody.
CREATE TABLE criterion (
    -- Private row number; never leaves the store.
    row        INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- For which vacancy.
    vacancy    INTEGER NOT NULL REFERENCES vacancy (row),
    -- Its place, from 0.
    position   INTEGER NOT NULL,
    -- What it is, in a few words.
    what       TEXT    NOT NULL,
    -- Questions that find it out, a line each.
    questions  TEXT    NOT NULL,
    -- The day it was taken out of use, since feedback may name it. Null: it is in use.
    retired_on TEXT
) STRICT;
CREATE INDEX criterion_by_vacancy ON criterion (vacancy, position);

-- Interviews. They go with their application's history (C8).
CREATE TABLE interview (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Of which application.
    application INTEGER NOT NULL REFERENCES application (row),
    -- domain::interview::InterviewKind.
    kind        TEXT    NOT NULL,
    -- The day, in London.
    held_on     TEXT    NOT NULL,
    -- When it begins, as clocks in London show it: HH:MM.
    begins      TEXT    NOT NULL,
    -- How long it takes.
    minutes     INTEGER NOT NULL,
    -- A room, a link or a number. Null: not known yet.
    place       TEXT,
    -- domain::interview::InterviewState.
    state       TEXT    NOT NULL,
    -- Who scheduled it.
    added_by    INTEGER NOT NULL REFERENCES account (row),
    -- When.
    added_at    INTEGER NOT NULL,
    -- Goes up with every change; a change names the one it saw.
    revision    INTEGER NOT NULL
) STRICT;
CREATE INDEX interview_by_application ON interview (application);
CREATE INDEX interview_by_day ON interview (held_on);
CREATE INDEX interview_by_adder ON interview (added_by);
CREATE TRIGGER hold_keeps_interviews BEFORE DELETE ON interview
WHEN EXISTS (
    SELECT 1
    FROM application
    JOIN hold ON hold.candidate = application.candidate
    WHERE application.row = old.application AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = application.row)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

-- Who interviews.
CREATE TABLE interviewer (
    -- In which interview.
    interview INTEGER NOT NULL REFERENCES interview (row),
    -- Whose account.
    account   INTEGER NOT NULL REFERENCES account (row),
    PRIMARY KEY (interview, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX interviewer_by_account ON interviewer (account);

-- What an interviewer was asked to assess; of one who is not here, all that is in use.
CREATE TABLE interviewer_criterion (
    -- In which interview.
    interview INTEGER NOT NULL REFERENCES interview (row),
    -- Who.
    account   INTEGER NOT NULL REFERENCES account (row),
    -- Which.
    criterion INTEGER NOT NULL REFERENCES criterion (row),
    PRIMARY KEY (interview, account, criterion)
) STRICT, WITHOUT ROWID;
CREATE INDEX interviewer_criterion_by_account ON interviewer_criterion (account);
CREATE INDEX interviewer_criterion_by_criterion ON interviewer_criterion (criterion);

-- What interviewers submitted. A row is never changed: an amendment is another version.
CREATE TABLE feedback (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Of which interview.
    interview    INTEGER NOT NULL REFERENCES interview (row),
    -- Whose it is.
    account      INTEGER NOT NULL REFERENCES account (row),
    -- From 1; the highest counts.
    version      INTEGER NOT NULL,
    -- When.
    submitted_at INTEGER NOT NULL,
    -- domain::interview::Scorecard as JSON, encrypted under the candidate's own key and bound to all of the above.
    sealed       BLOB    NOT NULL,
    UNIQUE (interview, account, version)
) STRICT;
CREATE INDEX feedback_by_account ON feedback (account);
CREATE TRIGGER hold_keeps_feedback BEFORE DELETE ON feedback
WHEN EXISTS (
    SELECT 1
    FROM interview
    JOIN application ON application.row = interview.application
    JOIN hold ON hold.candidate = application.candidate
    WHERE interview.row = old.interview AND hold.released_on IS NULL
      AND (hold.application IS NULL OR hold.application = application.row)
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER feedback_is_never_changed BEFORE UPDATE ON feedback
BEGIN
    SELECT raise(ABORT, 'what was submitted stays as it was');
END;

-- Feedback that was not submitted.
CREATE TABLE feedback_draft (
    -- Private row number; never leaves the store.
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Of which interview.
    interview INTEGER NOT NULL REFERENCES interview (row),
    -- Whose it is.
    account   INTEGER NOT NULL REFERENCES account (row),
    -- When it was last saved.
    saved_at  INTEGER NOT NULL,
    -- Sealed to its author; inside, encrypted under the candidate's own key, with which it dies.
    sealed    BLOB    NOT NULL,
    UNIQUE (interview, account)
) STRICT;
CREATE INDEX feedback_draft_by_account ON feedback_draft (account);

-- Incidents: personal data breaches and near misses. Their words are the organisation's own and name nobody. A line goes
-- six years after it was closed.
CREATE TABLE incident (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- What people call it, from 1.
    number       INTEGER NOT NULL UNIQUE,
    -- domain::incident::IncidentKind.
    kind         TEXT    NOT NULL,
    -- What happened.
    facts        TEXT    NOT NULL,
    -- The day it happened. Null: not known.
    happened_on  TEXT,
    -- When it was noticed.
    noticed_at   INTEGER NOT NULL,
    -- When the organisation became aware: the 72 hours run from it.
    aware_at     INTEGER NOT NULL,
    -- Why that is not when it was noticed. Empty: it is.
    aware_reason TEXT    NOT NULL,
    -- domain::incident::LaptopState. Null: Fairhold was not on what was lost.
    laptop       TEXT,
    -- How many candidates were said to be affected; it stays when they go. Null: nobody has said.
    people       INTEGER,
    -- How many of them were told; it stays too.
    told         INTEGER NOT NULL,
    -- domain::incident::Assessment with who and when, as JSON. Null: it was not assessed.
    assessment   TEXT,
    -- domain::incident::IcoDecision with who and when, as JSON. Null: nobody has decided.
    decision     TEXT,
    -- domain::incident::NotTold. Null: no exception was noted.
    not_told     TEXT,
    -- What was done about it.
    measures     TEXT    NOT NULL,
    -- What was learnt.
    lessons      TEXT    NOT NULL,
    -- Who reported it.
    reported_by  INTEGER NOT NULL REFERENCES account (row),
    -- When.
    reported_at  INTEGER NOT NULL,
    -- Who closed it. Null: it is open.
    closed_by    INTEGER REFERENCES account (row),
    -- The day. Null: it is open.
    closed_on    TEXT,
    -- Goes up with every change; a change names the one it saw.
    revision     INTEGER NOT NULL,
    CHECK ((closed_by IS NULL) = (closed_on IS NULL))
) STRICT;
CREATE INDEX incident_by_reporter ON incident (reported_by);
CREATE INDEX incident_by_closer ON incident (closed_by);

-- Who is affected by an incident. While it is open, nothing of theirs is erased (RET-09).
CREATE TABLE incident_person (
    -- By which.
    incident  INTEGER NOT NULL REFERENCES incident (row),
    -- Who.
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    -- The day they were told. Null: they were not.
    told_on   TEXT,
    -- domain::correspondence::MessageChannel by which. Null: they were not.
    told_how  TEXT,
    PRIMARY KEY (incident, candidate),
    CHECK ((told_on IS NULL) = (told_how IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_person_by_candidate ON incident_person (candidate);

-- Complaints about how data were handled (DPA 2018 s.164A). Whom one is about is a link, which goes with the person or a
-- year after the outcome; the line stays, to be counted.
CREATE TABLE complaint (
    -- Private row number; never leaves the store.
    row              INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id               BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- What people call it, from 1.
    number           INTEGER NOT NULL UNIQUE,
    -- Whom it is about: while it is open, nothing of theirs is erased (RET-09). Null: nobody who is here.
    candidate        INTEGER REFERENCES candidate (row),
    -- The day it came: the 30 days are counted from it.
    received_on      TEXT    NOT NULL,
    -- domain::correspondence::MessageChannel by which it came.
    received_how     TEXT    NOT NULL,
    -- domain::complaint::ComplaintTopic.
    topic            TEXT    NOT NULL,
    -- Whom of the organisation it is about. Null: nobody in particular.
    against          INTEGER REFERENCES account (row),
    -- Who entered it.
    recorded_by      INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at      INTEGER NOT NULL,
    -- The day its receipt was confirmed. Null: it was not.
    acknowledged_on  TEXT,
    -- domain::correspondence::MessageChannel by which. Null: it was not.
    acknowledged_how TEXT,
    -- domain::complaint::ComplaintOutcome. Null: nobody has decided.
    outcome          TEXT,
    -- Who decided. Null: nobody has.
    decided_by       INTEGER REFERENCES account (row),
    -- What was changed because of it, in the organisation's words, which name nobody.
    changes          TEXT    NOT NULL,
    -- The day the person was told the outcome. Null: it is open.
    told_on          TEXT,
    -- domain::correspondence::MessageChannel by which. Null: it is open.
    told_how         TEXT,
    -- Goes up with every change; a change names the one it saw.
    revision         INTEGER NOT NULL,
    -- The request of theirs that it is about, or that came with it. Null: none, or it was let go a year after it was closed.
    request          INTEGER REFERENCES rights_request (row),
    CHECK ((acknowledged_on IS NULL) = (acknowledged_how IS NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK ((told_on IS NULL) = (told_how IS NULL)),
    CHECK (told_on IS NULL OR outcome IS NOT NULL)
) STRICT;
CREATE INDEX complaint_by_candidate ON complaint (candidate);
CREATE INDEX complaint_by_against ON complaint (against);
CREATE INDEX complaint_by_recorder ON complaint (recorded_by);
CREATE INDEX complaint_by_decider ON complaint (decided_by);
CREATE INDEX complaint_by_request ON complaint (request) WHERE request IS NOT NULL;

-- The words of a complaint: the complainant's, or about them. They go as the link to the person does.
CREATE TABLE complaint_word (
    -- Private row number; never leaves the store.
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Of which complaint.
    complaint INTEGER NOT NULL REFERENCES complaint (row),
    -- Their place in it, from 1.
    position  INTEGER NOT NULL,
    -- domain::complaint::ComplaintWordKind.
    kind      TEXT    NOT NULL,
    -- The day they are of.
    day       TEXT    NOT NULL,
    -- Who noted them.
    noted_by  INTEGER NOT NULL REFERENCES account (row),
    -- The words.
    words     TEXT    NOT NULL,
    UNIQUE (complaint, position)
) STRICT;
CREATE INDEX complaint_word_by_account ON complaint_word (noted_by);

-- What of a candidate was given to whom outside (RULEBOOK SHA-01).
CREATE TABLE disclosure (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is.
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    -- The application it was of, and goes with. Null: the record as a whole.
    application  INTEGER REFERENCES application (row),
    -- domain::disclosure::RecipientCategory.
    category     TEXT    NOT NULL,
    -- The recipient's name: an organisation's or an office's.
    recipient    TEXT    NOT NULL,
    -- domain::disclosure::DisclosurePurpose.
    purpose      TEXT    NOT NULL,
    -- What was given: domain::retention::DataClass, as JSON.
    classes      TEXT    NOT NULL,
    -- The day it was given.
    disclosed_on TEXT    NOT NULL,
    -- Who recorded it.
    recorded_by  INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at  INTEGER NOT NULL,
    -- The recipient of the register. Null: recorded before there was one; so is every column below but where said.
    given_to     INTEGER REFERENCES register_item (row),
    -- domain::sharing::LawfulBasis.
    basis        TEXT,
    -- The version of the purpose that was in use.
    purpose_version INTEGER,
    -- The agreement in force. Null: the recipient answers for itself.
    agreement    TEXT,
    -- domain::sharing::Mechanism. Null: the country needs none.
    mechanism    TEXT,
    -- Why an MP's office or a department was concerned, as the vacancy said. Null: it is another recipient.
    relevance    TEXT,
    -- Why more than the least was given. Null: it was not more.
    reason       TEXT,
    -- Who asked, of an authority. Null: it is none; so are the five below.
    authority    TEXT,
    -- Under which power.
    power        TEXT,
    -- For what.
    asked        TEXT,
    -- The least that satisfied it.
    least        TEXT,
    -- Who decided.
    decided_by   TEXT,
    -- How the candidate was told, or why not.
    told         TEXT
) STRICT;
CREATE INDEX disclosure_by_candidate ON disclosure (candidate);
CREATE INDEX disclosure_by_application ON disclosure (application) WHERE application IS NOT NULL;
CREATE INDEX disclosure_by_recorder ON disclosure (recorded_by);
CREATE INDEX disclosure_by_recipient ON disclosure (given_to) WHERE given_to IS NOT NULL;

-- Versions of the privacy notice: append-only.
CREATE TABLE notice_version (
    -- Its number.
    version       INTEGER NOT NULL PRIMARY KEY,
    -- Its words.
    text          TEXT    NOT NULL,
    -- The first day it is given to people.
    in_force_from TEXT    NOT NULL,
    -- Which of what it has to say it says: domain::notice::NoticeItem, as a JSON list.
    contains      TEXT    NOT NULL,
    -- The notices it is read with, each with its version, a line each.
    related       TEXT    NOT NULL,
    -- Who added it.
    added_by      INTEGER NOT NULL REFERENCES account (row),
    -- When. Who was added before the first of these, of them it is not known what they were given.
    added_at      INTEGER NOT NULL,
    CHECK (version > 0)
) STRICT;
CREATE INDEX notice_version_by_adder ON notice_version (added_by);
CREATE TRIGGER notice_version_is_never_changed BEFORE UPDATE ON notice_version
BEGIN
    SELECT raise(ABORT, 'a version of the notice stays as it was added');
END;
CREATE TRIGGER notice_version_is_never_deleted BEFORE DELETE ON notice_version
BEGIN
    SELECT raise(ABORT, 'a version of the notice stays as it was added');
END;

-- Who was given which version of the notice, or why they need not be.
CREATE TABLE notice_given (
    -- Private row number; never leaves the store.
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- To whom.
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    -- Which version. Null: they need not be given it.
    version     INTEGER REFERENCES notice_version (version),
    -- The day they were given it, or it was recorded that they need not be.
    given_on    TEXT    NOT NULL,
    -- domain::notice::NoticeChannel. Null: they need not be given it.
    channel     TEXT,
    -- domain::notice::NoticeExemption. Null: they were given it.
    exemption   TEXT,
    -- Why that holds of them, in the recorder's words. Null: they were given it.
    reason      TEXT,
    -- Who recorded it.
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    recorded_at INTEGER NOT NULL,
    UNIQUE (candidate, version),
    CHECK ((version IS NULL) = (channel IS NULL)),
    CHECK ((version IS NULL) = (exemption IS NOT NULL)),
    CHECK ((exemption IS NULL) = (reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX notice_given_exempt ON notice_given (candidate) WHERE exemption IS NOT NULL;
CREATE INDEX notice_given_by_version ON notice_given (version) WHERE version IS NOT NULL;
CREATE INDEX notice_given_by_recorder ON notice_given (recorded_by);

-- Later versions of the purposes; the first of each is the notice's, in domain::sharing::in_the_notice.
CREATE TABLE purpose_version (
    -- Private row number; never leaves the store.
    row     INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- domain::sharing::Purpose.
    purpose TEXT    NOT NULL,
    -- Its number, from 2.
    version INTEGER NOT NULL,
    -- domain::sharing::PurposeTerms, as JSON.
    terms   TEXT    NOT NULL,
    -- Who set it.
    set_by  INTEGER NOT NULL REFERENCES account (row),
    -- When.
    set_at  INTEGER NOT NULL,
    UNIQUE (purpose, version),
    CHECK (version > 1)
) STRICT;
CREATE INDEX purpose_version_by_setter ON purpose_version (set_by);
CREATE TRIGGER purpose_version_is_never_changed BEFORE UPDATE ON purpose_version
BEGIN
    SELECT raise(ABORT, 'a version of a purpose stays as it was set');
END;
CREATE TRIGGER purpose_version_is_never_deleted BEFORE DELETE ON purpose_version
BEGIN
    SELECT raise(ABORT, 'a version of a purpose stays as it was set');
END;

-- The registers: recipients, agreements with them, mechanisms for transfers to them, impact assessments.
CREATE TABLE register_item (
    -- Private row number; never leaves the store.
    row        INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- domain::sharing::ItemKind.
    kind       TEXT    NOT NULL,
    -- The recipient it is about. Null: it is one, or an impact assessment.
    recipient  INTEGER REFERENCES register_item (row),
    -- domain::sharing::Item, as JSON.
    details    TEXT    NOT NULL,
    -- Goes up with every change; a change names the one it saw.
    revision   INTEGER NOT NULL,
    -- Who changed it last.
    changed_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    changed_at INTEGER NOT NULL,
    CHECK ((recipient IS NULL) = (kind IN ('recipient', 'dpia')))
) STRICT;
CREATE INDEX register_item_by_recipient ON register_item (recipient) WHERE recipient IS NOT NULL;
CREATE INDEX register_item_by_changer ON register_item (changed_by);

-- Erasures, with nothing of the people in them.
CREATE TABLE erasure (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Who began it.
    account      INTEGER NOT NULL REFERENCES account (row),
    -- When.
    at           INTEGER NOT NULL,
    -- intended, deleted, erased, fault.
    state        TEXT    NOT NULL,
    -- How many are gone.
    people       INTEGER NOT NULL,
    -- How many by which rule, as JSON.
    rules        TEXT    NOT NULL,
    -- What was looked at and found, as JSON. Null: nobody has looked yet.
    verification TEXT,
    -- How many of what by which rule and class, as JSON.
    classes      TEXT    NOT NULL DEFAULT '{}',
    -- The earliest day since which one of them was due. Null: an earlier version erased them.
    due_since    TEXT
) STRICT;
CREATE INDEX erasure_by_account ON erasure (account);
CREATE INDEX erasure_by_state ON erasure (state);

-- What was so when an erasure ran, as its report says it. Nothing of those erased.
CREATE TABLE erasure_circumstance (
    -- Which erasure.
    erasure INTEGER NOT NULL PRIMARY KEY REFERENCES erasure (row),
    -- What began it, whose role, which program and policy, who was late, and who was kept: as JSON.
    told    TEXT    NOT NULL
) STRICT;

-- Recipients who are told that something they were given was erased, corrected or restricted (UK GDPR Art 19), made from the
-- disclosures: before they go, where it was erased. Nothing of anybody. A line goes six years after its recipient was told.
CREATE TABLE recipient_notice (
    -- Private row number; never leaves the store.
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- domain::disclosure::ToldOf: erasure, rectification, restriction.
    because      TEXT    NOT NULL,
    -- Of which erasure. Null: nothing was erased.
    erasure      INTEGER REFERENCES erasure (row),
    -- By which request something was corrected or restricted. Null: it was erased, or the request was let go a year after it was
    -- closed.
    request      INTEGER REFERENCES rights_request (row),
    -- domain::disclosure::RecipientCategory.
    category     TEXT    NOT NULL,
    -- The recipient's name: an organisation's or an office's.
    recipient    TEXT    NOT NULL,
    -- How many people went of whom it was given something; whose record was corrected or restricted is one.
    people       INTEGER NOT NULL,
    -- How many applications of people who stay.
    applications INTEGER NOT NULL,
    -- What it was given, by day and purpose: domain::disclosure::Given, as JSON.
    given        TEXT    NOT NULL,
    -- 1 where a backup brought them back and they were erased again, so that it may have been told before.
    again        INTEGER NOT NULL,
    -- The day by which it is told (ERA-06).
    tell_by      TEXT    NOT NULL,
    -- Who noted that it was told. Null: it was not.
    told_by      INTEGER REFERENCES account (row),
    -- The day it was told. Null: it was not.
    told_on      TEXT,
    CHECK ((because = 'erasure') = (erasure IS NOT NULL)),
    CHECK (erasure IS NULL OR request IS NULL),
    CHECK ((told_by IS NULL) = (told_on IS NULL))
) STRICT;
CREATE INDEX recipient_notice_by_erasure ON recipient_notice (erasure) WHERE erasure IS NOT NULL;
CREATE INDEX recipient_notice_by_request ON recipient_notice (request) WHERE request IS NOT NULL;
CREATE INDEX recipient_notice_by_day ON recipient_notice (tell_by) WHERE told_on IS NULL;
CREATE INDEX recipient_notice_by_teller ON recipient_notice (told_by);

-- What an erasure that is under way is about. Empty between erasures.
CREATE TABLE erasure_intent (
    -- Private row number; never leaves the store.
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- By which erasure.
    erasure       INTEGER NOT NULL REFERENCES erasure (row),
    -- What goes: person, application, history, sealed-record, document.
    part          TEXT    NOT NULL,
    -- Who is to go, or whose it is.
    candidate     INTEGER NOT NULL REFERENCES candidate (row),
    -- The application that goes, or whose history does. Null: neither.
    application   INTEGER REFERENCES application (row),
    -- The sealed record that goes. Null: none.
    sealed_record INTEGER REFERENCES sealed_record (row),
    -- By which rule.
    rule          TEXT    NOT NULL,
    -- The document that goes. Null: none.
    document      INTEGER REFERENCES document (row) CHECK ((part = 'document') = (document IS NOT NULL)),
    CHECK ((part IN ('application', 'history')) = (application IS NOT NULL)),
    CHECK ((part = 'sealed-record') = (sealed_record IS NOT NULL))
) STRICT;
CREATE INDEX erasure_intent_by_erasure ON erasure_intent (erasure);
CREATE UNIQUE INDEX erasure_intent_once
    ON erasure_intent (
        candidate, part, coalesce(application, 0), coalesce(sealed_record, 0), coalesce(document, 0)
    );
CREATE INDEX erasure_intent_by_application ON erasure_intent (application) WHERE application IS NOT NULL;
CREATE INDEX erasure_intent_by_sealed_record ON erasure_intent (sealed_record) WHERE sealed_record IS NOT NULL;
CREATE INDEX erasure_intent_by_document ON erasure_intent (document) WHERE document IS NOT NULL;

-- The key of what lies outside the database and must be read by an earlier copy of it too: the erasure ledger, the
-- subject keys beside backups. It stays when the store key is changed.
CREATE TABLE outside_key (
    -- There is one.
    row INTEGER PRIMARY KEY NOT NULL CHECK (row = 1),
    -- 256 random bits.
    key BLOB    NOT NULL CHECK (length(key) = 32)
) STRICT;

-- Record ids that were erased, so that a restored backup can be put right. Nothing of the person. The file
-- fairhold.erasures says the same. A line drops out when no backup can hold the record any more (RET-18).
CREATE TABLE erasure_ledger (
    -- The id the record had.
    record    BLOB    NOT NULL PRIMARY KEY CHECK (length(record) = 16),
    -- What it was: person, application, history, sealed-record, document.
    part      TEXT    NOT NULL,
    -- By which erasure. Null: by one that this database, put back from a backup, does not know.
    erasure   INTEGER REFERENCES erasure (row),
    -- The day.
    erased_on TEXT    NOT NULL,
    -- By which rule.
    rule      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_ledger_by_erasure ON erasure_ledger (erasure);

-- Backups that may still hold somebody who was erased. A line goes when the backup's days are over.
CREATE TABLE backup (
    -- Private row number; never leaves the store.
    row     INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id that stands in its file.
    id      BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Who made it.
    made_by INTEGER NOT NULL REFERENCES account (row),
    -- When.
    made_at INTEGER NOT NULL,
    -- The last entry of the journal in it.
    seq     INTEGER NOT NULL,
    -- Its size.
    bytes   INTEGER NOT NULL,
    -- The folder it was written to.
    folder  TEXT    NOT NULL,
    -- The name it was given there.
    file    TEXT    NOT NULL
) STRICT;
CREATE INDEX backup_by_maker ON backup (made_by);

-- Those who asked not to be approached (ERA-09), by keyed hashes that lead back to nobody without the store's key.
CREATE TABLE do_not_approach (
    -- HMAC-SHA-256 of an e-mail address or a telephone number, in the form duplicates are found by.
    mark     BLOB NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
    -- One random id for all that was listed of one person.
    request  BLOB NOT NULL CHECK (length(request) = 16),
    -- asked, objected.
    because  TEXT NOT NULL,
    -- The day.
    asked_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX do_not_approach_by_request ON do_not_approach (request);

-- What remains of erased people: counts, with no key to anything (ANO-01 to ANO-05).
CREATE TABLE statistic (
    -- The quarter of the outcome: 2026-Q4.
    quarter       TEXT    NOT NULL,
    -- Source category.
    source        TEXT    NOT NULL,
    -- Stage reached, or none.
    stage_reached TEXT    NOT NULL,
    -- Reason, or how it ended.
    reason        TEXT    NOT NULL,
    -- How many.
    number        INTEGER NOT NULL,
    PRIMARY KEY (quarter, source, stage_reached, reason)
) STRICT, WITHOUT ROWID;

-- What went in a quarter waits until it is over, so that two readings of the counts cannot be subtracted (ANO-04).
CREATE TABLE statistic_waiting (
    -- The quarter of the erasure; forgotten when it is over.
    counted_in    TEXT    NOT NULL,
    quarter       TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    -- A stage, none, or untold where too few went at once.
    stage_reached TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    PRIMARY KEY (counted_in, quarter, source, stage_reached, reason)
) STRICT, WITHOUT ROWID;

-- What was done, by whom, when: append-only and chained by hashes. No personal data.
CREATE TABLE journal (
    -- Its place, from 1, without a gap.
    seq          INTEGER NOT NULL PRIMARY KEY,
    -- When.
    at           INTEGER NOT NULL,
    -- The account's id. Null: the program by itself.
    actor        BLOB,
    -- What, verb first: move-application.
    action       TEXT    NOT NULL,
    -- What it is about: candidate, vacancy, account, import, erasure, incident, complaint. Null: none.
    subject_kind TEXT,
    -- The id of that. Null: none.
    subject      BLOB,
    -- Numbers, days, ids and words of the program, as JSON.
    detail       TEXT    NOT NULL,
    -- The hash of the entry before.
    prev         BLOB    NOT NULL CHECK (length(prev) = 32),
    -- SHA-256 of all of the above, each with its length.
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

-- Every public key an account signed with, so that what it signed can be verified when it is gone.
CREATE TABLE account_key (
    -- The account's id.
    account     BLOB NOT NULL CHECK (length(account) = 16),
    -- Ed25519.
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32),
    PRIMARY KEY (account, signing_key)
) STRICT, WITHOUT ROWID;

-- Heads of the journal, signed by who was signed in: append-only.
CREATE TABLE journal_checkpoint (
    -- The entry that was the last.
    seq         INTEGER NOT NULL PRIMARY KEY,
    -- Its hash.
    hash        BLOB    NOT NULL CHECK (length(hash) = 32),
    -- Whose signature: the account's id.
    account     BLOB    NOT NULL CHECK (length(account) = 16),
    -- The public key it verifies by.
    signing_key BLOB    NOT NULL CHECK (length(signing_key) = 32),
    -- Ed25519, over the store's id, the place and the hash.
    signature   BLOB    NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TRIGGER journal_checkpoint_is_never_changed BEFORE UPDATE ON journal_checkpoint
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_checkpoint_is_never_deleted BEFORE DELETE ON journal_checkpoint
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

-- What of the list of candidates an account keeps under a name: a filter without what was typed, columns and an order.
CREATE TABLE saved_view (
    -- Private row number; never leaves the store.
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The id everywhere else: a UUID, version 7.
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Whose it is; nobody else sees it.
    account  INTEGER NOT NULL REFERENCES account (row),
    -- What they call it.
    name     TEXT    NOT NULL,
    -- records::saved_view::ViewShows, as JSON.
    shows    TEXT    NOT NULL,
    -- When it was saved first. Instants are milliseconds since 1970, UTC.
    added_at INTEGER NOT NULL,
    UNIQUE (account, name)
) STRICT;
