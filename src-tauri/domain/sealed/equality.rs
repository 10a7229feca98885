//! Equality monitoring: questions with fixed answers, so that they can be counted and nothing else be said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::words;

/// A question of equality monitoring: the nine protected characteristics and two of the organisation's own policy
/// (the notice's S28 and S29). None of them is kept anywhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum EqualityQuestion {
    /// Age, in groups.
    Age,
    /// Disability.
    Disability,
    /// Whether the gender is the one registered at birth.
    GenderReassignment,
    /// Marriage or civil partnership.
    Marriage,
    /// Pregnancy or maternity.
    Pregnancy,
    /// Ethnic group.
    Race,
    /// Religion or belief.
    Religion,
    /// Sex.
    Sex,
    /// Sexual orientation.
    SexualOrientation,
    /// Caring for somebody.
    Caring,
    /// What the household's main earner did when the person was fourteen.
    SocioEconomic,
}

words!(EqualityQuestion {
    Age => "age",
    Disability => "disability",
    GenderReassignment => "gender-reassignment",
    Marriage => "marriage",
    Pregnancy => "pregnancy",
    Race => "race",
    Religion => "religion",
    Sex => "sex",
    SexualOrientation => "sexual-orientation",
    Caring => "caring",
    SocioEconomic => "socio-economic",
});

impl EqualityQuestion {
    /// The answers it takes. Not to say is always one.
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Age => &[
                "under-25",
                "25-to-34",
                "35-to-44",
                "45-to-54",
                "55-to-64",
                "65-and-over",
                "not-said",
            ],
            Self::Disability
            | Self::GenderReassignment
            | Self::Marriage
            | Self::Pregnancy
            | Self::Caring => &["yes", "no", "not-said"],
            Self::Race => &["asian", "black", "mixed", "white", "other", "not-said"],
            Self::Religion => &[
                "none",
                "buddhist",
                "christian",
                "hindu",
                "jewish",
                "muslim",
                "sikh",
                "other",
                "not-said",
            ],
            Self::Sex => &["female", "male", "not-said"],
            Self::SexualOrientation => &[
                "bisexual",
                "gay-or-lesbian",
                "heterosexual",
                "other",
                "not-said",
            ],
            Self::SocioEconomic => &["professional", "intermediate", "working", "not-said"],
        }
    }
}

/// Something that is no answer to its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("is no answer to its question")]
pub struct UnknownAnswer;

/// What somebody answered, by question. Questions may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<EqualityQuestion, String>")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EqualityAnswers(BTreeMap<EqualityQuestion, String>);

impl EqualityAnswers {
    /// Whether no question is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<BTreeMap<EqualityQuestion, String>> for EqualityAnswers {
    type Error = UnknownAnswer;

    fn try_from(answers: BTreeMap<EqualityQuestion, String>) -> Result<Self, UnknownAnswer> {
        if answers
            .iter()
            .all(|(question, answer)| question.answers().contains(&answer.as_str()))
        {
            Ok(Self(answers))
        } else {
            Err(UnknownAnswer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_answers_to_the_question_are_taken() {
        let of = |question, answer: &str| {
            EqualityAnswers::try_from(BTreeMap::from([(question, answer.to_owned())]))
        };
        assert!(of(EqualityQuestion::Sex, "female").is_ok());
        assert_eq!(of(EqualityQuestion::Sex, "sikh"), Err(UnknownAnswer));
        assert_eq!(
            of(EqualityQuestion::Age, "born in 1971"),
            Err(UnknownAnswer)
        );
    }

    #[test]
    fn nobody_has_to_answer() {
        for question in EqualityQuestion::ALL {
            assert!(question.answers().contains(&"not-said"), "{question:?}");
        }
    }
}
