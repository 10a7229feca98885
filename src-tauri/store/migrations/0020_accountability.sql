-- Incidents: personal data breaches and near misses, and who is affected by them.
CREATE TABLE incident (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    number       INTEGER NOT NULL UNIQUE,
    kind         TEXT    NOT NULL,
    facts        TEXT    NOT NULL,
    happened_on  TEXT,
    noticed_at   INTEGER NOT NULL,
    aware_at     INTEGER NOT NULL,
    aware_reason TEXT    NOT NULL,
    laptop       TEXT,
    people       INTEGER,
    told         INTEGER NOT NULL,
    assessment   TEXT,
    decision     TEXT,
    not_told     TEXT,
    measures     TEXT    NOT NULL,
    lessons      TEXT    NOT NULL,
    reported_by  INTEGER NOT NULL REFERENCES account (row),
    reported_at  INTEGER NOT NULL,
    closed_by    INTEGER REFERENCES account (row),
    closed_on    TEXT,
    revision     INTEGER NOT NULL,
    CHECK ((closed_by IS NULL) = (closed_on IS NULL))
) STRICT;
CREATE INDEX incident_by_reporter ON incident (reported_by);
CREATE INDEX incident_by_closer ON incident (closed_by);

CREATE TABLE incident_person (
    incident  INTEGER NOT NULL REFERENCES incident (row),
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    told_on   TEXT,
    told_how  TEXT,
    PRIMARY KEY (incident, candidate),
    CHECK ((told_on IS NULL) = (told_how IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_person_by_candidate ON incident_person (candidate);
