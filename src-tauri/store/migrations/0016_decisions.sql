-- Offers with their approval and answer, what candidates were told of an outcome, what a vacancy asks for and a place on
-- the reserve list offers, and the log of contacts.
CREATE TABLE offer (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    application INTEGER NOT NULL REFERENCES application (row),
    pay         TEXT    NOT NULL,
    starts_on   TEXT,
    answer_by   TEXT,
    conditions  TEXT    NOT NULL,
    written_by  INTEGER NOT NULL REFERENCES account (row),
    written_at  INTEGER NOT NULL,
    decision    TEXT,
    decided_by  INTEGER REFERENCES account (row),
    decided_on  TEXT,
    made_on     TEXT,
    answer      TEXT,
    answered_on TEXT,
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
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

CREATE TABLE outcome_message (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    application INTEGER NOT NULL REFERENCES application (row),
    told_on     TEXT    NOT NULL,
    channel     TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES account (row),
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
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

CREATE TABLE role_asks (
    vacancy     INTEGER NOT NULL PRIMARY KEY REFERENCES vacancy (row),
    role_family TEXT,
    skills      TEXT    NOT NULL,
    place       TEXT,
    arrangement TEXT
) STRICT;

ALTER TABLE reserve_entry ADD COLUMN skills TEXT NOT NULL DEFAULT '';
ALTER TABLE reserve_entry ADD COLUMN places TEXT NOT NULL DEFAULT '';
ALTER TABLE reserve_entry ADD COLUMN kinds TEXT NOT NULL DEFAULT '';

CREATE TABLE reserve_contact (
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    reserve_entry INTEGER NOT NULL REFERENCES reserve_entry (row),
    vacancy       INTEGER NOT NULL REFERENCES vacancy (row),
    contacted_on  TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    outcome       TEXT,
    answered_on   TEXT,
    recorded_by   INTEGER NOT NULL REFERENCES account (row),
    recorded_at   INTEGER NOT NULL,
    CHECK ((outcome IS NULL) = (answered_on IS NULL))
) STRICT;
CREATE INDEX reserve_contact_by_entry ON reserve_contact (reserve_entry);
CREATE INDEX reserve_contact_by_vacancy ON reserve_contact (vacancy);
CREATE INDEX reserve_contact_by_recorder ON reserve_contact (recorded_by);
