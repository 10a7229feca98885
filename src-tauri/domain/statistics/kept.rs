//! What is counted of people who are gone (ANO-01, ANO-02).

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::application::{OutcomeKind, RejectionReason, Stage};

/// A quarter of a year: the finest time that is kept (ANO-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    /// From 1 to 4.
    number: u32,
}

impl Quarter {
    /// The quarter that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            number: day.month0() / 3 + 1,
        }
    }

    /// Reads what [`fmt::Display`] writes: `2026-Q4`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-Q")?;
        let (year, number) = (year.parse().ok()?, number.parse().ok()?);
        (1..=4).contains(&number).then_some(Self { year, number })
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-Q{}", self.year, self.number)
    }
}

/// How far somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageReached {
    /// This far.
    Stage(Stage),
    /// They never applied.
    None,
    /// It was not counted, since too few went at once (ANO-03).
    Untold,
}

impl StageReached {
    /// The word of the store for somebody who never applied.
    pub const NONE: &'static str = "none";

    /// Reads the word the store holds.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            Self::NONE => Some(Self::None),
            Ending::UNTOLD => Some(Self::Untold),
            code => Stage::from_code(code).map(Self::Stage),
        }
    }
}

/// How it ended for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// In this way; where they were turned down, for this reason.
    Outcome(OutcomeKind),
    /// They went before anything was decided.
    Undecided,
    /// They never applied.
    NeverApplied,
    /// It was not counted, since too few went at once (ANO-03).
    Untold,
}

impl Ending {
    /// The word of the store for somebody of whom nothing was decided.
    pub const UNDECIDED: &'static str = "undecided";
    /// The word of the store for somebody who never applied.
    pub const NEVER_APPLIED: &'static str = "never-applied";
    /// The word of the store for what was not counted.
    pub const UNTOLD: &'static str = "untold";

    /// Reads the word the store holds: an outcome's, or the reason of a rejection.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            Self::UNDECIDED => Some(Self::Undecided),
            Self::NEVER_APPLIED => Some(Self::NeverApplied),
            Self::UNTOLD => Some(Self::Untold),
            code => RejectionReason::from_code(code)
                .map(|reason| OutcomeKind::Rejected { reason })
                .or_else(|| OutcomeKind::from_codes(code, None))
                .map(Self::Outcome),
        }
    }
}
