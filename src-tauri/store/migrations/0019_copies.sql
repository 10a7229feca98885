-- The copy of a paper that was seen, sealed as the record it is kept with. What is kept of a check stays what it was.
ALTER TABLE sealed_record ADD COLUMN copy BLOB;
CREATE TRIGGER copy_stays_what_it_was BEFORE UPDATE OF copy ON sealed_record
WHEN old.copy IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'a copy is not changed');
END;
