-- The organisation's periods as versions, and the rule beside each record's date, so that the calendar counts by rule.

CREATE TABLE policy (
    version     INTEGER NOT NULL PRIMARY KEY,
    periods     TEXT    NOT NULL,
    in_use_from TEXT    NOT NULL,
    set_by      INTEGER REFERENCES account (row),
    set_at      INTEGER NOT NULL,
    reason      TEXT,
    CHECK (version > 0),
    CHECK ((version = 1) = (set_by IS NULL))
) STRICT;
CREATE INDEX policy_by_setter ON policy (set_by);
CREATE TRIGGER policy_is_never_changed BEFORE UPDATE ON policy
BEGIN
    SELECT raise(ABORT, 'a version of the policy stays as it was set');
END;
CREATE TRIGGER policy_is_never_deleted BEFORE DELETE ON policy
BEGIN
    SELECT raise(ABORT, 'a version of the policy stays as it was set');
END;
INSERT INTO policy (version, periods, in_use_from, set_by, set_at, reason)
SELECT 1,
       coalesce((SELECT value FROM setting WHERE name = 'retention-policy'), '{}'),
       date(created_at / 1000, 'unixepoch'),
       NULL,
       created_at,
       NULL
FROM organisation;
DELETE FROM setting
WHERE name = 'retention-policy';

ALTER TABLE candidate ADD COLUMN erase_rule TEXT;
DROP INDEX candidate_by_erase;
CREATE INDEX candidate_by_erase ON candidate (erase_on, row, erase_rule);

-- The rules of the dates that are there are worked out at the next unlock.
INSERT OR IGNORE INTO setting (name, value)
SELECT 'dates-outdated', 'policy'
WHERE EXISTS (SELECT 1 FROM candidate);
