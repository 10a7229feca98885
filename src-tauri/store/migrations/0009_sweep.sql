-- An erasure says since when the first of its people was due.
ALTER TABLE erasure ADD COLUMN due_since TEXT;
