-- Documents of candidates: the file under the candidate's own key, and its words, to be searched.
CREATE TABLE document (
    row         INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    candidate   INTEGER NOT NULL REFERENCES candidate (row),
    application INTEGER REFERENCES application (row),
    kind        TEXT    NOT NULL,
    label       TEXT,
    file_name   TEXT    NOT NULL,
    media_type  TEXT    NOT NULL,
    bytes       INTEGER NOT NULL,
    added_by    INTEGER NOT NULL REFERENCES account (row),
    added_at    INTEGER NOT NULL,
    erase_on    TEXT,
    CHECK ((kind = 'other') = (label IS NOT NULL))
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('document', 127);
CREATE INDEX document_by_candidate ON document (candidate);
CREATE INDEX document_by_application ON document (application) WHERE application IS NOT NULL;
CREATE INDEX document_by_adder ON document (added_by);
CREATE INDEX document_by_erase ON document (erase_on) WHERE erase_on IS NOT NULL;
CREATE TRIGGER hold_keeps_documents BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM hold WHERE hold.candidate = old.candidate AND hold.released_on IS NULL)
BEGIN
    SELECT raise(ABORT, 'a legal hold stands');
END;

CREATE TABLE document_content (
    document INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    sealed   BLOB    NOT NULL
) STRICT;

CREATE TABLE document_text (
    document INTEGER NOT NULL PRIMARY KEY REFERENCES document (row),
    body     TEXT    NOT NULL
) STRICT;

CREATE VIRTUAL TABLE document_search USING fts5 (
    body,
    content = 'document_text',
    content_rowid = 'document',
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO document_search (document_search, rank) VALUES ('secure-delete', 1);

-- A document may go before the application it was collected for.
ALTER TABLE erasure_intent
    ADD COLUMN document INTEGER REFERENCES document (row) CHECK ((part = 'document') = (document IS NOT NULL));
DROP INDEX erasure_intent_once;
CREATE UNIQUE INDEX erasure_intent_once
    ON erasure_intent (
        candidate, part, coalesce(application, 0), coalesce(sealed_record, 0), coalesce(document, 0)
    );
CREATE INDEX erasure_intent_by_document ON erasure_intent (document) WHERE document IS NOT NULL;
