//! Taking people out whole: the list of every table that holds something of a person.

use domain::access::{EditCandidate, Permit};

use crate::column::json_rows;
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// One table that holds something of a person, and how their rows are found by a JSON list of their row numbers.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    /// Deletes their rows of it.
    pub delete: &'static str,
}

/// When more than one record in so many goes, the search index is made anew from those that stay: taking people
/// out of it one by one costs some thirty times what putting one in costs.
pub(crate) const BULK_SHARE: usize = 30;

/// How the search index is rid of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SearchIndex {
    /// Person by person.
    Cleaned,
    /// Not here: whoever deletes makes the whole index anew before calling them gone.
    MadeAnew,
}

const SEARCH: [&str; 2] = ["candidate_search", "document_search"];

/// The data map: every table with something of a person, in the order their rows go, children first. A test
/// fails when a table refers to a candidate, however indirectly, and is not here; the database itself refuses
/// to delete a candidate whom a forgotten table still refers to.
pub const DATA_MAP: &[Held] = &[
    Held {
        table: "erasure_intent",
        delete: "DELETE FROM erasure_intent WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "candidate_search",
        delete: "INSERT INTO candidate_search (candidate_search, rowid, name, contact)
                 SELECT 'delete', candidate, name, contact
                 FROM candidate_text
                 WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "candidate_text",
        delete: "DELETE FROM candidate_text WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "candidate_email",
        delete: "DELETE FROM candidate_email WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "candidate_phone",
        delete: "DELETE FROM candidate_phone WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "hold",
        delete: "DELETE FROM hold WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "sealed_record",
        delete: "DELETE FROM sealed_record WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_search",
        delete: "INSERT INTO document_search (document_search, rowid, body)
                 SELECT 'delete', document_text.document, document_text.body
                 FROM document
                 JOIN document_text ON document_text.document = document.row
                 WHERE document.candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "document_text",
        delete: "DELETE FROM document_text
                 WHERE document IN (SELECT row FROM document WHERE candidate IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "document_content",
        delete: "DELETE FROM document_content
                 WHERE document IN (SELECT row FROM document WHERE candidate IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "message",
        delete: "DELETE FROM message
                 WHERE document IN (SELECT row FROM document WHERE candidate IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "document",
        delete: "DELETE FROM document WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "reserve_contact",
        delete: "DELETE FROM reserve_contact
                 WHERE reserve_entry IN (
                     SELECT row FROM reserve_entry WHERE candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "reserve_entry",
        delete: "DELETE FROM reserve_entry WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "disclosure",
        delete: "DELETE FROM disclosure WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "incident_person",
        delete: "DELETE FROM incident_person WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "permission",
        delete: "DELETE FROM permission WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "feedback_draft",
        delete: "DELETE FROM feedback_draft
                 WHERE interview IN (
                     SELECT interview.row
                     FROM interview
                     JOIN application ON application.row = interview.application
                     WHERE application.candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "feedback",
        delete: "DELETE FROM feedback
                 WHERE interview IN (
                     SELECT interview.row
                     FROM interview
                     JOIN application ON application.row = interview.application
                     WHERE application.candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interviewer_criterion",
        delete: "DELETE FROM interviewer_criterion
                 WHERE interview IN (
                     SELECT interview.row
                     FROM interview
                     JOIN application ON application.row = interview.application
                     WHERE application.candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interviewer",
        delete: "DELETE FROM interviewer
                 WHERE interview IN (
                     SELECT interview.row
                     FROM interview
                     JOIN application ON application.row = interview.application
                     WHERE application.candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "interview",
        delete: "DELETE FROM interview WHERE application IN (SELECT row FROM application WHERE candidate IN (SELECT value FROM json_each(?1)))",
    },
    Held {
        table: "offer",
        delete: "DELETE FROM offer
                 WHERE application IN (
                     SELECT row FROM application WHERE candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "outcome_message",
        delete: "DELETE FROM outcome_message
                 WHERE application IN (
                     SELECT row FROM application WHERE candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "application_event",
        delete: "DELETE FROM application_event
                 WHERE application IN (
                     SELECT row FROM application WHERE candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "application_alias",
        delete: "DELETE FROM application_alias
                 WHERE application IN (
                     SELECT row FROM application WHERE candidate IN (SELECT value FROM json_each(?1))
                 )",
    },
    Held {
        table: "application",
        delete: "DELETE FROM application WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held {
        table: "conflict_of_interest",
        delete: "DELETE FROM conflict_of_interest WHERE candidate IN (SELECT value FROM json_each(?1))",
    },
    Held { table: "candidate", delete: "DELETE FROM candidate WHERE row IN (SELECT value FROM json_each(?1))" },
];

impl Tx<'_> {
    /// Takes back a candidate who was just added: every row of theirs goes. Not an erasure, which leaves
    /// statistics and a ledger entry and is verified.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they were changed since, [`StoreError::InUse`] when a document of theirs was added, an
    /// interview scheduled, an offer or word of an outcome written or something sealed, which must not go with an undo of
    /// something else, when an incident names them, or when something of theirs was given to somebody outside, who must be told when they are erased.
    pub fn remove_candidate(
        &self,
        permit: &Permit<EditCandidate>,
        expected: u32,
    ) -> Result<(), StoreError> {
        let candidate = self.candidate_at_revision(permit, expected)?;
        let built_on: bool = self
            .sql()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM disclosure WHERE candidate = ?1)
                     OR EXISTS (SELECT 1 FROM incident_person WHERE candidate = ?1)
                     OR EXISTS (SELECT 1 FROM document WHERE candidate = ?1)
                     OR EXISTS (SELECT 1 FROM sealed_record WHERE candidate = ?1)
                     OR EXISTS (
                         SELECT 1
                         FROM application
                         WHERE application.candidate = ?1
                           AND (
                               EXISTS (SELECT 1 FROM interview WHERE interview.application = application.row)
                               OR EXISTS (SELECT 1 FROM offer WHERE offer.application = application.row)
                               OR EXISTS (
                                   SELECT 1 FROM outcome_message WHERE outcome_message.application = application.row
                               )
                           )
                     )",
            )?
            .query_row([candidate], |row| row.get(0))?;
        if built_on {
            return Err(StoreError::InUse);
        }
        self.delete_people(&[candidate], SearchIndex::Cleaned)
    }

    pub(crate) fn delete_people(
        &self,
        candidates: &[i64],
        index: SearchIndex,
    ) -> Result<(), StoreError> {
        let rows = json_rows(candidates.iter().copied());
        for held in DATA_MAP {
            if SEARCH.contains(&held.table) && index == SearchIndex::MadeAnew {
                continue;
            }
            self.sql().prepare_cached(held.delete)?.execute([&rows])?;
        }
        self.untouch(candidates);
        Ok(())
    }

    /// Makes both search indices anew from the texts that are there.
    ///
    /// Not `optimize`: where an upper level of the index is empty, that keeps the words of what was deleted
    /// (SQLite 3.54, found by this crate's own search).
    pub(crate) fn make_search_anew(&self) -> Result<(), StoreError> {
        self.sql().execute_batch(
            "INSERT INTO candidate_search (candidate_search) VALUES ('rebuild');
             INSERT INTO document_search (document_search) VALUES ('rebuild')",
        )?;
        Ok(())
    }
}

impl Records<'_> {
    pub(crate) fn number_of_candidates(&self) -> Result<usize, StoreError> {
        let number: i64 = self
            .connection()
            .prepare_cached("SELECT count(*) FROM candidate")?
            .query_row([], |row| row.get(0))?;
        Ok(usize::try_from(number).unwrap_or(0))
    }
}
