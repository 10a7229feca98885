-- What of the list of candidates an account keeps under a name.
CREATE TABLE saved_view (
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    account  INTEGER NOT NULL REFERENCES account (row),
    name     TEXT    NOT NULL,
    shows    TEXT    NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (account, name)
) STRICT;
