//! What each kind of sealed record holds, and what of it those without the key are told.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::equality::EqualityAnswers;
use super::{SealedKind, words};
use crate::text::{Line, Prose};

/// Something a person needs to be interviewed and assessed fairly. What is needed, never why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Adjustment {
    /// A way in without steps.
    StepFree,
    /// More time.
    ExtraTime,
    /// Breaks.
    Breaks,
    /// A sign-language or other interpreter.
    Interpreter,
    /// Somebody who comes with them.
    Supporter,
    /// Documents they can read: large print, or for a screen reader.
    AccessibleDocuments,
    /// The questions in advance.
    QuestionsInAdvance,
    /// By video or telephone.
    Remote,
    /// A quiet room.
    QuietRoom,
    /// Something else, which HR arranges.
    Other,
}

words!(Adjustment {
    StepFree => "step-free",
    ExtraTime => "extra-time",
    Breaks => "breaks",
    Interpreter => "interpreter",
    Supporter => "supporter",
    AccessibleDocuments => "accessible-documents",
    QuestionsInAdvance => "questions-in-advance",
    Remote => "remote",
    QuietRoom => "quiet-room",
    Other => "other",
});

/// What showed who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum IdentityDocument {
    /// A passport.
    Passport,
    /// A driving licence.
    DrivingLicence,
    /// A birth or adoption certificate.
    BirthCertificate,
    /// Something else with a name and a picture, or of a public body.
    Other,
}

/// What showed the right to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RightToWorkDocument {
    /// A British or Irish passport or passport card.
    Passport,
    /// A share code, checked online.
    ShareCode,
    /// A birth or adoption certificate with proof of a National Insurance number.
    BirthCertificate,
    /// A certified digital identity service.
    DigitalIdentity,
    /// Another document on the Home Office's list.
    Other,
}

/// How far a criminal record check goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum CheckLevel {
    /// Unspent convictions.
    Basic,
    /// For roles exempt from the Rehabilitation of Offenders Act.
    Standard,
    /// For work with children or vulnerable adults.
    Enhanced,
    /// The same, with the barred lists.
    EnhancedWithBarredLists,
}

/// What came of a check: that alone is told to whoever decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Suitability {
    /// Not decided yet.
    Pending,
    /// Fit for the role.
    Cleared,
    /// Not fit for the role.
    NotCleared,
}

/// What a sealed record holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SealedContent {
    /// Adjustments that were asked for.
    Adjustments {
        /// What is needed; the people of the interview are told.
        adjustments: BTreeSet<Adjustment>,
        /// How, in the person's own words; only those who hold the key read it.
        details: Prose,
    },
    /// That somebody showed who they are.
    Identity {
        /// What was seen.
        document: IdentityDocument,
        /// When.
        seen_on: NaiveDate,
    },
    /// A right-to-work check.
    RightToWork {
        /// What was seen.
        document: RightToWorkDocument,
        /// When.
        checked_on: NaiveDate,
        /// The last day of a right that ends.
        expires_on: Option<NaiveDate>,
    },
    /// A criminal record check. No image of a certificate and no word of what is on it (RULEBOOK RET-10).
    CriminalRecord {
        /// How far the check went.
        level: CheckLevel,
        /// What came of it.
        suitability: Suitability,
        /// The day that was decided.
        decided_on: Option<NaiveDate>,
        /// The certificate's date.
        issued_on: Option<NaiveDate>,
        /// The certificate's number.
        certificate: Option<Line>,
    },
    /// Security vetting.
    Vetting {
        /// When it was asked for.
        requested_on: NaiveDate,
        /// What came of it.
        result: Suitability,
        /// When that came.
        decided_on: Option<NaiveDate>,
    },
    /// Equality answers.
    EqualityAnswers {
        /// By question.
        answers: EqualityAnswers,
    },
}

impl SealedContent {
    /// Which kind it is.
    pub const fn kind(&self) -> SealedKind {
        match self {
            Self::Adjustments { .. } => SealedKind::Adjustments,
            Self::Identity { .. } => SealedKind::Identity,
            Self::RightToWork { .. } => SealedKind::RightToWork,
            Self::CriminalRecord { .. } => SealedKind::CriminalRecord,
            Self::Vetting { .. } => SealedKind::Vetting,
            Self::EqualityAnswers { .. } => SealedKind::EqualityAnswers,
        }
    }

    /// What of it those are told who may know how things stand (RULES A3, *status*).
    pub fn status(&self) -> SealedStatus {
        match self {
            Self::Adjustments { adjustments, .. } => SealedStatus::AdjustmentNeeded {
                adjustments: adjustments.clone(),
            },
            Self::Identity { .. } | Self::RightToWork { .. } => SealedStatus::Checked,
            Self::CriminalRecord { suitability, .. }
            | Self::Vetting {
                result: suitability,
                ..
            } => match suitability {
                Suitability::Pending => SealedStatus::Pending,
                Suitability::Cleared => SealedStatus::Cleared,
                Suitability::NotCleared => SealedStatus::NotCleared,
            },
            Self::EqualityAnswers { .. } => SealedStatus::Answered,
        }
    }

    /// The day from which its class is counted, where that is not the day of an outcome (RULEBOOK RET-10).
    pub const fn decided_on(&self) -> Option<NaiveDate> {
        match self {
            Self::CriminalRecord { decided_on, .. } | Self::Vetting { decided_on, .. } => {
                *decided_on
            }
            Self::Adjustments { .. }
            | Self::Identity { .. }
            | Self::RightToWork { .. }
            | Self::EqualityAnswers { .. } => None,
        }
    }
}

/// How things stand with a sealed record, in words of this program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SealedStatus {
    /// Adjustments are needed.
    AdjustmentNeeded {
        /// Which.
        adjustments: BTreeSet<Adjustment>,
    },
    /// Somebody's identity, or their right to work, was checked.
    Checked,
    /// A check is under way.
    Pending,
    /// Fit for the role.
    Cleared,
    /// Not fit for the role.
    NotCleared,
    /// Equality questions were answered.
    Answered,
}

impl SealedStatus {
    /// The words the store holds, a space between them.
    pub fn code(&self) -> String {
        match self {
            Self::AdjustmentNeeded { adjustments } => ["adjustment-needed"]
                .into_iter()
                .chain(adjustments.iter().map(|adjustment| adjustment.code()))
                .collect::<Vec<_>>()
                .join(" "),
            Self::Checked => "checked".to_owned(),
            Self::Pending => "pending".to_owned(),
            Self::Cleared => "cleared".to_owned(),
            Self::NotCleared => "not-cleared".to_owned(),
            Self::Answered => "answered".to_owned(),
        }
    }

    /// Reads the words the store holds.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "checked" => Some(Self::Checked),
            "pending" => Some(Self::Pending),
            "cleared" => Some(Self::Cleared),
            "not-cleared" => Some(Self::NotCleared),
            "answered" => Some(Self::Answered),
            _ => {
                let mut words = code.split(' ');
                (words.next()? == "adjustment-needed").then_some(())?;
                let adjustments = words
                    .map(Adjustment::from_code)
                    .collect::<Option<BTreeSet<_>>>()?;
                Some(Self::AdjustmentNeeded { adjustments })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_read_back() {
        let needed = SealedStatus::AdjustmentNeeded {
            adjustments: Adjustment::ALL.iter().copied().collect(),
        };
        for status in [
            needed,
            SealedStatus::AdjustmentNeeded {
                adjustments: BTreeSet::new(),
            },
            SealedStatus::Checked,
            SealedStatus::Pending,
            SealedStatus::Cleared,
            SealedStatus::NotCleared,
            SealedStatus::Answered,
        ] {
            assert_eq!(SealedStatus::from_code(&status.code()), Some(status));
        }
        assert_eq!(
            SealedStatus::from_code("adjustment-needed wheelchair"),
            None
        );
    }

    #[test]
    fn a_status_tells_nothing_of_the_words_that_are_sealed() {
        let content = SealedContent::Adjustments {
            adjustments: [Adjustment::ExtraTime].into(),
            details: Prose::parse("Zyxwvut").unwrap(),
        };
        assert_eq!(content.status().code(), "adjustment-needed extra-time");
    }
}
