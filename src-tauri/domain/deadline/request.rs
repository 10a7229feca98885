//! Rights requests: when the clock starts, what stops it, and by when the answer is due (RULEBOOK DSR-02 to
//! DSR-05; UK GDPR Art 12(3), 12A).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::{days_after, months_after, plain};
use crate::holidays::{Calendar, Rolled};

/// The rights a person may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Right {
    /// To see what is held (Art 15).
    Access,
    /// To have it corrected (Art 16).
    Rectification,
    /// To have it erased (Art 17).
    Erasure,
    /// To have its use restricted (Art 18).
    Restriction,
    /// To take it elsewhere (Art 20).
    Portability,
    /// To object (Art 21).
    Objection,
    /// Not to be decided about by a machine alone (Arts 22A to 22D).
    AutomatedDecisions,
}

/// Whether the person has shown who they are (DSR-03).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Identity {
    /// There was no reasonable doubt.
    #[default]
    NotInDoubt,
    /// Asked for and not shown: there is no clock.
    Awaited,
    /// Shown on a day.
    ShownOn(NaiveDate),
}

/// Whether a fee was asked for, which only a manifestly unfounded or excessive request allows (DSR-06).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fee {
    /// None.
    #[default]
    None,
    /// Asked for and not paid: there is no clock.
    Awaited,
    /// Paid on a day.
    PaidOn(NaiveDate),
}

/// A question that was needed to find what an access request is about (DSR-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clarification {
    /// The day it was asked.
    pub asked_on: NaiveDate,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
}

/// What the rules need to know of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestFacts {
    /// Which right.
    pub right: Right,
    /// The London day it first reached anyone in the organisation, working day or not (DSR-01).
    pub received_on: NaiveDate,
    /// Whether identity was asked for and shown.
    pub identity: Identity,
    /// Whether a fee was asked for and paid.
    pub fee: Fee,
    /// Questions asked. They stop the clock of an access request only.
    pub clarifications: Vec<Clarification>,
    /// Whether a large amount of information is held: before 5 February 2026 only then did a question stop the
    /// clock (DSR-04).
    pub large_amount: bool,
    /// The day the person was told, with reasons, that it takes longer (DSR-05).
    pub extension_told_on: Option<NaiveDate>,
}

/// From this day Art 12A lets a clarification stop the clock whatever the amount of information (SI 2026/82).
const ARTICLE_12A_IN_FORCE: NaiveDate = match NaiveDate::from_ymd_opt(2026, 2, 5) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// A running request's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The day the clock started: the latest of receipt, identity and fee.
    pub started_on: NaiveDate,
    /// Days the clock stood still, as we count them: from asking to answering.
    pub paused_days: u64,
    /// The day by which an extension must have been told.
    pub tell_by: NaiveDate,
    /// Whether the extension counts.
    pub extended: bool,
    /// Whether an extension was told after `tell_by`: it is void.
    pub extension_void: bool,
    /// The day the answer is due; it may go until midnight (T-04).
    pub due_on: NaiveDate,
    /// The last day the law would allow: it leaves out the day of asking as well.
    pub latest_lawful: NaiveDate,
    /// Whether the dates lie past the list of bank holidays (T-08).
    pub beyond_data: bool,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestDeadline {
    /// Identity was asked for and not shown: no clock.
    WaitingIdentity,
    /// A fee was asked for and not paid: no clock.
    WaitingFee,
    /// A question is open: the clock stands still and there is no date.
    Paused {
        /// The day the clock started.
        started_on: NaiveDate,
        /// Days it stood still for questions that were answered.
        paused_days: u64,
    },
    /// The clock runs.
    Running(Running),
}

impl RequestDeadline {
    /// The rule.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::WaitingIdentity => "DSR-03",
            Self::WaitingFee => "DSR-06",
            Self::Paused { .. } => "DSR-04",
            Self::Running(
                Running {
                    extension_void: true,
                    ..
                }
                | Running { extended: true, .. },
            ) => "DSR-05",
            Self::Running(_) => "DSR-02",
        }
    }

    /// The day the answer is due, where there is one.
    pub const fn due_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Running(running) => Some(running.due_on),
            Self::WaitingIdentity | Self::WaitingFee | Self::Paused { .. } => None,
        }
    }

    /// Where it stands, in one plain sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::WaitingIdentity => {
                "The person has not yet shown who they are; the month starts on the day they do."
                    .to_owned()
            }
            Self::WaitingFee => {
                "The fee has not been paid; the month starts on the day it is.".to_owned()
            }
            Self::Paused { .. } => {
                "A question to the person is open; the clock stands still until they answer."
                    .to_owned()
            }
            Self::Running(running) if running.extension_void => format!(
                "The answer is due on {}: the extension was told after {} and does not count.",
                plain(running.due_on),
                plain(running.tell_by)
            ),
            Self::Running(running) if running.extended => format!(
                "The answer is due on {}: extended in time to three months from {}.",
                plain(running.due_on),
                plain(running.started_on)
            ),
            Self::Running(running) => {
                format!(
                    "The answer is due on {}, one month from {}.",
                    plain(running.due_on),
                    plain(running.started_on)
                )
            }
        }
    }
}

/// By when a request must be answered (DSR-02 to DSR-05): one month from the start, plus the days it stood still,
/// rolled to a working day; three months where an extension was told in time.
pub fn request(facts: &RequestFacts, calendar: &Calendar) -> RequestDeadline {
    let identity = match facts.identity {
        Identity::NotInDoubt => facts.received_on,
        Identity::Awaited => return RequestDeadline::WaitingIdentity,
        Identity::ShownOn(day) => day,
    };
    let fee = match facts.fee {
        Fee::None => facts.received_on,
        Fee::Awaited => return RequestDeadline::WaitingFee,
        Fee::PaidOn(day) => day,
    };
    let started_on = facts.received_on.max(identity).max(fee);
    // Art 12A(5) names Art 15 alone: a question about any other right stops nothing.
    let stops = facts.right == Right::Access
        && (facts.large_amount || facts.received_on >= ARTICLE_12A_IN_FORCE);
    let questions: &[Clarification] = if stops { &facts.clarifications } else { &[] };
    let pauses: Vec<(NaiveDate, NaiveDate)> = questions
        .iter()
        .filter_map(|question| Some((question.asked_on, question.answered_on?)))
        .collect();
    // Ours leaves out the day of asking, the statute's neither; each counts a day in two pauses once.
    let ours = days_after_start(
        started_on,
        pauses
            .iter()
            .map(|(asked, answered)| (days_after(*asked, 1), *answered)),
    );
    let statute = days_after_start(started_on, pauses.iter().copied());
    if questions
        .iter()
        .any(|question| question.answered_on.is_none())
    {
        return RequestDeadline::Paused {
            started_on,
            paused_days: ours,
        };
    }
    let answer = |months: u32, paused: u64| {
        calendar.roll(days_after(months_after(started_on, months), paused))
    };
    let tell_by = answer(1, ours).date;
    let extended = facts.extension_told_on.is_some_and(|told| told <= tell_by);
    let months = if extended { 3 } else { 1 };
    let Rolled {
        date: due_on,
        beyond_data,
    } = answer(months, ours);
    RequestDeadline::Running(Running {
        started_on,
        paused_days: ours,
        tell_by,
        extended,
        extension_void: facts.extension_told_on.is_some() && !extended,
        due_on,
        latest_lawful: answer(months, statute).date,
        beyond_data,
    })
}

/// How many different days after the start lie in any of the spans, both ends included.
fn days_after_start(start: NaiveDate, spans: impl Iterator<Item = (NaiveDate, NaiveDate)>) -> u64 {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = spans.collect();
    spans.sort_unstable();
    let mut counted_to = start;
    let mut days = 0;
    for (first, last) in spans {
        let from = first.max(days_after(counted_to, 1));
        if from <= last {
            days += u64::try_from((last - from).num_days()).unwrap_or(0) + 1;
            counted_to = last;
        }
    }
    days
}
