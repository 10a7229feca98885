//! Taking people out whole.

use domain::access::{EditCandidate, Permit};

use crate::data_map::{DATA_MAP, SearchIndex};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// When more than one record in so many goes, the search index is made anew from those that stay: taking people
/// out of it one by one costs some thirty times what putting one in costs.
pub(crate) const BULK_SHARE: usize = 30;

impl Tx<'_> {
    /// Takes back a candidate who was just added: every row of theirs goes. Not an erasure, which leaves
    /// statistics and a ledger entry and is verified.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they were changed since, [`StoreError::InUse`] when a document of theirs was added, an
    /// interview scheduled, an offer or word of an outcome written or something sealed, which must not go with an undo of
    /// something else, when an incident, a request or a complaint names them, or when something of theirs was given to
    /// somebody outside, who must be told when they are erased.
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
                     OR EXISTS (SELECT 1 FROM rights_request WHERE candidate = ?1)
                     OR EXISTS (SELECT 1 FROM complaint WHERE candidate = ?1)
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
        self.delete_mapped(DATA_MAP, candidates, index)?;
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
