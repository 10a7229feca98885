//! The latest instant the records have believed, against which the device's clock is held (RULEBOOK T-07).
//!
//! It moves with every write whose instant is sound, and stays where it is under a clock that was set back or far
//! ahead. So signing in anew, or ending the program, makes no jump forgotten; a second person's word does.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{ClockCheck, ClockTolerance, london_date, trust};
use rusqlite::OptionalExtension;

use crate::column::At;
use crate::error::StoreError;
use crate::journal::{Entry, append};
use crate::read::Records;
use crate::write::Tx;

/// The setting that holds the latest instant believed, in milliseconds since 1970.
const SEEN: &str = "clock-seen";

impl Records<'_> {
    /// The latest instant believed; before any was kept, the journal's latest.
    fn clock_seen(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let Some(text) = self.setting(SEEN)? else {
            let latest = self
                .connection()
                .prepare_cached("SELECT at FROM journal ORDER BY at DESC LIMIT 1")?
                .query_row([], |row| row.get::<_, At>(0))
                .optional()?;
            return Ok(latest.map(|at| at.0));
        };
        let kept = text.parse().ok().and_then(DateTime::from_timestamp_millis);
        kept.map(Some).ok_or(StoreError::Unreadable {
            column: "setting.clock-seen",
        })
    }

    /// Holds the device's clock against the latest instant believed.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn check_clock(&self, now: DateTime<Utc>) -> Result<ClockCheck, StoreError> {
        let seen = self.clock_seen()?.unwrap_or(now);
        Ok(ClockCheck::of(seen, now, ClockTolerance::default()))
    }
}

impl Records<'_> {
    /// A day, or that of the latest instant believed where it is later.
    pub(crate) fn believed_day(&self, day: NaiveDate) -> Result<NaiveDate, StoreError> {
        let seen = self.clock_seen()?.map(london_date);
        Ok(seen.map_or(day, |seen| seen.max(day)))
    }
}

impl Tx<'_> {
    pub(crate) fn believe_clock(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.put_setting(SEEN, &at.timestamp_millis().to_string())
    }

    /// Holds the write's instant against the latest believed, and keeps it as the latest where it is sound. Gives
    /// what was found and the instant that the write's entry carries.
    pub(crate) fn keep_time(&self) -> Result<(ClockCheck, DateTime<Utc>), StoreError> {
        let seen = self.records().clock_seen()?.unwrap_or(self.at());
        let trusted = trust(seen, self.at(), ClockTolerance::default());
        self.believe_clock(trusted.at)?;
        Ok((trusted.check, trusted.entries_at))
    }

    /// Writes down that the clock was found set back.
    pub(crate) fn note_set_back(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        let entry = Entry::new("find-clock-set-back");
        append(self.sql(), None, at, &entry)?;
        Ok(())
    }
}
