-- What is due goes although the person stays: an application's own material, what the history of one a permission
-- keeps says, one sealed record.
ALTER TABLE candidate ADD COLUMN applications_gone INTEGER NOT NULL DEFAULT 0;

ALTER TABLE application ADD COLUMN erase_on TEXT;
ALTER TABLE application ADD COLUMN history_on TEXT;
CREATE INDEX application_by_erase ON application (erase_on) WHERE erase_on IS NOT NULL;
CREATE INDEX application_by_history ON application (history_on) WHERE history_on IS NOT NULL;

ALTER TABLE sealed_record ADD COLUMN erase_on TEXT;
CREATE INDEX sealed_record_by_erase ON sealed_record (erase_on) WHERE erase_on IS NOT NULL;

ALTER TABLE erasure ADD COLUMN classes TEXT NOT NULL DEFAULT '{}';

ALTER TABLE erasure_intent RENAME TO erasure_intent_before;
DROP INDEX erasure_intent_by_erasure;
CREATE TABLE erasure_intent (
    row           INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    erasure       INTEGER NOT NULL REFERENCES erasure (row),
    part          TEXT    NOT NULL,
    candidate     INTEGER NOT NULL REFERENCES candidate (row),
    application   INTEGER REFERENCES application (row),
    sealed_record INTEGER REFERENCES sealed_record (row),
    rule          TEXT    NOT NULL,
    CHECK ((part IN ('application', 'history')) = (application IS NOT NULL)),
    CHECK ((part = 'sealed-record') = (sealed_record IS NOT NULL))
) STRICT;
CREATE INDEX erasure_intent_by_erasure ON erasure_intent (erasure);
CREATE UNIQUE INDEX erasure_intent_once
    ON erasure_intent (candidate, part, coalesce(application, 0), coalesce(sealed_record, 0));
CREATE INDEX erasure_intent_by_application ON erasure_intent (application) WHERE application IS NOT NULL;
CREATE INDEX erasure_intent_by_sealed_record ON erasure_intent (sealed_record) WHERE sealed_record IS NOT NULL;
INSERT INTO erasure_intent (erasure, part, candidate, rule)
SELECT erasure, 'person', candidate, rule
FROM erasure_intent_before;
DROP TABLE erasure_intent_before;

ALTER TABLE erasure_ledger ADD COLUMN part TEXT NOT NULL DEFAULT 'person';

-- The days of the parts are worked out by the rules, at the next unlock.
INSERT INTO setting (name, value)
SELECT 'dates-outdated', 'parts'
WHERE EXISTS (SELECT 1 FROM candidate);
