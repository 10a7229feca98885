//! Data protection training, without which nobody opens personal data.

use chrono::NaiveDate;
use domain::access::{GrantAccess, Permit, ReadAccounts};
use domain::id::AccountId;
use domain::text::Line;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::column::{At, Day, decode, line};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// How training was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TrainingKind {
    /// Live, as at induction.
    Live,
    /// A refresher, on paper or on a screen.
    Refresher,
}

impl TrainingKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Live, Self::Refresher];

    /// The word the store holds.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Refresher => "refresher",
        }
    }

    /// Reads the word the store holds.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A training that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingRecord {
    /// The day.
    pub held_on: NaiveDate,
    /// How it was given.
    pub kind: TrainingKind,
    /// The name of who recorded it.
    pub recorded_by: Line,
}

impl Records<'_> {
    /// The training of an account, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub fn training(
        &self,
        _permit: &Permit<ReadAccounts>,
        account: AccountId,
    ) -> Result<Vec<TrainingRecord>, StoreError> {
        self.training_of(account)
    }

    /// One's own training, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub fn own_training(
        &self,
        viewer: &domain::access::Viewer,
    ) -> Result<Vec<TrainingRecord>, StoreError> {
        self.training_of(viewer.account)
    }

    fn training_of(&self, account: AccountId) -> Result<Vec<TrainingRecord>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT training.held_on, training.kind, account.name
             FROM training
             JOIN account ON account.row = training.recorded_by
             WHERE training.account = ?1
             ORDER BY training.held_on DESC, training.row DESC",
        )?;
        let mut rows = statement.query([self.account_row(account)?])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(1)?;
            let name: String = row.get(2)?;
            found.push(TrainingRecord {
                held_on: row.get::<_, Day>(0)?.0,
                kind: decode("training.kind", TrainingKind::from_code(&kind))?,
                recorded_by: line("account.name", &name)?,
            });
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Records a training of the permit's account.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit is for no account, [`StoreError::NotFound`] when it is gone.
    pub fn record_training(
        &self,
        permit: &Permit<GrantAccess>,
        kind: TrainingKind,
        held_on: NaiveDate,
    ) -> Result<(), StoreError> {
        let account = permit.account().ok_or(StoreError::WrongSubject)?;
        let row = self.records().account_row(account)?;
        self.put_training(row, kind, held_on)
    }

    pub(super) fn put_training(
        &self,
        account: i64,
        kind: TrainingKind,
        held_on: NaiveDate,
    ) -> Result<(), StoreError> {
        self.sql().execute(
            "INSERT INTO training (account, held_on, kind, recorded_by, recorded_at)
             VALUES (:account, :held_on, :kind, :recorded_by, :recorded_at)",
            named_params! {
                ":account": account,
                ":held_on": Day(held_on),
                ":kind": kind.code(),
                ":recorded_by": self.actor_row()?,
                ":recorded_at": At(self.at()),
            },
        )?;
        Ok(())
    }
}
