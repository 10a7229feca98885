//! The organisation's periods, version by version, and which of them bind a record (RULEBOOK §15, RET-21).
//!
//! A shorter period applies at once to everyone. A longer one applies only to what comes in from the day it was set.
//! So each record is kept for the shortest that was promised of it: by the version in use on the day it came in, and
//! by every version since.

mod period;
mod values;

use chrono::NaiveDate;

pub use period::{PeriodUnit, PolicyPeriod};
pub use values::{PolicyError, PolicyValues};

/// The most months a permission may run, whatever was agreed (RULES R5, RULEBOOK §15).
const LONGEST_PERMISSION_MONTHS: u8 = 24;

/// A version after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// The first day it is in use.
    pub(super) from: NaiveDate,
    pub(super) values: PolicyValues,
}

/// The organisation's periods, all inside their bounds, with the versions before. The default is the notice's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetentionPolicy {
    /// In use from the beginning.
    pub(super) first: PolicyValues,
    /// In the order they were set; no day is before the one before it.
    pub(super) later: Vec<Version>,
}

impl RetentionPolicy {
    /// The most months a permission may run, whatever was agreed (RULES R5, RULEBOOK §15).
    pub const LONGEST_PERMISSION_MONTHS: u8 = LONGEST_PERMISSION_MONTHS;

    /// A policy that was never another.
    ///
    /// # Errors
    /// [`PolicyError`] for the first value outside its bounds.
    pub fn new(values: PolicyValues) -> Result<Self, PolicyError> {
        values.check()?;
        Ok(Self {
            first: values,
            later: Vec::new(),
        })
    }

    /// This policy with one more version, in use from a day. A day before the latest version's counts as that one's:
    /// a clock that was set back puts no version before another.
    ///
    /// # Errors
    /// [`PolicyError`] for the first value outside its bounds.
    pub fn followed_by(&self, from: NaiveDate, values: PolicyValues) -> Result<Self, PolicyError> {
        values.check()?;
        let from = self.later.last().map_or(from, |last| from.max(last.from));
        let mut policy = self.clone();
        policy.later.push(Version { from, values });
        Ok(policy)
    }

    /// The latest version: what is proposed, reminded of and reviewed by.
    pub fn values(&self) -> &PolicyValues {
        self.later.last().map_or(&self.first, |last| &last.values)
    }

    /// The periods that bind what came in on a day (RET-21): each the shortest of the version in use on that day and
    /// of every later one. What has no such day came in before the first.
    pub fn values_for(&self, came_in: Option<NaiveDate>) -> PolicyValues {
        binding(self.first, &self.later, came_in)
    }

    /// [`Self::values_for`], as it stood on a day: versions that were set later were not known.
    pub(super) fn values_known_on(
        &self,
        came_in: Option<NaiveDate>,
        day: NaiveDate,
    ) -> PolicyValues {
        let known = self.later.partition_point(|version| version.from <= day);
        let later = self.later.get(..known).unwrap_or_default();
        binding(self.first, later, came_in)
    }

    /// The first day on which a date had come by the version that was in use that day. A version that shortens a
    /// period makes late only from the day it was set (RULEBOOK 4.1).
    pub(super) fn first_day_past(
        &self,
        came_in: Option<NaiveDate>,
        date_of: &dyn Fn(&PolicyValues) -> NaiveDate,
    ) -> NaiveDate {
        let mut in_use = self.first;
        let mut from = NaiveDate::MIN;
        for version in &self.later {
            let passed = date_of(&in_use).max(from);
            if passed < version.from {
                return passed;
            }
            in_use = self.values_known_on(came_in, version.from);
            from = version.from;
        }
        date_of(&in_use).max(from)
    }
}

fn binding(first: PolicyValues, later: &[Version], came_in: Option<NaiveDate>) -> PolicyValues {
    later.iter().fold(first, |bound, version| {
        if came_in.is_some_and(|day| version.from <= day) {
            version.values
        } else {
            version.values.no_longer_than(&bound)
        }
    })
}
