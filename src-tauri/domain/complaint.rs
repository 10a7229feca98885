//! Complaints about how somebody's data were handled, from receipt to the outcome (RULEBOOK §14; DPA 2018 s.164A).
//!
//! A complaint goes by steps, and [`next`] says which is due. What somebody complained of in their words is theirs, and
//! goes with their record; the line that stays names nobody.

mod clock;
mod refusal;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::correspondence::MessageChannel;
use crate::dates::{days_after, months_after};
use crate::id::{AccountId, CandidateId};
use crate::sealed::words;
use crate::text::{Line, Prose};

pub use clock::{ComplaintClock, ComplaintClockState, clock, clock_sentence};
pub use refusal::ComplaintRefusal;

/// Months after the outcome for which the words of a complaint are kept (RULEBOOK 4.2, complaint file).
const KEPT_MONTHS: u32 = 12;

/// Days between two words to the person of how far it has come (CMP-03).
const PROGRESS_DAYS: u64 = 28;

/// What a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ComplaintTopic {
    /// A request of theirs was not answered, or not rightly.
    Request,
    /// Their data are kept too long.
    KeptTooLong,
    /// Their data were given to somebody, or seen by somebody, who should not have them.
    Shared,
    /// Their data are wrong.
    Inaccurate,
    /// Their data were used for something they did not expect.
    Unexpected,
    /// They were written to or called against their wish.
    Unwanted,
    /// Their data are not kept safe.
    Insecure,
    /// They were not told what is done with their data.
    NotTold,
    /// Something else.
    Other,
}

words!(ComplaintTopic {
    Request => "request",
    KeptTooLong => "kept-too-long",
    Shared => "shared",
    Inaccurate => "inaccurate",
    Unexpected => "unexpected",
    Unwanted => "unwanted",
    Insecure => "insecure",
    NotTold => "not-told",
    Other => "other",
});

impl ComplaintTopic {
    /// What it is about, as a letter says it to the person: "You complained that …".
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Request => "we did not answer a request of yours, or not rightly",
            Self::KeptTooLong => "we keep information about you for too long",
            Self::Shared => "somebody has information about you who should not have it",
            Self::Inaccurate => "information that we hold about you is wrong",
            Self::Unexpected => "we used information about you for something you did not expect",
            Self::Unwanted => "we wrote to you or called you against your wish",
            Self::Insecure => "we do not keep information about you safe",
            Self::NotTold => "we did not tell you what we do with information about you",
            Self::Other => "something is wrong in how we handle information about you",
        }
    }
}

/// Who complains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Complainant {
    /// A candidate, or somebody for them: nothing of theirs is erased until the outcome has gone.
    Candidate {
        /// Whom it is about.
        candidate: CandidateId,
    },
    /// Somebody who has no record here.
    Other {
        /// Their name.
        name: Line,
    },
}

/// A complaint as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NewComplaint {
    /// The day it came: the 30 days are counted from it.
    pub received_on: NaiveDate,
    /// How it came.
    pub how: MessageChannel,
    /// Who complains.
    pub from: Complainant,
    /// What it is about.
    pub topic: ComplaintTopic,
    /// What they say.
    pub words: Prose,
    /// Whom of the organisation it is about; `None` where it is about nobody in particular.
    pub against: Option<AccountId>,
}

/// What came of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ComplaintOutcome {
    /// They are right.
    Upheld,
    /// They are right in part.
    PartlyUpheld,
    /// Nothing was found to be wrong.
    NotUpheld,
}

words!(ComplaintOutcome {
    Upheld => "upheld",
    PartlyUpheld => "partly-upheld",
    NotUpheld => "not-upheld",
});

impl ComplaintOutcome {
    /// The outcome as a letter says it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Upheld => "We looked into it, and you are right.",
            Self::PartlyUpheld => "We looked into it, and you are right in part.",
            Self::NotUpheld => "We looked into it, and did not find that we did anything wrong.",
        }
    }
}

/// What some words in the file of a complaint are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ComplaintWordKind {
    /// The name of somebody who has no record here.
    From,
    /// What they say.
    Said,
    /// What was found out or done.
    Step,
    /// How far it has come, as they were told.
    Told,
    /// Why the outcome is what it is: what was found.
    Reasons,
}

words!(ComplaintWordKind {
    From => "from",
    Said => "said",
    Step => "step",
    Told => "told",
    Reasons => "reasons",
});

/// What the rules need to know of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintFacts {
    /// The day it came.
    pub received_on: NaiveDate,
    /// The day its receipt was confirmed.
    pub acknowledged_on: Option<NaiveDate>,
    /// The last day on which the person was told how far it has come.
    pub progress_on: Option<NaiveDate>,
    /// Whether it is decided what comes of it.
    pub decided: bool,
    /// The day the person was told the outcome: it is closed.
    pub told_on: Option<NaiveDate>,
}

impl ComplaintFacts {
    /// The day by which the person is told how far it has come; `None` while receipt was not confirmed.
    pub fn progress_by(&self) -> Option<NaiveDate> {
        self.progress_on
            .max(self.acknowledged_on)
            .map(|last| days_after(last, PROGRESS_DAYS))
    }

    /// The last day on which something was said to the person.
    fn last_word(&self) -> NaiveDate {
        self.received_on
            .max(self.acknowledged_on.unwrap_or(self.received_on))
    }
}

/// The next step of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ComplaintStep {
    /// Confirm that it was received (CMP-02).
    Acknowledge,
    /// Tell the person how far it has come (CMP-03).
    Progress,
    /// Look into it, and decide (CMP-03).
    Decide,
    /// Tell the person the outcome (CMP-04).
    Tell,
}

/// The next step on a day; `None` once the outcome has gone. Where it is decided before receipt was confirmed, the outcome
/// goes at once: that confirms it too (CMP-03).
pub fn next(facts: &ComplaintFacts, today: NaiveDate) -> Option<ComplaintStep> {
    if facts.told_on.is_some() {
        None
    } else if facts.decided {
        Some(ComplaintStep::Tell)
    } else {
        Some(match facts.progress_by() {
            None => ComplaintStep::Acknowledge,
            Some(by) if by <= today => ComplaintStep::Progress,
            Some(_) => ComplaintStep::Decide,
        })
    }
}

/// The first day on which the words of a closed complaint are forgotten.
pub fn kept_until(told_on: NaiveDate) -> NaiveDate {
    months_after(told_on, KEPT_MONTHS)
}

/// Checks that a complaint may be answered by somebody, and is open.
///
/// # Errors
/// [`ComplaintRefusal`] for whom it is about (CMP-07), and once it is closed.
pub fn check_handler(
    facts: &ComplaintFacts,
    against: Option<AccountId>,
    handler: AccountId,
) -> Result<(), ComplaintRefusal> {
    if against == Some(handler) {
        Err(ComplaintRefusal::AboutYou)
    } else if facts.told_on.is_some() {
        Err(ComplaintRefusal::Closed)
    } else {
        Ok(())
    }
}

/// Checks the day it came.
///
/// # Errors
/// [`ComplaintRefusal::Ahead`].
pub fn check_received(received_on: NaiveDate, today: NaiveDate) -> Result<(), ComplaintRefusal> {
    if received_on > today {
        Err(ComplaintRefusal::Ahead)
    } else {
        Ok(())
    }
}

/// Checks a day on which receipt was confirmed.
///
/// # Errors
/// [`ComplaintRefusal`] where it was before, for a day ahead, and for one before it came.
pub fn check_acknowledge(
    facts: &ComplaintFacts,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), ComplaintRefusal> {
    if facts.acknowledged_on.is_some() {
        return Err(ComplaintRefusal::AcknowledgedAlready);
    }
    check_day(facts, on, today)
}

/// Checks a day on which something was done about it.
///
/// # Errors
/// [`ComplaintRefusal`] for a day ahead, and for one before it came.
pub fn check_day(
    facts: &ComplaintFacts,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), ComplaintRefusal> {
    check_received(on, today)?;
    if on < facts.received_on {
        return Err(ComplaintRefusal::Before {
            day: facts.received_on,
        });
    }
    Ok(())
}

/// Checks the day on which the outcome was told.
///
/// # Errors
/// [`ComplaintRefusal`] while nothing is decided, for a day ahead, and for one before receipt was confirmed.
pub fn check_close(
    facts: &ComplaintFacts,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), ComplaintRefusal> {
    if !facts.decided {
        return Err(ComplaintRefusal::NotDecided);
    }
    check_received(on, today)?;
    let last = facts.last_word();
    if on < last {
        return Err(ComplaintRefusal::Before { day: last });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
