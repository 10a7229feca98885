CREATE TABLE account_key (
    account     BLOB NOT NULL CHECK (length(account) = 16),
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32),
    PRIMARY KEY (account, signing_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_checkpoint (
    seq         INTEGER NOT NULL PRIMARY KEY,
    hash        BLOB    NOT NULL CHECK (length(hash) = 32),
    account     BLOB    NOT NULL CHECK (length(account) = 16),
    signing_key BLOB    NOT NULL CHECK (length(signing_key) = 32),
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

CREATE TABLE sealed_record (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    compartment TEXT    NOT NULL,
    generation  INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sealed_record_by_candidate ON sealed_record (candidate);
CREATE INDEX sealed_record_by_recorder ON sealed_record (recorded_by);
