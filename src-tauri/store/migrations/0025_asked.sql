-- What was corrected when somebody asked for it, their views of what others found, recipients who are told of a correction or
-- a restriction, and the request that a complaint is about.
CREATE TABLE correction (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    candidate    INTEGER NOT NULL REFERENCES candidate (row),
    request      INTEGER REFERENCES rights_request (row),
    what         TEXT    NOT NULL,
    before       TEXT    NOT NULL,
    of_revision  INTEGER NOT NULL,
    corrected_by INTEGER NOT NULL REFERENCES account (row),
    corrected_on TEXT    NOT NULL
) STRICT;
CREATE INDEX correction_by_candidate ON correction (candidate);
CREATE INDEX correction_by_request ON correction (request) WHERE request IS NOT NULL;
CREATE INDEX correction_by_corrector ON correction (corrected_by);

CREATE TABLE annotation (
    row       INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    candidate INTEGER NOT NULL REFERENCES candidate (row),
    request   INTEGER REFERENCES rights_request (row),
    interview INTEGER REFERENCES interview (row),
    account   INTEGER REFERENCES account (row),
    document  INTEGER UNIQUE REFERENCES document (row),
    words     TEXT    NOT NULL,
    noted_by  INTEGER NOT NULL REFERENCES account (row),
    noted_on  TEXT    NOT NULL,
    UNIQUE (interview, account),
    CHECK ((interview IS NULL) = (account IS NULL)),
    CHECK ((interview IS NULL) <> (document IS NULL))
) STRICT;
CREATE INDEX annotation_by_candidate ON annotation (candidate);
CREATE INDEX annotation_by_request ON annotation (request) WHERE request IS NOT NULL;
CREATE INDEX annotation_by_account ON annotation (account) WHERE account IS NOT NULL;
CREATE INDEX annotation_by_noter ON annotation (noted_by);

CREATE TEMP TABLE recipient_notice_before AS SELECT * FROM recipient_notice;
DROP TABLE recipient_notice;
CREATE TABLE recipient_notice (
    row          INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    because      TEXT    NOT NULL,
    erasure      INTEGER REFERENCES erasure (row),
    request      INTEGER REFERENCES rights_request (row),
    category     TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    people       INTEGER NOT NULL,
    applications INTEGER NOT NULL,
    given        TEXT    NOT NULL,
    again        INTEGER NOT NULL,
    tell_by      TEXT    NOT NULL,
    told_by      INTEGER REFERENCES account (row),
    told_on      TEXT,
    CHECK ((because = 'erasure') = (erasure IS NOT NULL)),
    CHECK (erasure IS NULL OR request IS NULL),
    CHECK ((told_by IS NULL) = (told_on IS NULL))
) STRICT;
INSERT INTO recipient_notice (row, id, because, erasure, category, recipient, people, applications, given, again, tell_by,
                              told_by, told_on)
SELECT row, id, 'erasure', erasure, category, recipient, people, applications, given, again, tell_by, told_by, told_on
FROM recipient_notice_before;
DROP TABLE recipient_notice_before;
CREATE INDEX recipient_notice_by_erasure ON recipient_notice (erasure) WHERE erasure IS NOT NULL;
CREATE INDEX recipient_notice_by_request ON recipient_notice (request) WHERE request IS NOT NULL;
CREATE INDEX recipient_notice_by_day ON recipient_notice (tell_by) WHERE told_on IS NULL;
CREATE INDEX recipient_notice_by_teller ON recipient_notice (told_by);

ALTER TABLE complaint ADD COLUMN request INTEGER REFERENCES rights_request (row);
CREATE INDEX complaint_by_request ON complaint (request) WHERE request IS NOT NULL;
