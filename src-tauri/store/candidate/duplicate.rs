//! Who is there already: records that share an address or a number.

use std::collections::BTreeMap;

use domain::access::{Import, Permit};
use domain::id::CandidateId;

use crate::column::Id;
use crate::error::StoreError;
use crate::read::Records;
use domain::access::{Action, Scope};

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
        let scope = self.scope_rows(match permit.scope() {
            Scope::Everything => &Scope::Everything,
            Scope::Vacancies(_) => permit.scope(),
        })?;
        // Only full sight shows that an address is somebody's.
        let full = match &scope {
            crate::read::ScopeRows::Everything => None,
            crate::read::ScopeRows::Vacancies { full, .. } => Some(full.as_str()),
        };
        let mut found = BTreeMap::new();
        for (keys, sql, by) in [
            (emails, BY_EMAIL, MatchBy::Email),
            (phones, BY_PHONE, MatchBy::Phone),
        ] {
            let mut statement = self.connection().prepare_cached(sql)?;
            for key in keys {
                let mut rows = statement.query(rusqlite::params![key, full])?;
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

    /// Every key there is with whose it is, for an import that compares thousands of rows at once.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn duplicate_keys(&self, _permit: &Permit<Import>) -> Result<DuplicateKeys, StoreError> {
        Ok(DuplicateKeys {
            emails: self.all_keys(
                "SELECT candidate_email.key, candidate.id
                 FROM candidate_email
                 JOIN candidate ON candidate.row = candidate_email.candidate
                 WHERE candidate_email.key IS NOT NULL",
            )?,
            phones: self.all_keys(
                "SELECT candidate_phone.key, candidate.id
                 FROM candidate_phone
                 JOIN candidate ON candidate.row = candidate_phone.candidate",
            )?,
        })
    }

    fn all_keys(&self, sql: &str) -> Result<BTreeMap<String, CandidateId>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut keys = BTreeMap::new();
        while let Some(row) = rows.next()? {
            keys.insert(row.get(0)?, CandidateId::from_uuid(row.get::<_, Id>(1)?.0));
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

const BY_EMAIL: &str = "
    SELECT candidate.id
    FROM candidate_email
    JOIN candidate ON candidate.row = candidate_email.candidate
    WHERE candidate_email.key = ?1
      AND (?2 IS NULL OR candidate.row IN (
          SELECT application.candidate
          FROM application
          WHERE application.vacancy IN (SELECT value FROM json_each(?2))
      ))";
const BY_PHONE: &str = "
    SELECT candidate.id
    FROM candidate_phone
    JOIN candidate ON candidate.row = candidate_phone.candidate
    WHERE candidate_phone.key = ?1
      AND (?2 IS NULL OR candidate.row IN (
          SELECT application.candidate
          FROM application
          WHERE application.vacancy IN (SELECT value FROM json_each(?2))
      ))";
