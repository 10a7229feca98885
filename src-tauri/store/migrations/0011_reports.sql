-- What was so when an erasure ran, as its report says it. Nothing of those erased.
CREATE TABLE erasure_circumstance (
    -- Which erasure.
    erasure INTEGER NOT NULL PRIMARY KEY REFERENCES erasure (row),
    -- What began it, whose role, which program and policy, who was late, and who was kept: as JSON.
    told    TEXT    NOT NULL
) STRICT;
