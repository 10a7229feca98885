//! The days of a complaint, and how they stand (RULEBOOK CMP-02, CMP-03).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ComplaintFacts;
use crate::dates::{days_after, plain};
use crate::deadline::{ComplaintDeadline, LawDates, complaint};
use crate::holidays::Calendar;

/// Days from receipt after which the outcome is slow (D6).
const WARNED_AFTER: u64 = 60;

/// Days from receipt after which the outcome is overdue (CMP-03).
const OVERDUE_AFTER: u64 = 90;

/// How the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ComplaintClockState {
    /// Receipt is to be confirmed, and there is time.
    Unacknowledged,
    /// Receipt was not confirmed in time: it still is to be.
    Late,
    /// It is looked into.
    Running,
    /// No outcome went in sixty days.
    Slow,
    /// No outcome went in ninety days.
    Overdue,
    /// The outcome has gone.
    Answered,
}

/// The clock of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintClock {
    /// How it stands.
    pub state: ComplaintClockState,
    /// By when receipt is confirmed.
    pub acknowledge: ComplaintDeadline,
    /// The day from which no outcome is slow.
    pub warned_on: NaiveDate,
    /// The day it works to now: that of the acknowledgement, or the next that the outcome passes; the day of the outcome
    /// once it has gone.
    pub by: NaiveDate,
}

/// How the clock of a complaint stands on a day.
pub fn clock(facts: &ComplaintFacts, calendar: &Calendar, today: NaiveDate) -> ComplaintClock {
    let acknowledge = complaint(facts.received_on, LawDates::default(), calendar);
    let warned_on = days_after(facts.received_on, WARNED_AFTER);
    let overdue_on = days_after(facts.received_on, OVERDUE_AFTER);
    let (state, by) = match (facts.told_on, facts.acknowledged_on) {
        (Some(told_on), _) => (ComplaintClockState::Answered, told_on),
        (None, None) if today <= acknowledge.due_on => {
            (ComplaintClockState::Unacknowledged, acknowledge.due_on)
        }
        (None, None) => (ComplaintClockState::Late, acknowledge.due_on),
        (None, Some(_)) if today < warned_on => (ComplaintClockState::Running, warned_on),
        (None, Some(_)) if today < overdue_on => (ComplaintClockState::Slow, overdue_on),
        (None, Some(_)) => (ComplaintClockState::Overdue, overdue_on),
    };
    ComplaintClock {
        state,
        acknowledge,
        warned_on,
        by,
    }
}

/// Why the clock stands as it does, in a sentence or two.
pub fn clock_sentence(facts: &ComplaintFacts, clock: &ComplaintClock) -> String {
    let received = plain(facts.received_on);
    let due = plain(clock.acknowledge.due_on);
    match clock.state {
        ComplaintClockState::Unacknowledged | ComplaintClockState::Late => {
            let law = if clock.acknowledge.statutory {
                "(DPA 2018 s.164A(3))"
            } else {
                "(good practice: the duty is for complaints received from 19 June 2026)"
            };
            let slack = if clock.acknowledge.latest_lawful == clock.acknowledge.due_on {
                String::new()
            } else {
                format!(
                    " That is no working day, so the law allows until {}; we work to the day itself.",
                    plain(clock.acknowledge.latest_lawful)
                )
            };
            format!(
                "It came on {received}, and receipt is confirmed within 30 days {law}: by {due}.{slack}"
            )
        }
        ComplaintClockState::Running | ComplaintClockState::Slow | ComplaintClockState::Overdue => {
            format!(
                "The outcome goes without undue delay (DPA 2018 s.164A(4)). It came on {received}: from {}, sixty days later, \
                 it is slow, and from ninety days overdue.",
                plain(clock.warned_on)
            )
        }
        ComplaintClockState::Answered => {
            format!(
                "It came on {received}, and the outcome went on {}.",
                plain(clock.by)
            )
        }
    }
}
