-- What may be given to whom: purposes by version, the registers of recipients, agreements, transfers and impact
-- assessments, and what a disclosure rests on.
CREATE TABLE purpose_version (
    row     INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    purpose TEXT    NOT NULL,
    version INTEGER NOT NULL,
    terms   TEXT    NOT NULL,
    set_by  INTEGER NOT NULL REFERENCES account (row),
    set_at  INTEGER NOT NULL,
    UNIQUE (purpose, version),
    CHECK (version > 1)
) STRICT;
CREATE INDEX purpose_version_by_setter ON purpose_version (set_by);
CREATE TRIGGER purpose_version_is_never_changed BEFORE UPDATE ON purpose_version
BEGIN
    SELECT raise(ABORT, 'a version of a purpose stays as it was set');
END;
CREATE TRIGGER purpose_version_is_never_deleted BEFORE DELETE ON purpose_version
BEGIN
    SELECT raise(ABORT, 'a version of a purpose stays as it was set');
END;

CREATE TABLE register_item (
    row        INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    kind       TEXT    NOT NULL,
    recipient  INTEGER REFERENCES register_item (row),
    details    TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    changed_by INTEGER NOT NULL REFERENCES account (row),
    changed_at INTEGER NOT NULL,
    CHECK ((recipient IS NULL) = (kind IN ('recipient', 'dpia')))
) STRICT;
CREATE INDEX register_item_by_recipient ON register_item (recipient) WHERE recipient IS NOT NULL;
CREATE INDEX register_item_by_changer ON register_item (changed_by);

ALTER TABLE disclosure ADD COLUMN given_to INTEGER REFERENCES register_item (row);
ALTER TABLE disclosure ADD COLUMN basis TEXT;
ALTER TABLE disclosure ADD COLUMN purpose_version INTEGER;
ALTER TABLE disclosure ADD COLUMN agreement TEXT;
ALTER TABLE disclosure ADD COLUMN mechanism TEXT;
ALTER TABLE disclosure ADD COLUMN relevance TEXT;
ALTER TABLE disclosure ADD COLUMN reason TEXT;
ALTER TABLE disclosure ADD COLUMN authority TEXT;
ALTER TABLE disclosure ADD COLUMN power TEXT;
ALTER TABLE disclosure ADD COLUMN asked TEXT;
ALTER TABLE disclosure ADD COLUMN least TEXT;
ALTER TABLE disclosure ADD COLUMN decided_by TEXT;
ALTER TABLE disclosure ADD COLUMN told TEXT;
CREATE INDEX disclosure_by_recipient ON disclosure (given_to) WHERE given_to IS NOT NULL;

ALTER TABLE role_asks ADD COLUMN office TEXT;
