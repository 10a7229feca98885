//! What was so when an erasure ran: what its report says beside the counts, and can't be worked out afterwards.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Erase, Permit, ReadJournal, Role};
use domain::hold::HoldReason;
use domain::id::ErasureId;
use domain::retention::{BlockKind, PolicyValues};
use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use serde_json as json;

use crate::column::{Id, count, decode};
use crate::error::StoreError;
use crate::journal::{About, Entry, Head};
use crate::read::Records;
use crate::write::Store;

/// What began an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureTrigger {
    /// A sweep of everybody whose day had come.
    Sweep,
    /// Somebody chose who should go.
    Chosen,
    /// They asked for it themselves.
    Request,
}

/// What was so when an erasure ran. Nothing of those erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// What began it.
    pub trigger: ErasureTrigger,
    /// The day its dates were weighed on, where it was not its own.
    pub as_of: Option<NaiveDate>,
    /// The role of whoever ran it.
    pub role: Role,
    /// The version of the program.
    pub program: String,
    /// The periods.
    pub policy: PolicyValues,
    /// How many went on the first day they were due.
    pub on_the_day: u64,
    /// How many went later.
    pub late: u64,
    /// How many days after it the last went.
    pub most_days_late: u64,
    /// Whose day had come and who were kept.
    pub kept: Vec<KeptFor>,
}

/// People past their day who were kept, by what keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFor {
    /// What keeps them.
    pub block: BlockKind,
    /// Why it was placed, where it is a legal hold.
    pub reason: Option<HoldReason>,
    /// How many people.
    pub people: u64,
    /// The first day on which it is looked at again, where there is one.
    pub review_by: Option<NaiveDate>,
}

/// What a report says of an erasure beside [`super::ErasureReport`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureDetails {
    /// Its number among all there were, from 1.
    pub number: u64,
    /// What was so when it ran; `None` where it was interrupted, or is older than that was kept.
    pub circumstances: Option<Circumstances>,
    /// The journal's entry that says it was verified.
    pub entry: Option<Head>,
}

impl Store {
    /// Keeps what was so when an erasure ran.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such erasure.
    pub fn describe_erasure(
        &mut self,
        permit: &Permit<Erase>,
        erasure: ErasureId,
        circumstances: &Circumstances,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let told = json::to_string(circumstances).map_err(|_error| StoreError::Unreadable {
            column: "erasure_circumstance.told",
        })?;
        self.write(permit, at, |tx| {
            let kept = tx.sql().execute(
                "INSERT INTO erasure_circumstance (erasure, told)
                 SELECT row, :told
                 FROM erasure
                 WHERE id = :id",
                named_params! { ":told": told, ":id": Id(erasure.uuid()) },
            )?;
            if kept == 0 {
                return Err(StoreError::NotFound);
            }
            let entry = Entry::new("describe-erasure").about(About::Erasure(erasure));
            Ok(((), entry))
        })
    }
}

impl Records<'_> {
    /// What a report says of an erasure.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such erasure.
    pub fn erasure_details(
        &self,
        _permit: &Permit<ReadJournal>,
        erasure: ErasureId,
    ) -> Result<ErasureDetails, StoreError> {
        let (number, told): (i64, Option<String>) = self
            .connection()
            .prepare_cached(
                "SELECT (SELECT count(*) FROM erasure AS earlier WHERE earlier.row <= erasure.row),
                        erasure_circumstance.told
                 FROM erasure
                 LEFT JOIN erasure_circumstance ON erasure_circumstance.erasure = erasure.row
                 WHERE erasure.id = ?1",
            )?
            .query_row([Id(erasure.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(StoreError::NotFound)?;
        let entry = self
            .connection()
            .prepare_cached(
                "SELECT seq, hash
                 FROM journal
                 WHERE subject = ?1 AND action = 'verify-erasure'
                 ORDER BY seq DESC
                 LIMIT 1",
            )?
            .query_row([Id(erasure.uuid())], |row| {
                Ok(Head {
                    seq: row.get(0)?,
                    hash: row.get(1)?,
                })
            })
            .optional()?;
        Ok(ErasureDetails {
            number: count(number),
            circumstances: told
                .map(|text| decode("erasure_circumstance.told", json::from_str(&text).ok()))
                .transpose()?,
            entry,
        })
    }
}
