//! The 72 hours, and how they stand (RULEBOOK BRE-03).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Decided, IncidentFacts};
use crate::clock::london_time;
use crate::dates::{instant_of, plain};
use crate::deadline::breach;
use crate::interview::TimeOfDay;

/// How the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IncidentClockState {
    /// It runs.
    Running,
    /// The 72 hours are over, and the regulator was not told: it still has to be, with the reasons.
    Late,
    /// The regulator was told in time.
    Met,
    /// The regulator was told after the 72 hours.
    Missed,
    /// The regulator is not told.
    Stopped,
}

/// The clock of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncidentClock {
    /// 72 elapsed hours from awareness.
    pub due_at: DateTime<Utc>,
    /// Whole minutes until then; less than nought when they have passed. Where the regulator was told, until then as it
    /// was at that instant.
    pub minutes_left: i64,
    /// How it stands.
    pub state: IncidentClockState,
}

/// How the clock of an incident stands at an instant.
pub fn clock(facts: &IncidentFacts, now: DateTime<Utc>) -> IncidentClock {
    let due_at = breach(facts.aware_at).due_at;
    let (at, state) = match facts.decision_that_holds() {
        Some(Decided::Reported(at)) if at <= due_at => (at, IncidentClockState::Met),
        Some(Decided::Reported(at)) => (at, IncidentClockState::Missed),
        Some(Decided::NotReported) => (now, IncidentClockState::Stopped),
        None if now <= due_at => (now, IncidentClockState::Running),
        None => (now, IncidentClockState::Late),
    };
    IncidentClock {
        due_at,
        minutes_left: due_at.signed_duration_since(at).num_minutes(),
        state,
    }
}

/// Why the clock ends when it does, in one sentence.
pub fn clock_sentence(aware_at: DateTime<Utc>) -> String {
    format!(
        "The ICO is told within 72 hours of {}, when the organisation became aware (UK GDPR Art 33(1)): until {}. \
         Nights, weekends, holidays and the change of clocks count like any other hour. After that it is still told, with \
         the reasons for the delay (rule BRE-03).",
        written(aware_at),
        written(breach(aware_at).due_at)
    )
}

/// The instant at which clocks in London show a time on a day. Of the hour that comes twice, the first: the deadline
/// that is counted from it is the earlier one.
pub fn at_instant(on: NaiveDate, at: TimeOfDay) -> DateTime<Utc> {
    instant_of(on.and_time(NaiveTime::from(at)))
}

fn written(at: DateTime<Utc>) -> String {
    let london = london_time(at);
    format!("{}, {}", plain(london.date_naive()), london.format("%H:%M"))
}
