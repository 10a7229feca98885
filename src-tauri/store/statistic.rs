//! What remains of people who are gone: counts by quarter, with no key to anything (RULEBOOK ANO-01 to ANO-05).
//!
//! What goes in a quarter waits beside the counts until the quarter is over, so that two readings cannot be
//! subtracted from one another to tell of those who went between them (ANO-04). Where fewer than five go at once,
//! only where they came from is counted (ANO-03).

use chrono::NaiveDate;
use domain::access::{Permit, ReadJournal};
use domain::source::SourceCategory;
use domain::statistics::{Ending, Quarter, StageReached};
use rusqlite::Row;

use crate::column::{count, decode};
use crate::error::StoreError;
use crate::read::Records;
use crate::write::Tx;

/// One count. Nothing smaller than a threshold may be shown: [`domain::statistics::suppress`] sees to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statistic {
    /// The quarter of the outcome.
    pub quarter: Quarter,
    /// The category of the source.
    pub source: SourceCategory,
    /// The stage reached.
    pub stage_reached: StageReached,
    /// How it ended.
    pub ending: Ending,
    /// How many.
    pub number: u64,
}

fn statistic(row: &Row<'_>) -> Result<Statistic, StoreError> {
    let text = |column| row.get::<_, String>(column);
    Ok(Statistic {
        quarter: decode("statistic.quarter", Quarter::parse(&text("quarter")?))?,
        source: decode(
            "statistic.source",
            SourceCategory::from_code(&text("source")?),
        )?,
        stage_reached: decode(
            "statistic.stage_reached",
            StageReached::from_code(&text("stage_reached")?),
        )?,
        ending: decode("statistic.reason", Ending::from_code(&text("reason")?))?,
        number: count(row.get("number")?),
    })
}

impl Records<'_> {
    /// Every count of those who went before the quarter of a day, by quarter of the outcome.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn statistics(
        &self,
        _permit: &Permit<ReadJournal>,
        today: NaiveDate,
    ) -> Result<Vec<Statistic>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT quarter, source, stage_reached, reason, sum(number) AS number
             FROM (
                 SELECT quarter, source, stage_reached, reason, number
                 FROM statistic
                 UNION ALL
                 SELECT quarter, source, stage_reached, reason, number
                 FROM statistic_waiting
                 WHERE counted_in < ?1
             )
             GROUP BY quarter, source, stage_reached, reason
             ORDER BY quarter, source, stage_reached, reason",
        )?;
        let mut rows = statement.query([Quarter::of(today).to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(statistic(row)?);
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Adds what waited for the end of its quarter to the counts, which know nothing of when they were counted.
    pub(crate) fn publish_statistics(&self) -> Result<(), StoreError> {
        let quarter = Quarter::of(self.today()).to_string();
        self.sql()
            .prepare_cached(
                "INSERT INTO statistic (quarter, source, stage_reached, reason, number)
                 SELECT quarter, source, stage_reached, reason, sum(number)
                 FROM statistic_waiting
                 WHERE counted_in < ?1
                 GROUP BY quarter, source, stage_reached, reason
                 ON CONFLICT (quarter, source, stage_reached, reason)
                     DO UPDATE SET number = number + excluded.number",
            )?
            .execute([&quarter])?;
        self.sql()
            .prepare_cached("DELETE FROM statistic_waiting WHERE counted_in < ?1")?
            .execute([&quarter])?;
        Ok(())
    }
}
