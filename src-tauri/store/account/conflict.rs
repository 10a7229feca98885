//! Declared conflicts of interest: who must not see whom.

use chrono::NaiveDate;
use domain::access::{Action, DeclareConflict, GrantAccess, Permit};
use domain::id::{AccountId, CandidateId};
use domain::text::Line;
use rusqlite::named_params;

use crate::column::{Day, Id, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// A conflict of interest with a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictRecord {
    /// Whose it is.
    pub account: AccountId,
    /// Their name.
    pub name: Line,
    /// The day it was declared.
    pub declared_on: NaiveDate,
}

impl Records<'_> {
    /// The conflicts that were declared with the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no candidate.
    pub fn conflicts<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Vec<ConflictRecord>, StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT account.id, account.name, conflict_of_interest.declared_on
             FROM conflict_of_interest
             JOIN account ON account.row = conflict_of_interest.account
             WHERE conflict_of_interest.candidate = ?1
             ORDER BY account.name",
        )?;
        let mut rows = statement.query([self.candidate_row(candidate)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            found.push(ConflictRecord {
                account: AccountId::from_uuid(row.get::<_, Id>(0)?.0),
                name: line("account.name", &name)?,
                declared_on: row.get::<_, Day>(2)?.0,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Declares that an account has a conflict of interest with the permit's candidate.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the account or the candidate is gone.
    pub fn declare_conflict(
        &self,
        permit: &Permit<DeclareConflict>,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let candidate = permit.candidate().ok_or(StoreError::WrongSubject)?;
        self.sql().execute(
            "INSERT INTO conflict_of_interest (account, candidate, declared_on, declared_by)
             VALUES (:account, :candidate, :on, :by)
             ON CONFLICT (account, candidate) DO NOTHING",
            named_params! {
                ":account": self.records().account_row(account)?,
                ":candidate": self.records().candidate_row(candidate)?,
                ":on": Day(self.today()),
                ":by": self.actor_row()?,
            },
        )?;
        Ok(())
    }

    /// Lifts a conflict of interest of the permit's account.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub fn withdraw_conflict(
        &self,
        permit: &Permit<GrantAccess>,
        candidate: CandidateId,
    ) -> Result<(), StoreError> {
        let account = permit.account().ok_or(StoreError::WrongSubject)?;
        let lifted = self.sql().execute(
            "DELETE FROM conflict_of_interest WHERE account = :account AND candidate = :candidate",
            named_params! {
                ":account": self.records().account_row(account)?,
                ":candidate": self.records().candidate_row(candidate)?,
            },
        )?;
        if lifted == 1 {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}
