-- Correspondence: a message is a document of the kind message, with which way it went, how and what for; and the
-- organisation's templates.
CREATE TABLE message (
    document  INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    direction TEXT    NOT NULL,
    channel   TEXT    NOT NULL,
    purpose   TEXT    NOT NULL,
    at        INTEGER
) STRICT;

CREATE TABLE message_template (
    row        INTEGER PRIMARY KEY NOT NULL,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    purpose    TEXT    NOT NULL,
    name       TEXT    NOT NULL UNIQUE,
    subject    TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    changed_by INTEGER NOT NULL REFERENCES account (row),
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_template_by_changer ON message_template (changed_by);
