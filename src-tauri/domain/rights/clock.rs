//! The clock of a case, and why it stands where it does, in one sentence (DSR-02 to DSR-05).

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{FeeStep, IdentityStep, RequestCase};
use crate::dates::{days_after, months_after, plain};
use crate::deadline::{
    Clarification, Fee, Identity, RequestDeadline, RequestFacts, Right, Running, request,
};
use crate::holidays::Calendar;
use crate::number;

/// Days after the start from which a clock is amber (DSR-02).
const AMBER: u64 = 14;

/// Days after the start from which it is red.
const RED: u64 = 21;

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ClockTone {
    /// They have not shown who they are: there is no clock yet.
    WaitingIdentity,
    /// The fee is not paid: there is no clock yet.
    WaitingFee,
    /// A question is open: it stands still.
    Paused,
    /// It runs.
    Running,
    /// It has run for fourteen days.
    Amber,
    /// It has run for twenty-one days.
    Red,
    /// The day has passed and no answer went.
    Late,
    /// The answer went in time.
    Answered,
    /// The answer went late.
    AnsweredLate,
}

/// The clock of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseClock {
    /// How it stands.
    pub tone: ClockTone,
    /// The right whose answer is due first.
    pub right: Right,
    /// Its deadline.
    pub deadline: RequestDeadline,
    /// Why, in one sentence.
    pub sentence: String,
}

/// What the rules of deadlines need to know of one right of a case.
pub fn facts_of(case: &RequestCase, right: Right) -> RequestFacts {
    RequestFacts {
        right,
        received_on: case.received_on,
        identity: match case.identity {
            IdentityStep::NotInDoubt => Identity::NotInDoubt,
            IdentityStep::Asked { .. } => Identity::Awaited,
            IdentityStep::Seen { on, .. } => Identity::ShownOn(on),
        },
        fee: match case.fee {
            FeeStep::None | FeeStep::Proposed { .. } => Fee::None,
            FeeStep::Asked { .. } => Fee::Awaited,
            FeeStep::Paid { on, .. } => Fee::PaidOn(on),
        },
        clarifications: case
            .questions
            .iter()
            .map(|question| Clarification {
                asked_on: question.asked_on,
                answered_on: question.answered_on,
            })
            .collect(),
        // A store of applicants holds little of each; before 5 February 2026 a question stopped nothing then.
        large_amount: false,
        extension_told_on: case.extension.map(|extension| extension.told_on),
    }
}

/// By when one right of a case is answered.
pub fn clock_of(case: &RequestCase, right: Right, calendar: &Calendar) -> RequestDeadline {
    request(&facts_of(case, right), calendar)
}

/// The clock of a case on a day: of the right that is due first. `None` for a case without a right, of which there is none.
pub fn clock(case: &RequestCase, calendar: &Calendar, today: NaiveDate) -> Option<CaseClock> {
    let (right, deadline) = case
        .items
        .iter()
        .map(|item| (item.right, clock_of(case, item.right, calendar)))
        .min_by_key(|(_, deadline)| deadline.due_on().unwrap_or(NaiveDate::MAX))?;
    let tone = match (case.answer, deadline) {
        (Some(answer), _) => {
            if deadline.due_on().is_none_or(|due| answer.on <= due) {
                ClockTone::Answered
            } else {
                ClockTone::AnsweredLate
            }
        }
        (None, RequestDeadline::WaitingIdentity) => ClockTone::WaitingIdentity,
        (None, RequestDeadline::WaitingFee) => ClockTone::WaitingFee,
        (None, RequestDeadline::Paused { .. }) => ClockTone::Paused,
        (None, RequestDeadline::Running(running)) => running_tone(&running, today),
    };
    let sentence = sentence(case, &deadline, calendar);
    Some(CaseClock {
        tone,
        right,
        deadline,
        sentence,
    })
}

fn running_tone(running: &Running, today: NaiveDate) -> ClockTone {
    // Days on which it stood still are not counted, and an extension gives the same shares of a longer time.
    let from = |days: u64| {
        let days = if running.extended { days * 3 } else { days };
        days_after(running.started_on, days + running.paused_days)
    };
    if today > running.due_on {
        ClockTone::Late
    } else if today >= from(RED) {
        ClockTone::Red
    } else if today >= from(AMBER) {
        ClockTone::Amber
    } else {
        ClockTone::Running
    }
}

/// "Answer by 29 December 2026: one month from 28 November 2026, moved from Monday 28 December 2026, a bank holiday."
fn sentence(case: &RequestCase, deadline: &RequestDeadline, calendar: &Calendar) -> String {
    let RequestDeadline::Running(running) = deadline else {
        return deadline.sentence();
    };
    let months = if running.extended { 3 } else { 1 };
    let mut text = format!(
        "Answer by {}: {} from {}",
        plain(running.due_on),
        if running.extended {
            "three months, as the person was told in time,"
        } else {
            "one month"
        },
        plain(running.started_on)
    );
    if running.started_on != case.received_on {
        let paid = matches!(case.fee, FeeStep::Paid { on, .. } if on == running.started_on);
        text.push_str(if paid {
            ", the day the fee was paid"
        } else {
            ", the day they showed who they are"
        });
    }
    if running.paused_days > 0 {
        let days = number::many(running.paused_days, "day", "days");
        text = format!("{text}, with {days} for the time a question was open");
    }
    let before = days_after(
        months_after(running.started_on, months),
        running.paused_days,
    );
    if before != running.due_on {
        text = format!("{text}, moved from {}", day_off(before, calendar));
    }
    text.push('.');
    if running.beyond_data {
        text.push_str(" The list of bank holidays does not reach so far.");
    }
    text
}

/// A day on which nobody works, and why.
fn day_off(day: NaiveDate, calendar: &Calendar) -> String {
    match day.weekday() {
        Weekday::Sat => format!("Saturday {}", plain(day)),
        Weekday::Sun => format!("Sunday {}", plain(day)),
        weekday @ (Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri) => {
            debug_assert!(!calendar.is_working(day));
            let name = match weekday {
                Weekday::Mon => "Monday",
                Weekday::Tue => "Tuesday",
                Weekday::Wed => "Wednesday",
                Weekday::Thu => "Thursday",
                Weekday::Fri | Weekday::Sat | Weekday::Sun => "Friday",
            };
            format!("{name} {}, a bank holiday", plain(day))
        }
    }
}
