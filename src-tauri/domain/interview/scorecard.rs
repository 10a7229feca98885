//! What an interviewer found: a mark with evidence for each criterion, and a recommendation.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::CriterionId;
use crate::text::Prose;

/// How far a criterion was shown: four levels without a middle to hide in, and an honest way out where nobody came to
/// ask. No level is a number that anything is added up from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Mark {
    /// Not shown.
    NotShown,
    /// Partly shown.
    PartlyShown,
    /// Shown.
    Shown,
    /// Strongly shown.
    StronglyShown,
    /// Nobody came to ask, which says nothing of the person.
    NotAsked,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 5] = [
        Self::NotShown,
        Self::PartlyShown,
        Self::Shown,
        Self::StronglyShown,
        Self::NotAsked,
    ];

    /// Its place on the scale, from 0 to 3; none where nobody asked.
    pub const fn place(self) -> Option<u8> {
        match self {
            Self::NotShown => Some(0),
            Self::PartlyShown => Some(1),
            Self::Shown => Some(2),
            Self::StronglyShown => Some(3),
            Self::NotAsked => None,
        }
    }
}

/// What an interviewer recommends. A person decides, elsewhere, and need not follow it (RULEBOOK COL-13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Recommendation {
    /// Strongly advises against.
    StrongNo,
    /// Advises against.
    No,
    /// Advises to go on.
    Yes,
    /// Strongly advises to go on.
    StrongYes,
}

impl Recommendation {
    /// Every recommendation.
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// Its place on the scale, from 0 to 3.
    pub const fn place(self) -> u8 {
        match self {
            Self::StrongNo => 0,
            Self::No => 1,
            Self::Yes => 2,
            Self::StrongYes => 3,
        }
    }
}

/// What was found of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Score {
    /// Which.
    pub criterion: CriterionId,
    /// How far it was shown; none while a draft does not say.
    pub mark: Option<Mark>,
    /// What was said or done that shows it.
    pub evidence: Prose,
}

/// What one interviewer found in one interview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Scorecard {
    /// Criterion by criterion.
    pub scores: Vec<Score>,
    /// What they recommend; none while a draft does not say.
    pub recommendation: Option<Recommendation>,
    /// What they would say in a few sentences.
    pub summary: Prose,
}

/// What a scorecard lacks before it can be submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// How far this criterion was shown.
    Mark(CriterionId),
    /// What shows it. Of what nobody asked there is none.
    Evidence(CriterionId),
    /// A recommendation.
    Recommendation,
    /// A few sentences, where there is no criterion to say it by.
    Summary,
}

impl Scorecard {
    /// What is said of a criterion.
    pub fn score(&self, criterion: CriterionId) -> Option<&Score> {
        self.scores
            .iter()
            .find(|score| score.criterion == criterion)
    }

    /// What is missing, in the order of the page, where these criteria are asked.
    pub fn missing(&self, asked: &[CriterionId]) -> Vec<Missing> {
        let mut missing = Vec::new();
        for criterion in asked {
            let score = self.score(*criterion);
            match score.and_then(|score| score.mark) {
                None => missing.push(Missing::Mark(*criterion)),
                Some(Mark::NotAsked) => {}
                Some(Mark::NotShown | Mark::PartlyShown | Mark::Shown | Mark::StronglyShown) => {
                    if score.is_none_or(|score| score.evidence.as_str().is_empty()) {
                        missing.push(Missing::Evidence(*criterion));
                    }
                }
            }
        }
        if self.recommendation.is_none() {
            missing.push(Missing::Recommendation);
        }
        if asked.is_empty() && self.summary.as_str().is_empty() {
            missing.push(Missing::Summary);
        }
        missing
    }

    /// The card with what is asked and nothing else, each criterion once, in the order it is asked in.
    #[must_use]
    pub fn of(mut self, asked: &[CriterionId]) -> Self {
        let mut seen = BTreeSet::new();
        self.scores
            .retain(|score| asked.contains(&score.criterion) && seen.insert(score.criterion));
        self.scores.sort_by_key(|score| {
            asked
                .iter()
                .position(|criterion| *criterion == score.criterion)
        });
        self
    }
}
