//! Acknowledging a complaint (RULEBOOK CMP-02; DPA 2018 s.164A, s.205(2)).

use chrono::NaiveDate;

use crate::dates::days_after;
use crate::holidays::{Calendar, Rolled};

/// Days from receipt to the acknowledgement.
const DAYS: u64 = 30;

/// From when laws apply that changed after the rules were first written (T-09). The default is as enacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawDates {
    /// The first day of receipt from which s.164A makes the acknowledgement a duty (SI 2026/82 reg 7).
    pub complaints_duty_from: NaiveDate,
}

impl Default for LawDates {
    fn default() -> Self {
        Self {
            complaints_duty_from: NaiveDate::from_ymd_opt(2026, 6, 19).unwrap_or(NaiveDate::MIN),
        }
    }
}

/// By when a complaint must be acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintDeadline {
    /// The day we work to: receipt + 30 days, not rolled.
    pub due_on: NaiveDate,
    /// The last day the law would allow: rolled.
    pub latest_lawful: NaiveDate,
    /// Whether it is a duty, or good practice for a complaint from before it.
    pub statutory: bool,
    /// Whether the lawful day lies past the list of bank holidays (T-08).
    pub beyond_data: bool,
}

/// By when a complaint must be acknowledged (CMP-02). Counting starts the day after receipt.
pub fn complaint(received_on: NaiveDate, law: LawDates, calendar: &Calendar) -> ComplaintDeadline {
    let due_on = days_after(received_on, DAYS);
    let Rolled {
        date: latest_lawful,
        beyond_data,
    } = calendar.roll(due_on);
    ComplaintDeadline {
        due_on,
        latest_lawful,
        statutory: received_on >= law.complaints_duty_from,
        beyond_data,
    }
}
