//! How great the risk to people is: how likely harm is, how bad it would be, and what raises it (RULEBOOK BRE-04,
//! BRE-08). The table is the organisation's own policy; what is decided in the end is said with grounds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::LaptopState;
use crate::retention::DataClass;
use crate::sealed::words;

/// Above how many people affected the risk is a step higher.
pub const MANY_PEOPLE: u64 = 100;

/// How likely it is that somebody comes to harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Likelihood {
    /// Unlikely.
    Unlikely,
    /// It may well be.
    Possible,
    /// Likely, or it happened.
    Likely,
}

words!(Likelihood {
    Unlikely => "unlikely",
    Possible => "possible",
    Likely => "likely",
});

/// How bad it would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Severity {
    /// A nuisance that passes.
    Slight,
    /// Distress, loss of money or of a chance.
    Serious,
    /// Danger, discrimination, lasting loss.
    Grave,
}

words!(Severity {
    Slight => "slight",
    Serious => "serious",
    Grave => "grave",
});

/// The risk to the rights and freedoms of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Risk {
    /// A risk is unlikely: it is recorded, and nobody is told.
    Unlikely,
    /// A risk: the regulator is told (UK GDPR Art 33(1)).
    Risk,
    /// A high risk: the people are told as well (UK GDPR Art 34(1)).
    High,
}

words!(Risk {
    Unlikely => "unlikely",
    Risk => "risk",
    High => "high",
});

impl Risk {
    /// The risk, within a sentence.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Unlikely => "a risk to people is unlikely",
            Self::Risk => "there is a risk to people",
            Self::High => "there is a high risk to people",
        }
    }

    /// One step higher.
    const fn raised(self) -> Self {
        match self {
            Self::Unlikely => Self::Risk,
            Self::Risk | Self::High => Self::High,
        }
    }
}

/// Why a risk is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The laptop was locked and its store can't be read without the passphrase.
    Locked,
    /// How likely, and how bad.
    Matrix(Likelihood, Severity),
    /// Sealed classes are among the data.
    SealedClasses,
    /// More people are affected than [`MANY_PEOPLE`].
    ManyPeople,
}

impl Ground {
    /// The rule.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Locked => "BRE-08",
            Self::Matrix(..) | Self::SealedClasses | Self::ManyPeople => "BRE-04",
        }
    }

    /// The ground, in one sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::Locked => {
                "The store on the laptop is encrypted, it was locked and its passphrase was not with it: a risk is unlikely \
                 (UK GDPR Art 34(3)(a))."
                    .to_owned()
            }
            Self::Matrix(likelihood, severity) => format!(
                "Harm is {}, and would be {}: {}.",
                match likelihood {
                    Likelihood::Unlikely => "unlikely",
                    Likelihood::Possible => "possible",
                    Likelihood::Likely => "likely",
                },
                severity.code(),
                matrix(likelihood, severity).phrase()
            ),
            Self::SealedClasses => {
                "Special categories, criminal records or identity papers are among the data: one step higher.".to_owned()
            }
            Self::ManyPeople => format!("More than {MANY_PEOPLE} people are affected: one step higher."),
        }
    }
}

/// The risk that the rules propose, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The risk.
    pub risk: Risk,
    /// Why, in the order in which it was weighed.
    pub grounds: Vec<Ground>,
}

/// Proposes a risk (BRE-04). A locked laptop whose passphrase is safe is the one case in which neither the number of
/// people nor what was on it raises anything (BRE-08).
pub fn propose(
    likelihood: Likelihood,
    severity: Severity,
    classes: &BTreeSet<DataClass>,
    people: u64,
    laptop: Option<LaptopState>,
) -> Proposal {
    if laptop == Some(LaptopState::Locked) {
        return Proposal {
            risk: Risk::Unlikely,
            grounds: vec![Ground::Locked],
        };
    }
    let mut risk = matrix(likelihood, severity);
    let mut grounds = vec![Ground::Matrix(likelihood, severity)];
    // One step for both: whoever is many is not harmed more for that.
    let raises = [
        (
            classes.iter().copied().any(is_sealed),
            Ground::SealedClasses,
        ),
        (people > MANY_PEOPLE, Ground::ManyPeople),
    ];
    if let Some((_, ground)) = raises.into_iter().find(|(holds, _)| *holds) {
        risk = risk.raised();
        grounds.push(ground);
    }
    Proposal { risk, grounds }
}

const fn matrix(likelihood: Likelihood, severity: Severity) -> Risk {
    match (likelihood, severity) {
        (Likelihood::Unlikely, Severity::Slight | Severity::Serious) => Risk::Unlikely,
        (Likelihood::Unlikely, Severity::Grave)
        | (Likelihood::Possible, Severity::Slight | Severity::Serious)
        | (Likelihood::Likely, Severity::Slight) => Risk::Risk,
        (Likelihood::Possible, Severity::Grave)
        | (Likelihood::Likely, Severity::Serious | Severity::Grave) => Risk::High,
    }
}

/// Whether a class is kept sealed.
const fn is_sealed(class: DataClass) -> bool {
    match class {
        DataClass::IdentityDocument
        | DataClass::RightToWork
        | DataClass::Equality
        | DataClass::Health
        | DataClass::CriminalRecord
        | DataClass::Vetting => true,
        DataClass::Contact
        | DataClass::Form
        | DataClass::Reference
        | DataClass::Test
        | DataClass::Correspondence
        | DataClass::ToolUse
        | DataClass::Opinion
        | DataClass::PublicDomain
        | DataClass::Recording
        | DataClass::Device => false,
    }
}
