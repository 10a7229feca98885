//! What happened to an application, as a row of its history holds it: a word, and codes before and after.

use chrono::NaiveDate;
use domain::application::{Outcome, OutcomeKind, Stage};

/// What happened to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventWhat {
    /// It came in, at this stage.
    Added {
        /// Where it stood.
        at: Stage,
    },
    /// It was moved.
    Moved {
        /// From here.
        from: Stage,
        /// To there.
        to: Stage,
    },
    /// It ended.
    Ended {
        /// How, and on what day.
        outcome: Outcome,
    },
    /// Its outcome was taken back.
    Reopened {
        /// Where it stands again.
        to: Stage,
    },
    /// HR confirmed the hand-over, or that was taken back.
    HandedOver {
        /// The day HR did.
        on: Option<NaiveDate>,
    },
}

impl EventWhat {
    /// The word and the codes a row holds.
    pub(super) fn parts(self) -> (&'static str, Option<&'static str>, Option<String>) {
        match self {
            Self::Added { at } => ("added", None, Some(at.code().to_owned())),
            Self::Moved { from, to } => ("moved", Some(from.code()), Some(to.code().to_owned())),
            Self::Ended { outcome } => {
                let reason = outcome
                    .how
                    .reason()
                    .map_or("", domain::application::RejectionReason::code);
                (
                    "ended",
                    None,
                    Some(format!("{} {} {reason}", outcome.how.code(), outcome.on)),
                )
            }
            Self::Reopened { to } => ("reopened", None, Some(to.code().to_owned())),
            Self::HandedOver { on } => ("handed-over", None, on.map(|on| on.to_string())),
        }
    }

    /// Reads the word and the codes of a row.
    pub(super) fn from_parts(
        what: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Option<Self> {
        match what {
            "added" => Some(Self::Added {
                at: Stage::from_code(after?)?,
            }),
            "moved" => Some(Self::Moved {
                from: Stage::from_code(before?)?,
                to: Stage::from_code(after?)?,
            }),
            "ended" => {
                let mut codes = after?.splitn(3, ' ');
                let (how, on) = (codes.next()?, codes.next()?.parse().ok()?);
                let reason = codes.next().filter(|reason| !reason.is_empty());
                Some(Self::Ended {
                    outcome: Outcome {
                        how: OutcomeKind::from_codes(how, reason)?,
                        on,
                    },
                })
            }
            "reopened" => Some(Self::Reopened {
                to: Stage::from_code(after?)?,
            }),
            "handed-over" => Some(Self::HandedOver {
                on: after.map(str::parse).transpose().ok()?,
            }),
            _ => None,
        }
    }
}
