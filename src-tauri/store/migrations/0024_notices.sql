-- Versions of the privacy notice, and who was given which.
CREATE TABLE notice_version (
    version       INTEGER NOT NULL PRIMARY KEY,
    text          TEXT    NOT NULL,
    in_force_from TEXT    NOT NULL,
    contains      TEXT    NOT NULL,
    related       TEXT    NOT NULL,
    added_by      INTEGER NOT NULL REFERENCES account (row),
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

CREATE TABLE notice_given (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    version     INTEGER REFERENCES notice_version (version),
    given_on    TEXT    NOT NULL,
    channel     TEXT,
    exemption   TEXT,
    reason      TEXT,
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    recorded_at INTEGER NOT NULL,
    UNIQUE (candidate, version),
    CHECK ((version IS NULL) = (channel IS NULL)),
    CHECK ((version IS NULL) = (exemption IS NOT NULL)),
    CHECK ((exemption IS NULL) = (reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX notice_given_exempt ON notice_given (candidate) WHERE exemption IS NOT NULL;
CREATE INDEX notice_given_by_version ON notice_given (version) WHERE version IS NOT NULL;
CREATE INDEX notice_given_by_recorder ON notice_given (recorded_by);
