//! Why something of an incident can't be done, by which rule, and what to do.

use chrono::NaiveDate;

use super::IncidentStep;
use crate::dates::plain;

/// Why something of an incident can't be done in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentRefusal {
    /// It is closed.
    Closed,
    /// An instant or a day lies ahead.
    Ahead,
    /// It can't have been noticed before it happened.
    BeforeItHappened {
        /// The day it happened.
        happened: NaiveDate,
    },
    /// Nobody is aware of what nobody has noticed.
    AwareBeforeNoticed,
    /// The awareness was moved without a reason.
    AwareWithoutReason,
    /// The regulator can't have been told before anybody was aware.
    ReportedBeforeAware,
    /// It was not assessed.
    NotAssessed,
    /// What is a risk is reported.
    RiskIsReported,
    /// It was late, and why was not said.
    LateWithoutReasons {
        /// The day it was due.
        due: NaiveDate,
    },
    /// A step is missing before it is closed.
    NotYet(IncidentStep),
}

impl IncidentRefusal {
    /// The rule that says no.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Closed => "BRE-06",
            Self::Ahead
            | Self::BeforeItHappened { .. }
            | Self::AwareBeforeNoticed
            | Self::AwareWithoutReason
            | Self::ReportedBeforeAware => "BRE-02",
            Self::NotAssessed | Self::RiskIsReported => "BRE-04",
            Self::LateWithoutReasons { .. } => "BRE-03",
            Self::NotYet(step) => step.rule(),
        }
    }

    /// Why, and what to do, in words for a person.
    pub fn sentence(self) -> String {
        match self {
            Self::Closed => "This incident is closed, and stays as it was closed (rule BRE-06).".to_owned(),
            Self::Ahead => "Enter a time that has come.".to_owned(),
            Self::BeforeItHappened { happened } => {
                format!("Enter {} or a later day: it can’t be noticed before it happened.", plain(happened))
            }
            Self::AwareBeforeNoticed => "Enter the time it was noticed or a later one (rule BRE-02).".to_owned(),
            Self::AwareWithoutReason => {
                "Say why the organisation was not certain before: the regulator may ask (rule BRE-02).".to_owned()
            }
            Self::ReportedBeforeAware => {
                "Enter a time after the organisation became aware (rule BRE-02).".to_owned()
            }
            Self::NotAssessed => "Assess the risk first: the decision rests on it (rule BRE-04).".to_owned(),
            Self::RiskIsReported => {
                "What was assessed as a risk is reported to the ICO (UK GDPR Art 33(1)). Where a risk is unlikely after \
                 all, assess it anew (rule BRE-04)."
                    .to_owned()
            }
            Self::LateWithoutReasons { due } => format!(
                "It was due by {}. Say why it was late: the report has to (UK GDPR Art 33(1), rule BRE-03).",
                plain(due)
            ),
            Self::NotYet(step) => {
                format!("It can’t be closed yet: {} (rule {}).", step.missing(), step.rule())
            }
        }
    }
}
