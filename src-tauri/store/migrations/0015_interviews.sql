-- Interviews: what is assessed, when, by whom, and what they found. Criteria are the vacancy's; all else is of an
-- application and goes with its history at the latest (RULEBOOK 4.2, C8).
CREATE TABLE criterion (
    row        INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    vacancy    INTEGER NOT NULL REFERENCES vacancy (row),
    position   INTEGER NOT NULL,
    what       TEXT    NOT NULL,
    questions  TEXT    NOT NULL,
    retired_on TEXT
) STRICT;
CREATE INDEX criterion_by_vacancy ON criterion (vacancy, position);

CREATE TABLE interview (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    application INTEGER NOT NULL REFERENCES application (row),
    kind        TEXT    NOT NULL,
    held_on     TEXT    NOT NULL,
    begins      TEXT    NOT NULL,
    minutes     INTEGER NOT NULL,
    place       TEXT,
    state       TEXT    NOT NULL,
    added_by    INTEGER NOT NULL REFERENCES account (row),
    added_at    INTEGER NOT NULL,
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
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

CREATE TABLE interviewer (
    interview INTEGER NOT NULL REFERENCES interview (row),
    account   INTEGER NOT NULL REFERENCES account (row),
    PRIMARY KEY (interview, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX interviewer_by_account ON interviewer (account);

CREATE TABLE interviewer_criterion (
    interview INTEGER NOT NULL REFERENCES interview (row),
    account   INTEGER NOT NULL REFERENCES account (row),
    criterion INTEGER NOT NULL REFERENCES criterion (row),
    PRIMARY KEY (interview, account, criterion)
) STRICT, WITHOUT ROWID;
CREATE INDEX interviewer_criterion_by_account ON interviewer_criterion (account);
CREATE INDEX interviewer_criterion_by_criterion ON interviewer_criterion (criterion);

CREATE TABLE feedback (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    interview    INTEGER NOT NULL REFERENCES interview (row),
    account      INTEGER NOT NULL REFERENCES account (row),
    version      INTEGER NOT NULL,
    submitted_at INTEGER NOT NULL,
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
)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER feedback_is_never_changed BEFORE UPDATE ON feedback
BEGIN
    SELECT raise(ABORT, 'what was submitted stays as it was');
END;

CREATE TABLE feedback_draft (
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview (row),
    account   INTEGER NOT NULL REFERENCES account (row),
    saved_at  INTEGER NOT NULL,
    sealed    BLOB    NOT NULL,
    UNIQUE (interview, account)
) STRICT;
CREATE INDEX feedback_draft_by_account ON feedback_draft (account);
