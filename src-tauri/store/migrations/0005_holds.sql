-- Legal holds: what stops the erasure of a candidate until somebody else than who placed it releases it. While one
-- stands, nothing of the candidate's can be deleted, whoever asks.
CREATE TABLE hold (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    reason      TEXT    NOT NULL,
    reference   TEXT,
    placed_by   INTEGER NOT NULL REFERENCES account (row),
    placed_on   TEXT    NOT NULL,
    review_by   TEXT    NOT NULL,
    released_by INTEGER REFERENCES account (row),
    released_on TEXT,
    CHECK ((released_by IS NULL) = (released_on IS NULL)),
    CHECK (released_by IS NOT placed_by)
) STRICT;
CREATE INDEX hold_by_candidate ON hold (candidate, released_on);
CREATE INDEX hold_by_placer ON hold (placed_by);
CREATE INDEX hold_by_releaser ON hold (released_by);
CREATE TRIGGER hold_that_stands_stays BEFORE DELETE ON hold
WHEN old.released_on IS NULL
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER hold_keeps_applications BEFORE DELETE ON application
WHEN EXISTS (SELECT 1 FROM hold WHERE hold.candidate = old.candidate AND hold.released_on IS NULL)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
CREATE TRIGGER hold_keeps_sealed_records BEFORE DELETE ON sealed_record
WHEN EXISTS (SELECT 1 FROM hold WHERE hold.candidate = old.candidate AND hold.released_on IS NULL)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;
