//! What may be sealed of a candidate: which kinds there are, what each holds, and what those without the key are told.

mod content;
mod copy;
mod equality;
mod purpose;

use serde::{Deserialize, Serialize};

use crate::access::Applied;
use crate::application::Stage;
use crate::compartment::Compartment;

pub use content::{
    Adjustment, CheckLevel, IdentityDocument, RightToWorkDocument, SealedContent, SealedStatus,
    Suitability,
};
pub use copy::take_copy;
pub use equality::{EqualityAnswers, EqualityQuestion, UnknownAnswer};
pub use purpose::OpeningPurpose;

/// The words by which the store, files and the journal hold an enum.
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word the store and files hold.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// Reads the word the store and files hold.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}
pub(crate) use words;

/// A kind of sealed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum SealedKind {
    /// What somebody needs to be interviewed and assessed fairly.
    Adjustments,
    /// That a paper was seen which says who somebody is, and a copy of it where one is needed.
    Identity,
    /// That the right to work was checked, and the copy that an employer keeps of what was seen.
    RightToWork,
    /// A criminal record check and whether the person is suitable.
    CriminalRecord,
    /// Security vetting: when it was asked for and what came of it, nothing else (the notice's S73).
    Vetting,
    /// Answers to equality monitoring.
    EqualityAnswers,
}

words!(SealedKind {
    Adjustments => "adjustments",
    Identity => "identity",
    RightToWork => "right-to-work",
    CriminalRecord => "criminal-record",
    Vetting => "vetting",
    EqualityAnswers => "equality-answers",
});

/// Why a kind may not be recorded of somebody, or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCollected {
    /// The rule.
    pub rule: &'static str,
    /// What it says, in one sentence.
    pub sentence: &'static str,
}

impl SealedKind {
    /// Where it is sealed.
    pub const fn compartment(self) -> Compartment {
        match self {
            Self::Adjustments => Compartment::HealthAndAdjustments,
            Self::Identity | Self::RightToWork => Compartment::IdentityAndRightToWork,
            Self::CriminalRecord | Self::Vetting => Compartment::CriminalRecordAndVetting,
            Self::EqualityAnswers => Compartment::EqualityMonitoring,
        }
    }

    /// Whether it may be recorded of somebody who applied for these. What an employer may know only of somebody it
    /// wants to take on waits for the offer.
    ///
    /// # Errors
    /// [`NotCollected`] where no application has come to an offer.
    pub fn may_be_collected(self, applied: &[Applied]) -> Result<(), NotCollected> {
        let offered = applied
            .iter()
            .any(|application| application.reached >= Stage::Offer);
        match self {
            Self::Adjustments | Self::EqualityAnswers => Ok(()),
            Self::Identity | Self::RightToWork | Self::CriminalRecord | Self::Vetting
                if offered =>
            {
                Ok(())
            }
            Self::Identity => Err(NotCollected {
                rule: "COL-04",
                sentence: "Identity papers are looked at from a conditional offer on: move an application to Offer \
                           first (rule COL-04).",
            }),
            Self::RightToWork => Err(NotCollected {
                rule: "COL-04",
                sentence: "The right to work is checked from a conditional offer on: move an application to Offer \
                           first (rule COL-04).",
            }),
            Self::CriminalRecord | Self::Vetting => Err(NotCollected {
                rule: "COL-09",
                sentence: "Criminal records and vetting are asked about from a conditional offer on: move an \
                           application to Offer first (rule COL-09).",
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::VacancyFacts;
    use crate::id::{TeamId, VacancyId};

    fn applied(reached: Stage) -> Applied {
        Applied {
            vacancy: VacancyFacts {
                vacancy: VacancyId::from_uuid(uuid::Uuid::from_u128(1)),
                team: TeamId::from_uuid(uuid::Uuid::from_u128(2)),
                closed_out_on: None,
                blind_until: None,
            },
            reached,
        }
    }

    #[test]
    fn checks_wait_for_an_offer_and_adjustments_do_not() {
        for kind in SealedKind::ALL {
            let waits = matches!(
                kind,
                SealedKind::Identity
                    | SealedKind::RightToWork
                    | SealedKind::CriminalRecord
                    | SealedKind::Vetting
            );
            let at = |stage| kind.may_be_collected(&[applied(Stage::Applied), applied(stage)]);
            assert_eq!(at(Stage::Interview).is_err(), waits, "{kind:?}");
            assert_eq!(kind.may_be_collected(&[]).is_err(), waits, "{kind:?}");
            assert_eq!(at(Stage::Offer), Ok(()), "{kind:?}");
        }
    }

    #[test]
    fn every_word_is_read_back() {
        for kind in SealedKind::ALL {
            assert_eq!(SealedKind::from_code(kind.code()), Some(*kind));
            for purpose in OpeningPurpose::of(*kind) {
                assert!(OpeningPurpose::ALL.contains(purpose));
            }
        }
    }

    #[test]
    fn nothing_opens_equality_answers() {
        assert!(OpeningPurpose::of(SealedKind::EqualityAnswers).is_empty());
    }
}
