-- Complaints about how data were handled, and their words.
CREATE TABLE complaint (
    row              INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id               BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    number           INTEGER NOT NULL UNIQUE,
    candidate        INTEGER REFERENCES candidate (row),
    received_on      TEXT    NOT NULL,
    received_how     TEXT    NOT NULL,
    topic            TEXT    NOT NULL,
    against          INTEGER REFERENCES account (row),
    recorded_by      INTEGER NOT NULL REFERENCES account (row),
    recorded_at      INTEGER NOT NULL,
    acknowledged_on  TEXT,
    acknowledged_how TEXT,
    outcome          TEXT,
    decided_by       INTEGER REFERENCES account (row),
    changes          TEXT    NOT NULL,
    told_on          TEXT,
    told_how         TEXT,
    revision         INTEGER NOT NULL,
    CHECK ((acknowledged_on IS NULL) = (acknowledged_how IS NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK ((told_on IS NULL) = (told_how IS NULL)),
    CHECK (told_on IS NULL OR outcome IS NOT NULL)
) STRICT;
CREATE INDEX complaint_by_candidate ON complaint (candidate);
CREATE INDEX complaint_by_against ON complaint (against);
CREATE INDEX complaint_by_recorder ON complaint (recorded_by);
CREATE INDEX complaint_by_decider ON complaint (decided_by);

CREATE TABLE complaint_word (
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    complaint INTEGER NOT NULL REFERENCES complaint (row),
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    noted_by  INTEGER NOT NULL REFERENCES account (row),
    words     TEXT    NOT NULL,
    UNIQUE (complaint, position)
) STRICT;
CREATE INDEX complaint_word_by_account ON complaint_word (noted_by);
