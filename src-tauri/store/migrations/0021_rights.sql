-- Requests of people about their data, and legal holds of one application alone.
CREATE TABLE rights_request (
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    number        INTEGER NOT NULL UNIQUE,
    candidate     INTEGER REFERENCES candidate (row),
    facts         TEXT    NOT NULL,
    keeps         INTEGER NOT NULL,
    upheld_on     TEXT,
    restricted_on TEXT,
    lifted_on     TEXT,
    logged_by     INTEGER NOT NULL REFERENCES account (row),
    logged_at     INTEGER NOT NULL,
    closed_by     INTEGER REFERENCES account (row),
    closed_on     TEXT,
    revision      INTEGER NOT NULL,
    CHECK ((closed_by IS NULL) = (closed_on IS NULL)),
    CHECK (lifted_on IS NULL OR restricted_on IS NOT NULL),
    CHECK (keeps = 0 OR closed_on IS NULL)
) STRICT;
CREATE INDEX rights_request_by_candidate ON rights_request (candidate) WHERE candidate IS NOT NULL;
CREATE INDEX rights_request_by_logger ON rights_request (logged_by);
CREATE INDEX rights_request_by_closer ON rights_request (closed_by);

CREATE TABLE rights_note (
    request INTEGER NOT NULL REFERENCES rights_request (row),
    about   TEXT    NOT NULL,
    words   TEXT    NOT NULL,
    PRIMARY KEY (request, about)
) STRICT, WITHOUT ROWID;

CREATE TABLE rights_mask (
    request INTEGER NOT NULL REFERENCES rights_request (row),
    place   BLOB    NOT NULL CHECK (length(place) = 32),
    masked  INTEGER NOT NULL,
    PRIMARY KEY (request, place)
) STRICT, WITHOUT ROWID;

ALTER TABLE hold ADD COLUMN application INTEGER REFERENCES application (row);
CREATE INDEX hold_by_application ON hold (application) WHERE application IS NOT NULL;
DROP TRIGGER hold_keeps_applications;
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
DROP TRIGGER hold_keeps_documents;
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
DROP TRIGGER hold_keeps_sealed_records;
CREATE TRIGGER hold_keeps_sealed_records BEFORE DELETE ON sealed_record
WHEN EXISTS (
    SELECT 1
    FROM hold
    WHERE hold.candidate = old.candidate AND hold.released_on IS NULL AND hold.application IS NULL
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
DROP TRIGGER hold_keeps_offers;
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
DROP TRIGGER hold_keeps_outcome_messages;
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
DROP TRIGGER hold_keeps_interviews;
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
DROP TRIGGER hold_keeps_feedback;
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
