-- Access as the rules have it: roles with an end, training, conflicts of interest, audits of the whole organisation,
-- vacancies that are shortlisted without names.

ALTER TABLE account ADD COLUMN role_until TEXT;

ALTER TABLE vacancy ADD COLUMN blind_until TEXT;

-- An auditor's grant always ends, after ninety days at most: those that were given without an end get one.
CREATE TEMPORARY TABLE given AS
SELECT row, account, relation, vacancy, team, from_on,
       CASE
           WHEN relation <> 'auditor' THEN until_on
           WHEN until_on IS NULL OR until_on > date(from_on, '+89 days') THEN date(from_on, '+89 days')
           ELSE until_on
       END AS until_on
FROM access_grant;
DROP TABLE access_grant;
CREATE TABLE access_grant (
    row      INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account  INTEGER NOT NULL REFERENCES account (row),
    relation TEXT    NOT NULL,
    vacancy  INTEGER REFERENCES vacancy (row),
    team     INTEGER REFERENCES team (row),
    from_on  TEXT    NOT NULL,
    until_on TEXT,
    CHECK (vacancy IS NULL OR team IS NULL),
    CHECK (relation <> 'auditor' OR until_on IS NOT NULL)
) STRICT;
CREATE INDEX access_grant_by_account ON access_grant (account);
CREATE INDEX access_grant_by_vacancy ON access_grant (vacancy);
CREATE INDEX access_grant_by_team ON access_grant (team);
INSERT INTO access_grant (row, account, relation, vacancy, team, from_on, until_on)
SELECT row, account, relation, vacancy, team, from_on, until_on
FROM given;
DROP TABLE given;

CREATE TABLE training (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account     INTEGER NOT NULL REFERENCES account (row),
    held_on     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX training_by_account ON training (account);
CREATE INDEX training_by_recorder ON training (recorded_by);

-- Whoever was let in before training was recorded counts as inducted on the day they were added.
INSERT INTO training (account, held_on, kind, recorded_by, recorded_at)
SELECT row, date(added_at / 1000, 'unixepoch'), 'live', row, added_at
FROM account;

CREATE TABLE conflict_of_interest (
    account     INTEGER NOT NULL REFERENCES account (row),
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    declared_on TEXT    NOT NULL,
    declared_by INTEGER NOT NULL REFERENCES account (row),
    PRIMARY KEY (account, candidate)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_of_interest_by_candidate ON conflict_of_interest (candidate);
CREATE INDEX conflict_of_interest_by_declarer ON conflict_of_interest (declared_by);

CREATE TABLE compartment_holder (
    account     INTEGER NOT NULL REFERENCES account (row),
    compartment TEXT    NOT NULL,
    PRIMARY KEY (account, compartment)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_alias (
    application INTEGER NOT NULL PRIMARY KEY REFERENCES application (row),
    vacancy     INTEGER NOT NULL REFERENCES vacancy (row),
    alias       TEXT    NOT NULL,
    UNIQUE (vacancy, alias)
) STRICT, WITHOUT ROWID;
