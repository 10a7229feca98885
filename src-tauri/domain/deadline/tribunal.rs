//! The window for a tribunal claim (RULEBOOK RET-19): advice beside the date of erasure, never a date of its own.

use chrono::NaiveDate;

use crate::dates::{days_after, days_before, months_after};

/// What the rules need to know of a possible claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TribunalFacts {
    /// The day of the act complained of.
    pub act_on: NaiveDate,
    /// The limit in months: 3, or 6 once the Employment Rights Act 2025 s.152 is in force (UNSURE-2).
    pub limit_months: u8,
    /// The day Acas was contacted (day A).
    pub contacted_on: Option<NaiveDate>,
    /// The day of Acas's certificate (day B).
    pub certificate_on: Option<NaiveDate>,
}

/// The last days for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TribunalWindow {
    /// Without conciliation: the period starts with the act, so it ends the day before the corresponding date
    /// (Equality Act 2010 s.123(1)). Not rolled.
    pub primary_last_day: NaiveDate,
    /// With conciliation (s.140B); `None` while it goes on.
    pub last_day: Option<NaiveDate>,
    /// Whether Acas was contacted after the limit: that extends nothing.
    pub contacted_too_late: bool,
}

/// The last days on which a claim about an act could be brought. A tribunal may allow longer.
pub fn tribunal_window(facts: &TribunalFacts) -> TribunalWindow {
    let primary_last_day = days_before(months_after(facts.act_on, facts.limit_months.into()), 1);
    let contacted_too_late = facts
        .contacted_on
        .is_some_and(|contacted| contacted > primary_last_day);
    let last_day = match (facts.contacted_on, facts.certificate_on) {
        (None, _) => Some(primary_last_day),
        (Some(_), _) if contacted_too_late => Some(primary_last_day),
        (Some(_), None) => None,
        (Some(contacted), Some(certificate)) => {
            let days = u64::try_from((certificate - contacted).num_days()).unwrap_or(0);
            Some(days_after(primary_last_day, days).max(months_after(certificate, 1)))
        }
    };
    TribunalWindow {
        primary_last_day,
        last_day,
        contacted_too_late,
    }
}
