//! The latest instant the records have believed, against which the device's clock is held (RULEBOOK T-07).
//!
//! It moves with every write whose instant is sound, and stays where it is under a clock that was set back or far
//! ahead. So signing in anew, or ending the program, makes no jump forgotten; a second person's word does.

use chrono::{DateTime, Utc};
use domain::access::{Erase, Permit};
use domain::clock::{ClockCheck, ClockTolerance, trust};
use domain::id::AccountId;
use rusqlite::OptionalExtension;

use crate::account::Passphrase;
use crate::column::At;
use crate::error::{OpenError, StoreError};
use crate::journal::{About, Detail, Entry, append};
use crate::key_file::Credential;
use crate::open::throttled;
use crate::read::Records;
use crate::scrub::scrubbed;
use crate::write::{Store, Tx};

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

impl Tx<'_> {
    fn believe_clock(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
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

impl Store {
    /// Takes a second person's word for the date, after a jump: their passphrase, which opens nothing here.
    ///
    /// # Errors
    /// [`OpenError::WrongPassphrase`] and [`OpenError::Throttled`], as at a sign-in; an account without a way in is
    /// answered like a wrong passphrase.
    pub fn confirm_clock(
        &mut self,
        permit: &Permit<Erase>,
        second: AccountId,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<(), OpenError> {
        let name = self
            .keys
            .doors()
            .find(|door| door.account == second)
            .map(|door| door.sign_in_name)
            .ok_or(OpenError::WrongPassphrase)?;
        let (opened, wrong_before) = scrubbed(|| {
            throttled(&self.folder, now, || {
                self.keys
                    .open(&name, Credential::Passphrase(passphrase.text()))
            })
        })?;
        // Their keys are wanted for nothing.
        drop(opened);
        self.write(permit, now, |tx| {
            tx.believe_clock(now)?;
            Ok((
                (),
                Entry::new("confirm-clock")
                    .about(About::Account(second))
                    .with("day", Detail::Day(tx.today()))
                    .with("wrong-before", Detail::Number(u64::from(wrong_before))),
            ))
        })
    }
}
