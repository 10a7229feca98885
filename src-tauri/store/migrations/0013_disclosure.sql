-- What of somebody was given to whom outside, and who is told when it is erased (UK GDPR Art 19).
CREATE TABLE disclosure (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    application  INTEGER REFERENCES application (row),
    category     TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    classes      TEXT    NOT NULL,
    disclosed_on TEXT    NOT NULL,
    recorded_by  INTEGER NOT NULL REFERENCES account (row),
    recorded_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX disclosure_by_candidate ON disclosure (candidate);
CREATE INDEX disclosure_by_application ON disclosure (application) WHERE application IS NOT NULL;
CREATE INDEX disclosure_by_recorder ON disclosure (recorded_by);

CREATE TABLE recipient_notice (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    erasure      INTEGER NOT NULL REFERENCES erasure (row),
    category     TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    people       INTEGER NOT NULL,
    applications INTEGER NOT NULL,
    given        TEXT    NOT NULL,
    again        INTEGER NOT NULL,
    tell_by      TEXT    NOT NULL,
    told_by      INTEGER REFERENCES account (row),
    told_on      TEXT,
    CHECK ((told_by IS NULL) = (told_on IS NULL))
) STRICT;
CREATE INDEX recipient_notice_by_erasure ON recipient_notice (erasure);
CREATE INDEX recipient_notice_by_day ON recipient_notice (tell_by) WHERE told_on IS NULL;
CREATE INDEX recipient_notice_by_teller ON recipient_notice (told_by);
