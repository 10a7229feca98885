ALTER TABLE sealed_record RENAME TO sealed_record_before;
DROP INDEX sealed_record_by_candidate;
DROP INDEX sealed_record_by_recorder;

CREATE TABLE sealed_record (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    compartment TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    status      TEXT    NOT NULL,
    decided_on  TEXT,
    generation  INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES account (row),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sealed_record_by_candidate ON sealed_record (candidate);
CREATE INDEX sealed_record_by_recorder ON sealed_record (recorded_by);

INSERT INTO sealed_record
    (row, id, candidate, compartment, kind, status, generation, sealed, recorded_by, recorded_at)
SELECT row, id, candidate, compartment,
       CASE compartment
           WHEN 'identity-and-right-to-work' THEN 'right-to-work'
           WHEN 'health-and-adjustments' THEN 'adjustments'
           WHEN 'equality-monitoring' THEN 'equality-answers'
           ELSE 'criminal-record'
       END,
       CASE compartment
           WHEN 'identity-and-right-to-work' THEN 'checked'
           WHEN 'health-and-adjustments' THEN 'adjustment-needed'
           WHEN 'equality-monitoring' THEN 'answered'
           ELSE 'pending'
       END,
       generation, sealed, recorded_by, recorded_at
FROM sealed_record_before;
DROP TABLE sealed_record_before;
