//! What a sealed record is opened for.

use serde::{Deserialize, Serialize};

use super::{SealedKind, words};

/// What a sealed record is opened for. The journal keeps it, so it is one of these and never somebody's words
/// (RULEBOOK ACC-03, PUR-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OpeningPurpose {
    /// To arrange what the person needs.
    ArrangeAdjustments,
    /// To check, or check again, who somebody is.
    CheckIdentity,
    /// To check, or check again, the right to work.
    CheckRightToWork,
    /// To decide whether the person is suitable.
    DecideSuitability,
    /// To hand a hired person's details over.
    HandOver,
    /// To answer a request of the person about their data.
    AnswerRequest,
    /// For a legal claim or an order of a court.
    LegalClaim,
    /// To see whether what was recorded is right.
    CheckRecord,
}

words!(OpeningPurpose {
    ArrangeAdjustments => "arrange-adjustments",
    CheckIdentity => "check-identity",
    CheckRightToWork => "check-right-to-work",
    DecideSuitability => "decide-suitability",
    HandOver => "hand-over",
    AnswerRequest => "answer-request",
    LegalClaim => "legal-claim",
    CheckRecord => "check-record",
});

impl OpeningPurpose {
    /// Whether a copy of a paper has to be given to somebody for it, so that it may be saved as a file.
    pub const fn gives_away(self) -> bool {
        match self {
            Self::HandOver | Self::AnswerRequest | Self::LegalClaim => true,
            Self::ArrangeAdjustments
            | Self::CheckIdentity
            | Self::CheckRightToWork
            | Self::DecideSuitability
            | Self::CheckRecord => false,
        }
    }

    /// What a kind may be opened for. Equality answers are counted, and opened for nothing (ACC-04).
    pub const fn of(kind: SealedKind) -> &'static [Self] {
        use OpeningPurpose::{
            AnswerRequest, ArrangeAdjustments, CheckIdentity, CheckRecord, CheckRightToWork,
            DecideSuitability, HandOver, LegalClaim,
        };
        match kind {
            SealedKind::Adjustments => &[
                ArrangeAdjustments,
                HandOver,
                AnswerRequest,
                LegalClaim,
                CheckRecord,
            ],
            SealedKind::Identity => &[
                CheckIdentity,
                HandOver,
                AnswerRequest,
                LegalClaim,
                CheckRecord,
            ],
            SealedKind::RightToWork => &[
                CheckRightToWork,
                HandOver,
                AnswerRequest,
                LegalClaim,
                CheckRecord,
            ],
            SealedKind::CriminalRecord | SealedKind::Vetting => &[
                DecideSuitability,
                HandOver,
                AnswerRequest,
                LegalClaim,
                CheckRecord,
            ],
            SealedKind::EqualityAnswers => &[],
        }
    }
}
