//! Why something of a complaint can't be done, by which rule, and what to do.

use chrono::NaiveDate;

use crate::dates::plain;

/// Why something of a complaint can't be done in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplaintRefusal {
    /// Its outcome has gone.
    Closed,
    /// It is about whoever would answer it.
    AboutYou,
    /// A day lies ahead.
    Ahead,
    /// A day lies before one that has to come first.
    Before {
        /// The first day that can be.
        day: NaiveDate,
    },
    /// Receipt was confirmed before.
    AcknowledgedAlready,
    /// Nothing is decided that could be told.
    NotDecided,
}

impl ComplaintRefusal {
    /// The rule that says no.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Closed | Self::Ahead | Self::Before { .. } => "CMP-05",
            Self::AboutYou => "CMP-07",
            Self::AcknowledgedAlready => "CMP-02",
            Self::NotDecided => "CMP-04",
        }
    }

    /// Why, and what to do, in words for a person.
    pub fn sentence(self) -> String {
        match self {
            Self::Closed => {
                "The outcome of this complaint has gone, and it stays as it was (rule CMP-05)."
                    .to_owned()
            }
            Self::AboutYou => {
                "This complaint is about you: somebody else answers it (rule CMP-07).".to_owned()
            }
            Self::Ahead => "Enter today’s date or an earlier one.".to_owned(),
            Self::Before { day } => format!("Enter {} or a later day.", plain(day)),
            Self::AcknowledgedAlready => {
                "Its receipt was confirmed already (rule CMP-02).".to_owned()
            }
            Self::NotDecided => {
                "Record first what was found, and what comes of it (rule CMP-04).".to_owned()
            }
        }
    }
}
