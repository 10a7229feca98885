//! What remains of people who are gone: counts by quarter, with no key to anything (RULEBOOK ANO-01 to ANO-05).

use domain::access::{Permit, ReadJournal};

use crate::column::count;
use crate::error::StoreError;
use crate::read::Records;

/// One count. Nothing smaller than a threshold may be shown: that is decided where it is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statistic {
    /// The quarter of the outcome: `2026-Q4`.
    pub quarter: String,
    /// The category of the source.
    pub source: String,
    /// The stage reached, or `none`.
    pub stage_reached: String,
    /// The reason, or how it ended.
    pub reason: String,
    /// How many.
    pub number: u64,
}

impl Records<'_> {
    /// Every count, by quarter.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn statistics(&self, _permit: &Permit<ReadJournal>) -> Result<Vec<Statistic>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT quarter, source, stage_reached, reason, number
             FROM statistic
             ORDER BY quarter, source, stage_reached, reason",
        )?;
        let found = statement.query_map([], |row| {
            Ok(Statistic {
                quarter: row.get(0)?,
                source: row.get(1)?,
                stage_reached: row.get(2)?,
                reason: row.get(3)?,
                number: count(row.get(4)?),
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
