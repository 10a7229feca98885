//! Names of people known by their ids, and people who may be one and the same.

use std::collections::BTreeMap;

use domain::access::{Erase, Import, ListCandidates, Permit};
use domain::candidate::PersonName;
use domain::id::CandidateId;
use domain::text::fold;

use super::{CandidateFilter, CandidateList, CandidateSort, person_name};
use crate::column::Id;
use crate::error::StoreError;
use crate::read::Records;

impl Records<'_> {
    /// The names of these people; those who are gone, or outside the permit's scope, are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn candidate_names(
        &self,
        permit: &Permit<Erase>,
        candidates: &[CandidateId],
    ) -> Result<BTreeMap<CandidateId, PersonName>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT title, given, family, preferred_name
             FROM candidate
             WHERE id = ?1",
        )?;
        let mut names = BTreeMap::new();
        let shown = |candidate: &&CandidateId| !permit.scope().without().contains(candidate);
        for candidate in candidates.iter().filter(shown) {
            let mut rows = statement.query([Id(candidate.uuid())])?;
            if let Some(row) = rows.next()? {
                names.insert(*candidate, person_name(row)?);
            }
        }
        Ok(names)
    }

    /// The whole name of everyone in the permit's scope, folded, for an import that compares thousands of rows at once.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn folded_names(
        &self,
        permit: &Permit<Import>,
    ) -> Result<BTreeMap<CandidateId, String>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT id, sort_name FROM candidate")?;
        let mut rows = statement.query([])?;
        let mut names = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let candidate = CandidateId::from_uuid(row.get::<_, Id>(0)?.0);
            if !permit.scope().without().contains(&candidate) {
                names.insert(candidate, row.get(1)?);
            }
        }
        Ok(names)
    }

    /// People in the permit's scope who share an address, a number or a whole name with someone about to be
    /// added: those who share most first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn likely_duplicates(
        &self,
        permit: &Permit<ListCandidates>,
        emails: &[String],
        phones: &[String],
        name: &str,
    ) -> Result<CandidateList, StoreError> {
        let mut rows = Vec::new();
        for found in self.duplicates(permit, emails, phones)? {
            rows.push(self.candidate_row(found.candidate)?);
        }
        // A search that finds everyone would say nothing.
        if fold(name)
            .split_whitespace()
            .any(|word| word.chars().count() > 1)
        {
            let filter = CandidateFilter {
                text: name.to_owned(),
                ..CandidateFilter::default()
            };
            for row in self
                .candidate_list(permit, &filter, CandidateSort::default())?
                .rows
            {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        Ok(CandidateList { rows })
    }
}
