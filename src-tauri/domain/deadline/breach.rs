//! Telling the regulator of a breach: 72 hours, not three days (RULEBOOK BRE-03; UK GDPR Art 33(1)).

use chrono::{DateTime, Timelike, Utc};

use crate::dates::hours_after;

/// Hours from awareness to the report.
const HOURS: i64 = 72;

/// By when a breach must be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreachDeadline {
    /// 72 elapsed hours from awareness. After it, report all the same, with the reasons for the delay.
    pub due_at: DateTime<Utc>,
    /// What Regulation 1182/71 might allow by starting at the next full hour. Never relied on (UNSURE-4).
    pub latest_1182: DateTime<Utc>,
}

/// By when a breach must be reported: 72 elapsed hours, whatever weekends, holidays and clock changes lie
/// between (BRE-03, T-06).
pub fn breach(aware_at: DateTime<Utc>) -> BreachDeadline {
    let hour = aware_at
        .with_minute(0)
        .and_then(|at| at.with_second(0))
        .and_then(|at| at.with_nanosecond(0))
        .unwrap_or(aware_at);
    BreachDeadline {
        due_at: hours_after(aware_at, HOURS),
        latest_1182: hours_after(hour, HOURS + 1),
    }
}
