//! The reserve list: who may be on it, and until when (RULEBOOK RET-05, S66 to S68; the notice, "We maintain a
//! reserve list of candidates").

use chrono::NaiveDate;
use thiserror::Error;

use crate::application::Outcome;
use crate::consent::{PermissionPurpose, Term, period_ends};
use crate::dates::plain;
use crate::retention::{PermissionFacts, ReserveFacts, RetentionPolicy};

/// Why someone can't be put on the reserve list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReserveRefusal {
    /// The application still runs.
    #[error("the application has no outcome")]
    NoOutcome,
    /// The outcome is none that opens the list.
    #[error("the outcome is not that the candidate met the requirements and was not selected")]
    NotEligible,
    /// There is no permission for the list.
    #[error("the person has given no permission for the reserve list")]
    NoPermission,
    /// The permission is for something else: one permission, one purpose (CON-02).
    #[error("the permission is for another purpose")]
    OtherPurpose,
    /// The permission was given before the outcome: a tick on the application form is not carried over (S67).
    #[error("the permission was given before the outcome")]
    AskedTooEarly,
    /// The permission was given when nothing may have been there any more to keep.
    #[error("the permission was given on or after the day the record was due")]
    TooLate {
        /// The day the record was due.
        due_on: NaiveDate,
    },
    /// The permission has ended, was withdrawn, or has not begun.
    #[error("the permission is not live")]
    NotLive {
        /// The day it ended.
        ended_on: NaiveDate,
    },
}

impl ReserveRefusal {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::OtherPurpose => "CON-02",
            Self::AskedTooEarly => "CON-05",
            Self::NoOutcome
            | Self::NotEligible
            | Self::NoPermission
            | Self::TooLate { .. }
            | Self::NotLive { .. } => "RET-05",
        }
    }

    /// Why, in one plain sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::NoOutcome => "The reserve list is for candidates whose application has ended.".to_owned(),
            Self::NotEligible => {
                "The reserve list is for candidates who met the requirements and were not selected.".to_owned()
            }
            Self::NoPermission => {
                "The person has not given permission to be on the reserve list; ask them first.".to_owned()
            }
            Self::OtherPurpose => {
                "This permission is for something else; the reserve list needs one of its own.".to_owned()
            }
            Self::AskedTooEarly => {
                "The permission was given before the outcome; for the reserve list it is asked for after it.".to_owned()
            }
            Self::TooLate { due_on } => format!(
                "The record was due for erasure on {}, so the permission had to be given before that day.",
                plain(due_on)
            ),
            Self::NotLive { ended_on } => {
                format!("The permission ended on {}; a place on the list needs one that is live.", plain(ended_on))
            }
        }
    }
}

/// Whether someone may be put on the reserve list (RET-05): an outcome of "met the requirements, not selected",
/// and a live permission for the list, asked for after that outcome and given before the record was due.
///
/// `due_on` is the date the application's material has without the place
/// ([`crate::retention::ApplicationVerdict`]).
///
/// # Errors
/// [`ReserveRefusal`] with the sentence to show.
pub fn may_be_listed(
    outcome: Option<Outcome>,
    permission: Option<&PermissionFacts>,
    policy: &RetentionPolicy,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), ReserveRefusal> {
    let outcome = outcome.ok_or(ReserveRefusal::NoOutcome)?;
    if !outcome.how.opens_reserve_list() {
        return Err(ReserveRefusal::NotEligible);
    }
    let permission = permission.ok_or(ReserveRefusal::NoPermission)?;
    if permission.purpose != PermissionPurpose::ReserveList {
        return Err(ReserveRefusal::OtherPurpose);
    }
    if permission.given_on < outcome.on {
        return Err(ReserveRefusal::AskedTooEarly);
    }
    if let Some(due_on) = due_on.filter(|due_on| permission.given_on >= *due_on) {
        return Err(ReserveRefusal::TooLate { due_on });
    }
    let term = Term::new(
        permission.given_on,
        permission.months,
        permission.withdrawn_on,
        policy,
    );
    if term.is_live(today) {
        Ok(())
    } else {
        Err(ReserveRefusal::NotLive {
            ended_on: term.ends_on,
        })
    }
}

/// The day a place on the list ends: the earliest of the permission's end, its withdrawal, the entry's own end,
/// and removal or hire (RET-05). On that day the person is no longer on the list, and the six months from the
/// outcome decide; they never start again.
pub fn entry_ends_on(entry: &ReserveFacts, permission: &PermissionFacts) -> NaiveDate {
    let by_permission = period_ends(permission.given_on, permission.months);
    [permission.withdrawn_on, entry.until, entry.removed_on]
        .into_iter()
        .flatten()
        .fold(by_permission, NaiveDate::min)
}

/// Whether the person is on the list that day.
pub fn is_listed(entry: &ReserveFacts, permission: &PermissionFacts, today: NaiveDate) -> bool {
    permission.given_on <= today && today < entry_ends_on(entry, permission)
}

mod contact;
mod matching;

pub use contact::{ContactChannel, ContactOutcome, ContactRefusal, Contactable, may_contact};
pub use matching::{Gap, Match, Offered, Reason, ReserveOffers, matching, order};

#[cfg(test)]
mod tests;
