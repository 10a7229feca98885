//! Who is there already: records that share an address or a number.

use std::collections::BTreeMap;

use domain::access::{Action, Import, Permit};
use domain::id::CandidateId;
use rusqlite::named_params;

use crate::column::Id;
use crate::error::StoreError;
use crate::read::{Records, nameless, not_left_out};

/// What two records share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchBy {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// A record that shares something with the details that were asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The record.
    pub candidate: CandidateId,
    /// What it shares.
    pub by: MatchBy,
}

impl Records<'_> {
    /// The records in the permit's scope that have one of these keys ([`domain::text::Email::key`],
    /// [`domain::text::Phone::key`]); each record once, by its first match.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn duplicates<A: Action>(
        &self,
        permit: &Permit<A>,
        emails: &[String],
        phones: &[String],
    ) -> Result<Vec<Match>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut found = BTreeMap::new();
        for (keys, table, by) in [
            (emails, "candidate_email", MatchBy::Email),
            (phones, "candidate_phone", MatchBy::Phone),
        ] {
            let mut statement = self.connection().prepare_cached(&shared_in(table))?;
            for key in keys {
                let mut rows = statement.query(named_params! {
                    ":key": key,
                    ":full": scope.full,
                    ":blind": scope.blind,
                    ":without": scope.without,
                })?;
                while let Some(row) = rows.next()? {
                    found
                        .entry(CandidateId::from_uuid(row.get::<_, Id>(0)?.0))
                        .or_insert(by);
                }
            }
        }
        Ok(found
            .into_iter()
            .map(|(candidate, by)| Match { candidate, by })
            .collect())
    }

    /// Every key of the people in the permit's scope with whose it is, for an import that compares thousands of rows at once.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn duplicate_keys(&self, permit: &Permit<Import>) -> Result<DuplicateKeys, StoreError> {
        Ok(DuplicateKeys {
            emails: self.all_keys(
                permit,
                "SELECT candidate_email.key, candidate.id
                 FROM candidate_email
                 JOIN candidate ON candidate.row = candidate_email.candidate
                 WHERE candidate_email.key IS NOT NULL",
            )?,
            phones: self.all_keys(
                permit,
                "SELECT candidate_phone.key, candidate.id
                 FROM candidate_phone
                 JOIN candidate ON candidate.row = candidate_phone.candidate",
            )?,
        })
    }

    fn all_keys(
        &self,
        permit: &Permit<Import>,
        sql: &str,
    ) -> Result<BTreeMap<String, CandidateId>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut keys = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let candidate = CandidateId::from_uuid(row.get::<_, Id>(1)?.0);
            if !permit.scope().without().contains(&candidate) {
                keys.insert(row.get(0)?, candidate);
            }
        }
        Ok(keys)
    }
}

/// Keys of addresses and numbers with the record each belongs to.
#[derive(Clone, Debug, Default)]
pub struct DuplicateKeys {
    /// By the key of an e-mail address.
    pub emails: BTreeMap<String, CandidateId>,
    /// By the key of a telephone number.
    pub phones: BTreeMap<String, CandidateId>,
}

/// Whose key in a table of keys it is. Only full sight shows that an address is somebody's.
fn shared_in(table: &str) -> String {
    format!(
        "SELECT candidate.id
         FROM {table}
         JOIN candidate ON candidate.row = {table}.candidate
         WHERE {table}.key = :key
           AND (:full IS NULL OR candidate.row IN (
               SELECT application.candidate
               FROM application
               WHERE application.vacancy IN (SELECT value FROM json_each(:full))
           ))
           AND {}
           AND NOT {}",
        not_left_out("candidate.row", ":without"),
        nameless("candidate.row", ":blind"),
    )
}
