-- The erasure ledger is kept outside the database too; backups are known; and those who asked not to be approached.
CREATE TABLE outside_key (
    row INTEGER PRIMARY KEY NOT NULL CHECK (row = 1),
    key BLOB    NOT NULL CHECK (length(key) = 32)
) STRICT;

ALTER TABLE erasure_ledger RENAME TO erasure_ledger_before;
DROP INDEX erasure_ledger_by_erasure;
CREATE TABLE erasure_ledger (
    record    BLOB    NOT NULL PRIMARY KEY CHECK (length(record) = 16),
    part      TEXT    NOT NULL,
    erasure   INTEGER REFERENCES erasure (row),
    erased_on TEXT    NOT NULL,
    rule      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_ledger_by_erasure ON erasure_ledger (erasure);
INSERT INTO erasure_ledger (record, part, erasure, erased_on, rule)
SELECT record, part, erasure, erased_on, rule
FROM erasure_ledger_before;
DROP TABLE erasure_ledger_before;

CREATE TABLE backup (
    row     INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id      BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    made_by INTEGER NOT NULL REFERENCES account (row),
    made_at INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    bytes   INTEGER NOT NULL,
    folder  TEXT    NOT NULL,
    file    TEXT    NOT NULL
) STRICT;
CREATE INDEX backup_by_maker ON backup (made_by);

CREATE TABLE do_not_approach (
    mark     BLOB NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
    request  BLOB NOT NULL CHECK (length(request) = 16),
    because  TEXT NOT NULL,
    asked_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX do_not_approach_by_request ON do_not_approach (request);
