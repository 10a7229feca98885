//! Why a class of data has the date it has.

use chrono::NaiveDate;

use crate::dates::{days_in_words, months_after, months_in_words, plain};

/// Right-to-work copies are kept for two years after the employment (RET-11; the Home Office's guide).
const EMPLOYMENT_MONTHS: u32 = 24;

/// One fact that dates a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClassGround {
    /// Nothing has happened from which a period could run.
    NothingEnded,
    /// The outcome, and months after it.
    Outcome {
        /// The day of the outcome.
        on: NaiveDate,
        /// Months from it.
        months: u8,
        /// Their end.
        until: NaiveDate,
    },
    /// The decision the data were collected for, and months after it.
    Decision {
        /// The day of the decision.
        on: NaiveDate,
        /// Months from it.
        months: u8,
        /// Their end.
        until: NaiveDate,
    },
    /// HR confirmed the hand-over.
    HandedOver {
        /// The day.
        on: NaiveDate,
        /// The day our copy goes.
        until: NaiveDate,
    },
    /// HR has not confirmed the hand-over.
    AwaitsHandover,
    /// This program is the employment record, until two years after the employment ends.
    Employment {
        /// The day it ended, once it has.
        ended_on: Option<NaiveDate>,
    },
    /// The answers were aggregated.
    Aggregated {
        /// The day.
        on: NaiveDate,
    },
    /// The person's written notice to stop took effect.
    Stopped {
        /// The day.
        on: NaiveDate,
    },
    /// The day of collection, and days after it.
    Collected {
        /// The day of collection.
        on: NaiveDate,
        /// Days from it.
        days: u8,
        /// Their end.
        until: NaiveDate,
    },
    /// A permission keeps it longer.
    Permitted {
        /// The day the person gave it.
        given_on: NaiveDate,
        /// Its end.
        until: NaiveDate,
    },
}

impl ClassGround {
    /// The date the ground leads to.
    pub fn until(&self) -> Option<NaiveDate> {
        match *self {
            Self::NothingEnded | Self::AwaitsHandover => None,
            Self::Outcome { until, .. }
            | Self::Decision { until, .. }
            | Self::HandedOver { until, .. }
            | Self::Collected { until, .. }
            | Self::Permitted { until, .. } => Some(until),
            Self::Employment { ended_on } => {
                ended_on.map(|ended| months_after(ended, EMPLOYMENT_MONTHS))
            }
            Self::Aggregated { on } | Self::Stopped { on } => Some(on),
        }
    }

    /// The ground in one plain sentence.
    pub fn sentence(&self) -> String {
        match *self {
            Self::NothingEnded => "Nothing has ended yet from which a period could run.".to_owned(),
            Self::Outcome { on, months: 0, .. } => {
                format!("It goes on the day of the outcome, {}.", plain(on))
            }
            Self::Outcome { on, months, until } => format!(
                "The outcome was on {}, and {} later is {}.",
                plain(on),
                months_in_words(months.into()),
                plain(until)
            ),
            Self::Decision { on, months: 0, .. } => {
                format!(
                    "It goes on the day of the decision it was collected for, {}.",
                    plain(on)
                )
            }
            Self::Decision { on, months, until } => format!(
                "The decision was made on {}, and {} later is {}.",
                plain(on),
                months_in_words(months.into()),
                plain(until)
            ),
            Self::HandedOver { on, until } => {
                format!(
                    "HR confirmed the hand-over on {}; our copy goes on {}.",
                    plain(on),
                    plain(until)
                )
            }
            Self::AwaitsHandover => "HR has not confirmed the hand-over yet.".to_owned(),
            Self::Employment { ended_on: None } => {
                "The person is employed; the copy stays until two years after the employment ends."
                    .to_owned()
            }
            Self::Employment { ended_on: Some(on) } => {
                format!(
                    "The employment ended on {}; the copy stays for two years from then.",
                    plain(on)
                )
            }
            Self::Aggregated { on } => {
                format!("The answers were made into totals on {}.", plain(on))
            }
            Self::Stopped { on } => {
                format!(
                    "The person asked in writing that the answers no longer be used, from {}.",
                    plain(on)
                )
            }
            Self::Collected { on, days, until } => format!(
                "Collected on {}, and {} later is {}.",
                plain(on),
                days_in_words(days.into()),
                plain(until)
            ),
            Self::Permitted { given_on, until } => format!(
                "The person gave permission on {} to be kept until {}.",
                plain(given_on),
                plain(until)
            ),
        }
    }
}
