//! Why a verdict says what it says: one ground for each fact that was weighed.

use chrono::NaiveDate;

use crate::application::OutcomeKind;
use crate::consent::PermissionPurpose;
use crate::dates::{days_in_words, months_in_words, plain};
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};

/// One fact that was weighed, with the date it leads to. A verdict's first ground is the one that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    /// An application runs: no date (RET-01).
    Running {
        /// Which application.
        application: ApplicationId,
    },
    /// An application ended without hire (RET-02; closed out undecided: RET-01).
    Ended {
        /// Which application.
        application: ApplicationId,
        /// How it ended.
        how: OutcomeKind,
        /// The day the decision was made.
        on: NaiveDate,
        /// Months the policy keeps it.
        months: u8,
        /// The day those months end.
        until: NaiveDate,
    },
    /// The person was hired: the recruitment copy goes after the hand-over to HR (RET-13).
    Hired {
        /// Which application.
        application: ApplicationId,
        /// The day the decision was made.
        on: NaiveDate,
        /// The day HR confirmed the hand-over.
        handed_over_on: Option<NaiveDate>,
        /// Days the copy is kept after that.
        grace_days: u8,
        /// The day the copy goes.
        until: NaiveDate,
    },
    /// The person never applied (RET-14).
    NeverApplied {
        /// The day their details came in.
        received_on: NaiveDate,
        /// Months the policy keeps them.
        months: u8,
        /// The day those months end.
        until: NaiveDate,
    },
    /// The details came from someone else and the notice was not given in time (RET-14, NOT-02).
    NoticeNotGiven {
        /// The last day for the notice.
        notice_due: NaiveDate,
        /// The day after.
        until: NaiveDate,
    },
    /// The person never applied and objected to being approached (RET-14).
    Objected {
        /// The day.
        on: NaiveDate,
    },
    /// A permission keeps the record longer (RET-03).
    Permitted {
        /// Which permission.
        permission: PermissionId,
        /// The day the person gave it.
        given_on: NaiveDate,
        /// The day it ends, or ended.
        until: NaiveDate,
    },
    /// A permission was withdrawn, and keeps nothing from that day (RET-04).
    PermissionWithdrawn {
        /// Which permission.
        permission: PermissionId,
        /// What it was for.
        purpose: PermissionPurpose,
        /// The day.
        on: NaiveDate,
    },
    /// A permission was given on or after the day the record was due: it came too late (RET-03).
    PermissionTooLate {
        /// Which permission.
        permission: PermissionId,
        /// The day the person gave it.
        given_on: NaiveDate,
        /// The date the record had then.
        limit: NaiveDate,
    },
    /// A permission for the reserve list, with no place on the list that stands on it: it keeps nothing (RET-05).
    PermissionUnused {
        /// Which permission.
        permission: PermissionId,
        /// The day the person gave it.
        given_on: NaiveDate,
    },
    /// A place on the reserve list keeps the record (RET-05).
    OnReserveList {
        /// Which entry.
        entry: ReserveEntryId,
        /// The day the permission it stands on was given.
        given_on: NaiveDate,
        /// The day it ends.
        until: NaiveDate,
    },
    /// A place on the reserve list that has ended (RET-05).
    OffReserveList {
        /// Which entry.
        entry: ReserveEntryId,
        /// The day it ended.
        on: NaiveDate,
    },
    /// A place on the reserve list that keeps nothing: the outcome was none that opens the list, or the
    /// permission was missing or came too late (RET-05).
    ReserveVoid {
        /// Which entry.
        entry: ReserveEntryId,
    },
    /// The person's erasure request was upheld (RET-07; UK GDPR Art 17).
    ErasureUpheld {
        /// The day.
        on: NaiveDate,
    },
}

impl Ground {
    /// The rule, as RULEBOOK.md numbers it.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Running { .. }
            | Self::Ended {
                how: OutcomeKind::ClosedOutUndecided,
                ..
            } => "RET-01",
            Self::Ended { .. } => "RET-02",
            Self::Hired { .. } => "RET-13",
            Self::NeverApplied { .. } | Self::NoticeNotGiven { .. } | Self::Objected { .. } => {
                "RET-14"
            }
            Self::Permitted { .. } | Self::PermissionTooLate { .. } => "RET-03",
            Self::PermissionWithdrawn { .. } => "RET-04",
            Self::PermissionUnused { .. }
            | Self::OnReserveList { .. }
            | Self::OffReserveList { .. }
            | Self::ReserveVoid { .. } => "RET-05",
            Self::ErasureUpheld { .. } => "RET-07",
        }
    }

    /// The ground in one plain sentence, without ids or names.
    pub fn sentence(&self) -> String {
        match *self {
            Self::Running { .. } => "An application is running, so there is no date yet.".to_owned(),
            Self::Ended { how, on, months, until, .. } => format!(
                "{} on {}, and {} later is {}.",
                ended_phrase(how),
                plain(on),
                months_in_words(months.into()),
                plain(until)
            ),
            Self::Hired { on, handed_over_on: Some(confirmed), grace_days, until, .. } => format!(
                "The person was hired on {} and HR confirmed the hand-over on {}: the recruitment copy goes on {}, \
                 at most {} later.",
                plain(on),
                plain(confirmed),
                plain(until),
                days_in_words(grace_days.into())
            ),
            Self::Hired { on, handed_over_on: None, until, .. } => format!(
                "The person was hired on {}: the recruitment copy goes by {}, once HR has confirmed the hand-over.",
                plain(on),
                plain(until)
            ),
            Self::NeverApplied { received_on, months, until } => format!(
                "The details came in on {} and led to no application: {} later is {}.",
                plain(received_on),
                months_in_words(months.into()),
                plain(until)
            ),
            Self::NoticeNotGiven { notice_due, until } => format!(
                "The details came from someone else and the privacy notice was not given by {}: they go on {}.",
                plain(notice_due),
                plain(until)
            ),
            Self::Objected { on } => format!("The person objected to being approached on {}.", plain(on)),
            Self::Permitted { given_on, until, .. } => format!(
                "The person gave permission on {} to be kept until {}.",
                plain(given_on),
                plain(until)
            ),
            Self::PermissionWithdrawn { on, .. } => {
                format!("The person withdrew a permission on {}; it keeps nothing from that day.", plain(on))
            }
            Self::PermissionTooLate { given_on, limit, .. } => format!(
                "A permission given on {} came too late: the record was due on {}.",
                plain(given_on),
                plain(limit)
            ),
            Self::PermissionUnused { given_on, .. } => format!(
                "The permission for the reserve list given on {} keeps nothing while the person is not on the list.",
                plain(given_on)
            ),
            Self::OnReserveList { given_on, until, .. } => format!(
                "The person is on the reserve list until {}, by the permission given on {}.",
                plain(until),
                plain(given_on)
            ),
            Self::OffReserveList { on, .. } => {
                format!("The person left the reserve list on {}; the six months did not start again.", plain(on))
            }
            Self::ReserveVoid { .. } => {
                "A place on the reserve list keeps nothing: it needs an outcome of \"met the requirements, not \
                 selected\" and a permission given in time."
                    .to_owned()
            }
            Self::ErasureUpheld { on } => {
                format!("The person asked for erasure, and the request was upheld on {}.", plain(on))
            }
        }
    }

    /// The summary's second half, when this ground decides and the date lies ahead or has come.
    pub(crate) fn because(&self) -> Option<String> {
        match *self {
            Self::Ended { months, .. } => Some(format!(
                "{} after the outcome",
                months_in_words(months.into())
            )),
            Self::Hired {
                handed_over_on: Some(_),
                ..
            } => Some("after HR confirmed the hand-over".to_owned()),
            Self::Hired {
                handed_over_on: None,
                ..
            } => Some("once HR has confirmed the hand-over".to_owned()),
            Self::NeverApplied { months, .. } => Some(format!(
                "{} after the details came in",
                months_in_words(months.into())
            )),
            Self::NoticeNotGiven { notice_due, .. } => Some(format!(
                "as the privacy notice was not given by {}",
                plain(notice_due)
            )),
            Self::Objected { .. } => Some("as the person objected to being approached".to_owned()),
            Self::ErasureUpheld { .. } => {
                Some("as the person's erasure request was upheld".to_owned())
            }
            Self::Permitted { given_on, .. } => Some(format!(
                "as the permission given on {} has ended",
                plain(given_on)
            )),
            Self::OnReserveList { .. } | Self::OffReserveList { .. } => {
                Some("as the place on the reserve list has ended".to_owned())
            }
            Self::Running { .. }
            | Self::PermissionWithdrawn { .. }
            | Self::PermissionTooLate { .. }
            | Self::PermissionUnused { .. }
            | Self::ReserveVoid { .. } => None,
        }
    }
}

const fn ended_phrase(how: OutcomeKind) -> &'static str {
    match how {
        OutcomeKind::Hired => "The person was hired",
        OutcomeKind::Rejected { .. } => "The application was turned down",
        OutcomeKind::Withdrawn => "The candidate withdrew",
        OutcomeKind::OfferDeclined => "The candidate declined the offer",
        OutcomeKind::VacancyCancelled => "The vacancy was cancelled",
        OutcomeKind::ClosedOutUndecided => "The vacancy was closed out without a decision",
    }
}
