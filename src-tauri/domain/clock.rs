//! Time, passed in. Rules take a date; what acts on them takes a [`Clock`].

mod trust;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::London;
use chrono_tz::Tz;

pub use trust::{ClockCheck, ClockTolerance, TrustedTime, trust};

/// Where the present instant comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// The calendar day in London (RULEBOOK T-01).
    fn today(&self) -> NaiveDate {
        london_date(self.now())
    }
}

/// The calendar day in London at an instant (RULEBOOK T-01).
pub fn london_date(instant: DateTime<Utc>) -> NaiveDate {
    london_time(instant).date_naive()
}

/// What clocks in London show at an instant (RULEBOOK T-01).
pub fn london_time(instant: DateTime<Utc>) -> DateTime<Tz> {
    // In its first and last days the calendar has no room for an hour of summer time, and chrono panics.
    let room = TimeDelta::days(2);
    let earliest = DateTime::<Utc>::MIN_UTC
        .checked_add_signed(room)
        .unwrap_or(instant);
    let latest = DateTime::<Utc>::MAX_UTC
        .checked_sub_signed(room)
        .unwrap_or(instant);
    instant.max(earliest).min(latest).with_timezone(&London)
}

/// A clock that stands still, for tests, for a dry run *as of* a date, and for the sample organisation.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}
