//! From when to when a permission is live, and what may be recorded or asked (RULEBOOK §5).

use chrono::NaiveDate;
use thiserror::Error;

use crate::consent::{PermissionDetails, PermissionPurpose};
use crate::dates::{days_before, months_after, plain};
use crate::retention::RetentionPolicy;

/// Months for which someone who said no is not asked again (RULES P5, CON-05).
pub const MONTHS_BEFORE_ASKING_AGAIN: u32 = 12;

/// The day a permission ends by its period: the agreed months, and never more than the bound (RULEBOOK §15).
pub(crate) fn period_ends(given_on: NaiveDate, months: u8) -> NaiveDate {
    months_after(
        given_on,
        months
            .min(RetentionPolicy::LONGEST_PERMISSION_MONTHS)
            .into(),
    )
}

/// When a permission begins, ends, and is asked for again (CON-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The day the person gave it: the first it is live.
    pub given_on: NaiveDate,
    /// The day it ends: the first it is no longer live. Withdrawal ends it the same day (CON-07).
    pub ends_on: NaiveDate,
    /// The day from which a renewal may be asked for, once: counted from the end of its period, whether or not
    /// it was withdrawn.
    pub remind_from: NaiveDate,
}

impl Term {
    /// The term of a permission (CON-06). Months beyond the bound of 24 count as 24.
    pub fn new(
        given_on: NaiveDate,
        months: u8,
        withdrawn_on: Option<NaiveDate>,
        policy: &RetentionPolicy,
    ) -> Self {
        let period_ends = period_ends(given_on, months);
        Self {
            given_on,
            ends_on: withdrawn_on.map_or(period_ends, |withdrawn| withdrawn.min(period_ends)),
            remind_from: days_before(period_ends, policy.values().permission_reminder_days.into()),
        }
    }

    /// Whether it may be relied on that day.
    pub fn is_live(&self, today: NaiveDate) -> bool {
        self.given_on <= today && today < self.ends_on
    }

    /// Whether its renewal may be asked for that day. Renewal is a new act of the person, and a new permission.
    pub fn may_ask_renewal(&self, today: NaiveDate) -> bool {
        self.is_live(today) && self.remind_from <= today
    }
}

/// Why a permission can't be recorded or withdrawn so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PermissionError {
    /// Nobody has given a permission tomorrow.
    #[error("the permission is dated in the future")]
    GivenInFuture,
    /// Longer than the bound, or no time at all (RET-03).
    #[error("a permission runs for 1 to 24 months, not {months}")]
    MonthsOutOfBounds {
        /// What was asked for.
        months: u8,
    },
    /// Given when nothing may have been there any more to keep (RET-03).
    #[error("the permission was given on or after the day the record was due")]
    TooLate {
        /// The day the record was due.
        due_on: NaiveDate,
    },
    /// A permission that has already run out keeps nothing.
    #[error("the permission has already ended")]
    AlreadyEnded {
        /// The day it ended.
        ended_on: NaiveDate,
    },
    /// Withdrawn twice.
    #[error("the permission was withdrawn before")]
    AlreadyWithdrawn {
        /// The day it was.
        on: NaiveDate,
    },
    /// Withdrawn before it was given.
    #[error("the withdrawal is dated before the permission")]
    WithdrawnBeforeGiven,
    /// Nobody has withdrawn a permission tomorrow.
    #[error("the withdrawal is dated in the future")]
    WithdrawnInFuture,
}

impl PermissionError {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::GivenInFuture => "CON-10",
            Self::MonthsOutOfBounds { .. } | Self::TooLate { .. } => "RET-03",
            Self::AlreadyEnded { .. } => "CON-06",
            Self::AlreadyWithdrawn { .. }
            | Self::WithdrawnBeforeGiven
            | Self::WithdrawnInFuture => "RET-04",
        }
    }

    /// Why, in one plain sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::GivenInFuture => {
                "A permission is recorded with the day the person gave it, and that cannot lie ahead.".to_owned()
            }
            Self::MonthsOutOfBounds { months } => {
                format!("A permission runs for at least one month and at most 24, not {months}; for longer, ask again.")
            }
            Self::TooLate { due_on } => format!(
                "The record was due for erasure on {}, so a permission had to be given before that day.",
                plain(due_on)
            ),
            Self::AlreadyEnded { ended_on } => {
                format!("By its own period this permission ended on {}; it would keep nothing.", plain(ended_on))
            }
            Self::AlreadyWithdrawn { on } => format!("The person withdrew this permission on {}.", plain(on)),
            Self::WithdrawnBeforeGiven => {
                "A permission cannot be withdrawn on a day before the person gave it.".to_owned()
            }
            Self::WithdrawnInFuture => {
                "A withdrawal takes effect on the day the person makes it, and that cannot lie ahead.".to_owned()
            }
        }
    }
}

/// Whether a permission may be recorded (RET-03, CON-06, CON-10).
///
/// `due_on` is the date the person's record has without it ([`crate::retention::Verdict::erase_on`]); `None`
/// while an application runs. A renewal is no exception: it is a new act, given before that date.
///
/// # Errors
/// [`PermissionError`] with the sentence to show.
pub fn check(
    details: &PermissionDetails,
    policy: &RetentionPolicy,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), PermissionError> {
    if details.given_on > today {
        return Err(PermissionError::GivenInFuture);
    }
    if !(1..=RetentionPolicy::LONGEST_PERMISSION_MONTHS).contains(&details.months) {
        return Err(PermissionError::MonthsOutOfBounds {
            months: details.months,
        });
    }
    if let Some(due_on) = due_on.filter(|due_on| details.given_on >= *due_on) {
        return Err(PermissionError::TooLate { due_on });
    }
    let term = Term::new(details.given_on, details.months, None, policy);
    if term.is_live(today) {
        Ok(())
    } else {
        Err(PermissionError::AlreadyEnded {
            ended_on: term.ends_on,
        })
    }
}

/// Whether a permission may be recorded as withdrawn on a day (RET-04, CON-07). It takes effect that same day;
/// no reason is asked, and nothing about a running application changes.
///
/// # Errors
/// [`PermissionError`] with the sentence to show.
pub fn check_withdrawal(
    given_on: NaiveDate,
    withdrawn_before: Option<NaiveDate>,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), PermissionError> {
    if let Some(on) = withdrawn_before {
        return Err(PermissionError::AlreadyWithdrawn { on });
    }
    if on > today {
        return Err(PermissionError::WithdrawnInFuture);
    }
    if on < given_on {
        return Err(PermissionError::WithdrawnBeforeGiven);
    }
    Ok(())
}

/// Why a person must not be asked for a permission now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AskRefusal {
    /// Asked while an application runs, a person may feel that the answer counts (CON-05).
    #[error("an application is running")]
    ApplicationRuns,
    /// Said no less than a year ago (RULES P5).
    #[error("the person was asked and said no within the last 12 months")]
    RefusedRecently {
        /// The day of the refusal.
        refused_on: NaiveDate,
        /// The first day to ask again.
        ask_from: NaiveDate,
    },
}

impl AskRefusal {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        "CON-05"
    }

    /// Why, in one plain sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::ApplicationRuns => {
                "This permission is asked for after the outcome: while an application runs, \
                                      the person may feel that their answer counts."
                    .to_owned()
            }
            Self::RefusedRecently {
                refused_on,
                ask_from,
            } => {
                format!(
                    "The person said no on {}; ask again from {} at the earliest.",
                    plain(refused_on),
                    plain(ask_from)
                )
            }
        }
    }
}

/// Whether a person may be asked for a permission on a day (CON-05, RULES P5). Every purpose is asked for after
/// the outcome.
///
/// # Errors
/// [`AskRefusal`] with the sentence to show.
pub fn may_ask(
    purpose: PermissionPurpose,
    application_runs: bool,
    refused_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), AskRefusal> {
    match purpose {
        PermissionPurpose::KeepLonger
        | PermissionPurpose::ReserveList
        | PermissionPurpose::OtherVacancies
        | PermissionPurpose::Surveys
            if application_runs =>
        {
            Err(AskRefusal::ApplicationRuns)
        }
        PermissionPurpose::KeepLonger
        | PermissionPurpose::ReserveList
        | PermissionPurpose::OtherVacancies
        | PermissionPurpose::Surveys => match refused_on {
            Some(refused_on) => {
                let ask_from = months_after(refused_on, MONTHS_BEFORE_ASKING_AGAIN);
                if today < ask_from {
                    Err(AskRefusal::RefusedRecently {
                        refused_on,
                        ask_from,
                    })
                } else {
                    Ok(())
                }
            }
            None => Ok(()),
        },
    }
}
