//! Incidents: personal data breaches and near misses, from the first word to the closing (RULEBOOK §11; UK GDPR Arts 33
//! and 34).
//!
//! An incident goes by steps, and [`next`] says which is due. What is said of it in words is the organisation's own and
//! names nobody; who is affected is told by links, which go with the person while their number stays.

mod check;
mod clock;
mod refusal;
mod risk;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::dates::months_after;
use crate::id::AccountId;
use crate::interview::TimeOfDay;
use crate::retention::DataClass;
use crate::sealed::words;
use crate::text::{Line, Prose};

pub use check::{check_awareness, check_close, check_decision, check_first, check_open};
pub use clock::{IncidentClock, IncidentClockState, at_instant, clock, clock_sentence};
pub use refusal::IncidentRefusal;
pub use risk::{Ground, Likelihood, MANY_PEOPLE, Proposal, Risk, Severity, propose};

/// Months for which a closed incident is kept (RULEBOOK 4.2, breach register: six years).
const KEPT_MONTHS: u32 = 72;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IncidentKind {
    /// A laptop, a telephone, a disk or papers were lost or stolen.
    LostOrStolen,
    /// Something was sent to the wrong person.
    WrongRecipient,
    /// Somebody saw what they may not.
    SeenWithoutRight,
    /// Data were lost or destroyed.
    Destroyed,
    /// Data were altered.
    Altered,
    /// Something else, or a near miss.
    Other,
}

words!(IncidentKind {
    LostOrStolen => "lost-or-stolen",
    WrongRecipient => "wrong-recipient",
    SeenWithoutRight => "seen-without-right",
    Destroyed => "destroyed",
    Altered => "altered",
    Other => "other",
});

impl IncidentKind {
    /// The kind as a heading of a report.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::LostOrStolen => "a laptop or medium was lost or stolen",
            Self::WrongRecipient => "something was sent to the wrong person",
            Self::SeenWithoutRight => "somebody saw what they may not",
            Self::Destroyed => "data were lost or destroyed",
            Self::Altered => "data were altered",
            Self::Other => "something else happened",
        }
    }
}

/// How a lost laptop stood (RULEBOOK BRE-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum LaptopState {
    /// Fairhold was locked, and the passphrase was not with it: the store is unreadable.
    Locked,
    /// Fairhold was open, or the passphrase was with it.
    Open,
    /// Nobody knows.
    Unknown,
}

words!(LaptopState {
    Locked => "locked",
    Open => "open",
    Unknown => "unknown",
});

/// An incident as it is first reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FirstReport {
    /// What happened.
    pub kind: IncidentKind,
    /// The same in words that name nobody.
    pub facts: Prose,
    /// The day it happened; `None` where it is not known.
    pub happened_on: Option<NaiveDate>,
    /// The day it was noticed.
    pub noticed_on: NaiveDate,
    /// The time it was noticed, as clocks in London show it.
    pub noticed_at: TimeOfDay,
    /// How the laptop stood, where Fairhold was on what was lost.
    pub laptop: Option<LaptopState>,
}

/// How bad it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Assessment {
    /// Which data are affected.
    pub classes: BTreeSet<DataClass>,
    /// How likely harm is.
    pub likelihood: Likelihood,
    /// How bad it would be.
    pub severity: Severity,
    /// The risk that follows. It may differ from what is proposed, and the grounds say why.
    pub risk: Risk,
    /// Why, in words that name nobody.
    pub grounds: Prose,
    /// What may come of it for the people affected, in words that name nobody.
    pub consequences: Prose,
}

/// Whether the regulator is told (UK GDPR Art 33).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IcoDecision {
    /// It was.
    Reported {
        /// The day.
        on: NaiveDate,
        /// The time, as clocks in London show it.
        at: TimeOfDay,
        /// The regulator's reference; `None` where it gave none yet.
        reference: Option<Line>,
        /// Why it was late; empty where it was not.
        late: Prose,
    },
    /// It is not.
    NotReported {
        /// Why.
        reasons: Prose,
    },
}

impl IcoDecision {
    /// The word the journal holds.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Reported { .. } => "reported",
            Self::NotReported { .. } => "not-reported",
        }
    }
}

/// Why people are not told one by one although the risk is high (UK GDPR Art 34(3); RULEBOOK BRE-07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum NotTold {
    /// The data are encrypted and the key is safe.
    Unreadable,
    /// What was done since means that a high risk is no longer likely.
    RiskRemoved,
    /// It would be out of proportion: a public notice tells them.
    PublicNotice,
}

words!(NotTold {
    Unreadable => "unreadable",
    RiskRemoved => "risk-removed",
    PublicNotice => "public-notice",
});

impl NotTold {
    /// The exception, within a sentence.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Unreadable => "the data are encrypted and the key is safe",
            Self::RiskRemoved => "measures taken since mean that a high risk is no longer likely",
            Self::PublicNotice => {
                "telling each of them would be out of proportion, and a public notice tells them"
            }
        }
    }
}

/// What the rules need to know of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a step that was taken or was not, in any combination"
)]
pub struct IncidentFacts {
    /// When the organisation became aware.
    pub aware_at: DateTime<Utc>,
    /// Whether it was said who is affected, or that nobody is.
    pub people_said: bool,
    /// The risk, where it was assessed.
    pub risk: Option<Risk>,
    /// When the regulator was told, or that it is not; `None` while nobody has decided.
    pub decision: Option<Decided>,
    /// Whether everybody who is affected was told, or an exception was noted.
    pub told: bool,
    /// Whether it was noted what was done about it.
    pub contained: bool,
    /// Whether it is closed.
    pub closed: bool,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Told the regulator, at an instant.
    Reported(DateTime<Utc>),
    /// The regulator is not told.
    NotReported,
}

impl IncidentFacts {
    /// The decision, as long as it holds: what was assessed as a risk since is reported after all.
    pub fn decision_that_holds(&self) -> Option<Decided> {
        self.decision.filter(|decided| match decided {
            Decided::Reported(_) => true,
            Decided::NotReported => self.risk.is_none_or(|risk| risk == Risk::Unlikely),
        })
    }
}

/// The next step of an incident, in the order in which they are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IncidentStep {
    /// Say who is affected (BRE-05).
    People,
    /// Assess the risk (BRE-04).
    Assess,
    /// Tell the regulator, or decide not to (BRE-03).
    Decide,
    /// Tell the people affected (BRE-07).
    Tell,
    /// Note what was done about it (BRE-06).
    Contain,
    /// Close it.
    Close,
}

/// Every step.
pub const STEPS: [IncidentStep; 6] = [
    IncidentStep::People,
    IncidentStep::Assess,
    IncidentStep::Decide,
    IncidentStep::Tell,
    IncidentStep::Contain,
    IncidentStep::Close,
];

impl IncidentStep {
    /// The rule that asks for it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::People => "BRE-05",
            Self::Assess => "BRE-04",
            Self::Decide => "BRE-03",
            Self::Tell => "BRE-07",
            Self::Contain | Self::Close => "BRE-06",
        }
    }

    /// What is missing without it, within a sentence.
    const fn missing(self) -> &'static str {
        match self {
            Self::People => "nobody has said who is affected",
            Self::Assess => "the risk was not assessed",
            Self::Decide => "nobody has decided whether the ICO is told",
            Self::Tell => "the people affected were not told",
            Self::Contain => "it was not noted what was done about it",
            Self::Close => "nothing",
        }
    }
}

/// The next step; `None` once it is closed.
pub fn next(facts: &IncidentFacts) -> Option<IncidentStep> {
    if facts.closed {
        None
    } else if !facts.people_said {
        Some(IncidentStep::People)
    } else if facts.risk.is_none() {
        Some(IncidentStep::Assess)
    } else if facts.decision_that_holds().is_none() {
        Some(IncidentStep::Decide)
    } else if facts.risk == Some(Risk::High) && !facts.told {
        Some(IncidentStep::Tell)
    } else if !facts.contained {
        Some(IncidentStep::Contain)
    } else {
        Some(IncidentStep::Close)
    }
}

/// The first day on which a closed incident is forgotten.
pub fn kept_until(closed_on: NaiveDate) -> NaiveDate {
    months_after(closed_on, KEPT_MONTHS)
}

/// Who noted something of an incident, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Noted<T> {
    /// Who.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: T,
}

#[cfg(test)]
mod tests;
