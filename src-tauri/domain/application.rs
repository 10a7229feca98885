//! An application: one candidate for one vacancy, its stage, and how it ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How far a live application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Stage {
    /// Received, nobody has looked yet.
    Applied,
    /// Being read against the criteria.
    Sift,
    /// Chosen to be assessed.
    Shortlisted,
    /// Interviews and assessments.
    Interview,
    /// An offer is out.
    Offer,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 5] = [
        Self::Applied,
        Self::Sift,
        Self::Shortlisted,
        Self::Interview,
        Self::Offer,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Sift => "sift",
            Self::Shortlisted => "shortlisted",
            Self::Interview => "interview",
            Self::Offer => "offer",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// Why an application was turned down: the structured reason that remains, as a count, after erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RejectionReason {
    /// Met the requirements, another was chosen. The one reason that opens the reserve list (RULEBOOK S66).
    MetRequirementsNotSelected,
    /// Did not show the essential criteria.
    EssentialCriteria,
    /// Others showed more of the desirable experience.
    Experience,
    /// The interview or assessment did not reach the standard.
    Assessment,
    /// Not available when or where the role is.
    Availability,
    /// May not take up the work in the United Kingdom.
    WorkEligibility,
    /// Did not come to an interview or stopped replying.
    NoResponse,
    /// Another reason, in the note.
    Other,
}

impl RejectionReason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::MetRequirementsNotSelected,
        Self::EssentialCriteria,
        Self::Experience,
        Self::Assessment,
        Self::Availability,
        Self::WorkEligibility,
        Self::NoResponse,
        Self::Other,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MetRequirementsNotSelected => "met-requirements-not-selected",
            Self::EssentialCriteria => "essential-criteria",
            Self::Experience => "experience",
            Self::Assessment => "assessment",
            Self::Availability => "availability",
            Self::WorkEligibility => "work-eligibility",
            Self::NoResponse => "no-response",
            Self::Other => "other",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// How an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OutcomeKind {
    /// Hired: the recruitment copy goes after the hand-over to HR (RET-13).
    Hired,
    /// Turned down.
    Rejected {
        /// The structured reason.
        reason: RejectionReason,
    },
    /// Withdrawn by the candidate.
    Withdrawn,
    /// The candidate declined the offer.
    OfferDeclined,
    /// The vacancy was cancelled.
    VacancyCancelled,
    /// The vacancy was closed out without a decision on this application (RET-01).
    ClosedOutUndecided,
}

impl OutcomeKind {
    /// The word the store and files hold; a rejection's reason is held beside it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hired => "hired",
            Self::Rejected { .. } => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::OfferDeclined => "offer-declined",
            Self::VacancyCancelled => "vacancy-cancelled",
            Self::ClosedOutUndecided => "closed-out-undecided",
        }
    }

    /// Reads what the store and files hold; `None` when the two do not fit together.
    pub fn from_codes(kind: &str, reason: Option<&str>) -> Option<Self> {
        match (kind, reason) {
            ("hired", None) => Some(Self::Hired),
            ("rejected", Some(reason)) => Some(Self::Rejected {
                reason: RejectionReason::from_code(reason)?,
            }),
            ("withdrawn", None) => Some(Self::Withdrawn),
            ("offer-declined", None) => Some(Self::OfferDeclined),
            ("vacancy-cancelled", None) => Some(Self::VacancyCancelled),
            ("closed-out-undecided", None) => Some(Self::ClosedOutUndecided),
            _ => None,
        }
    }

    /// The rejection reason, where it was a rejection.
    pub const fn reason(self) -> Option<RejectionReason> {
        match self {
            Self::Rejected { reason } => Some(reason),
            Self::Hired
            | Self::Withdrawn
            | Self::OfferDeclined
            | Self::VacancyCancelled
            | Self::ClosedOutUndecided => None,
        }
    }

    /// Whether the candidate met the requirements and was not chosen: what the reserve list is for (RULEBOOK S66).
    pub const fn opens_reserve_list(self) -> bool {
        matches!(
            self,
            Self::Rejected {
                reason: RejectionReason::MetRequirementsNotSelected
            }
        )
    }
}

/// An outcome with the day the decision was made. From that day the six months run, whatever happens later (RET-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Outcome {
    /// How it ended.
    pub how: OutcomeKind,
    /// The day the decision was made; never after the day it is recorded.
    pub on: NaiveDate,
}
