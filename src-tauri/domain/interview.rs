//! Interviews: when and where, what is assessed, what an interviewer found, and who may read it when.
//!
//! No score decides anything (RULEBOOK COL-13): nothing here adds levels up, ranks people or moves a stage.

mod calendar;
mod criterion;
mod panel;
mod scorecard;
mod sight;
#[cfg(test)]
mod tests;
mod when;

use serde::{Deserialize, Serialize};

pub use calendar::{Invitation, calendar_file};
pub use criterion::{CriterionText, MOST_CRITERIA};
pub use panel::{Agreement, Spread, recommendation_spread, spread};
pub use scorecard::{Mark, Missing, Recommendation, Score, Scorecard};
pub use sight::{FeedbackSight, OwnPart, feedback_sight};
pub use when::{InterviewPlan, TimeOfDay, TimeProblem};

/// How people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum InterviewKind {
    /// By telephone.
    Phone,
    /// By video.
    Video,
    /// In one room.
    InPerson,
    /// A task or a presentation that is watched.
    Assessment,
}

impl InterviewKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Video, Self::InPerson, Self::Assessment];

    /// The word the store and the journal hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Video => "video",
            Self::InPerson => "in-person",
            Self::Assessment => "assessment",
        }
    }

    /// Reads the word the store holds.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How an interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum InterviewState {
    /// It is to come, or nobody noted yet what came of it.
    Planned,
    /// It took place.
    Held,
    /// It was called off.
    Cancelled,
    /// The candidate did not come. That says nothing of them (rule COL-13).
    DidNotCome,
}

impl InterviewState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Held, Self::Cancelled, Self::DidNotCome];

    /// The word the store and the journal hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
            Self::DidNotCome => "did-not-come",
        }
    }

    /// Reads the word the store holds.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether there is anything to give feedback about, now or later.
    pub const fn is_assessed(self) -> bool {
        match self {
            Self::Planned | Self::Held => true,
            Self::Cancelled | Self::DidNotCome => false,
        }
    }
}
