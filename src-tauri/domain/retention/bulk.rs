//! How many people one person may erase at once: above it a second person has to agree (RULEBOOK ERA-01).

use serde::{Deserialize, Serialize};

use crate::number::thousands;

/// How many people one erasure may take before a second person has to agree: 10 to 1,000, 100 unless set. The
/// rule-book asks for a second person and leaves the number to the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct BulkThreshold(u16);

impl BulkThreshold {
    /// The least it may be.
    pub const LEAST: u16 = 10;
    /// The most it may be.
    pub const MOST: u16 = 1000;

    /// A threshold; `None` outside the bounds.
    pub const fn new(people: u16) -> Option<Self> {
        if people < Self::LEAST || people > Self::MOST {
            None
        } else {
            Some(Self(people))
        }
    }

    /// The most people whom one person erases alone.
    pub const fn people(self) -> u16 {
        self.0
    }
}

impl Default for BulkThreshold {
    fn default() -> Self {
        Self(100)
    }
}

/// A threshold outside its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} people is not between 10 and 1,000")]
pub struct NoThreshold(u16);

impl TryFrom<u16> for BulkThreshold {
    type Error = NoThreshold;

    fn try_from(people: u16) -> Result<Self, NoThreshold> {
        Self::new(people).ok_or(NoThreshold(people))
    }
}

impl From<BulkThreshold> for u16 {
    fn from(threshold: BulkThreshold) -> Self {
        threshold.people()
    }
}

/// What starts an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Started {
    /// A person, by their own word, on whatever day they choose to.
    ByPerson,
    /// The schedule: a timer, or the organisation's choice to erase what is due at sign-in. It takes nobody but
    /// those whom the rules name on the day, so that its size is nobody's choice.
    BySchedule,
}

/// An erasure of so many people that a second person has to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bulk {
    people: usize,
    threshold: BulkThreshold,
}

impl Bulk {
    /// Whether an erasure needs a second person (ERA-01). One on the schedule never does.
    pub fn of(people: usize, started: Started, threshold: BulkThreshold) -> Option<Self> {
        match started {
            Started::ByPerson if people > usize::from(threshold.people()) => {
                Some(Self { people, threshold })
            }
            Started::ByPerson | Started::BySchedule => None,
        }
    }

    /// The rule.
    pub const fn rule(self) -> &'static str {
        "ERA-01"
    }

    /// What is asked for, and why.
    pub fn sentence(self) -> String {
        format!(
            "This erases {} people at once. Above {} a second person who may erase has to agree (rule {}).",
            thousands(u64::try_from(self.people).unwrap_or(u64::MAX)),
            thousands(self.threshold.people().into()),
            self.rule()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Only a person's own erasure asks for a second one, and only above the threshold.
        #[test]
        fn one_person_alone_erases_no_more_than_the_threshold(people in 0_usize..3_000, threshold in 10_u16..=1_000) {
            let threshold = BulkThreshold::new(threshold).unwrap();
            let asked = Bulk::of(people, Started::ByPerson, threshold);
            prop_assert_eq!(asked.is_some(), people > usize::from(threshold.people()));
            prop_assert_eq!(Bulk::of(people, Started::BySchedule, threshold), None);
        }
    }

    #[test]
    fn the_threshold_has_bounds_and_a_default() {
        assert_eq!(BulkThreshold::default().people(), 100);
        for (people, taken) in [(9, false), (10, true), (1000, true), (1001, false)] {
            assert_eq!(BulkThreshold::new(people).is_some(), taken, "{people}");
        }
    }

    #[test]
    fn the_sentence_says_how_many_and_names_its_rule() {
        let bulk = Bulk::of(140, Started::ByPerson, BulkThreshold::default());
        assert_eq!(
            bulk.map(Bulk::sentence).unwrap(),
            "This erases 140 people at once. Above 100 a second person who may erase has to agree (rule ERA-01)."
        );
    }
}
