//! Reviews, renewals and what remains to be done after an erasure (RULEBOOK RET-06, RET-17, RET-18, ERA-06,
//! REC-01, T-05).

use chrono::NaiveDate;

use crate::dates::{days_after, days_before, months_after};
use crate::holidays::{Calendar, Rolled};

/// By when a legal hold must be looked at again (RET-06): three months after it was placed, six at most. An
/// overdue review shouts and releases nothing.
pub fn hold_review(placed_on: NaiveDate, months: u8) -> NaiveDate {
    months_after(placed_on, months.into())
}

/// By when recipients of what was erased are told (ERA-06; UK GDPR Art 19). A target of our own: not rolled.
pub fn tell_recipients_by(erased_on: NaiveDate, days: u8) -> NaiveDate {
    days_after(erased_on, days.into())
}

/// Until when the appropriate policy document is kept once processing has ceased (RET-17; DPA 2018 Sch 1
/// para 40): six months, and since that is a minimum, rolled.
pub fn keep_policy_document_until(ceased_on: NaiveDate, calendar: &Calendar) -> Rolled {
    calendar.roll(months_after(ceased_on, 6))
}

/// When backups that hold an erased person are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupsCleared {
    /// Until this day the person is beyond use, not yet gone, in backups (ERA-07).
    pub beyond_use_until: NaiveDate,
    /// Whether that day has come.
    pub cleared: bool,
}

/// When the last backup that holds an erased person is gone (RET-18).
pub fn backups_cleared(
    last_backup_on: NaiveDate,
    backup_days: u8,
    today: NaiveDate,
) -> BackupsCleared {
    let beyond_use_until = days_after(last_backup_on, backup_days.into());
    BackupsCleared {
        beyond_use_until,
        cleared: beyond_use_until <= today,
    }
}

/// Something that must be renewed by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// The day from which we remind.
    pub remind_from: NaiveDate,
    /// Whether we remind on the day.
    pub reminding: bool,
    /// Whether it has lapsed.
    pub lapsed: bool,
}

/// Whether a renewal, such as the data protection fee's, is near or has lapsed (REC-01): it may be renewed on
/// the day itself, and lapses the day after.
pub fn renewal(due_on: NaiveDate, reminder_days: u8, today: NaiveDate) -> Renewal {
    let remind_from = days_before(due_on, reminder_days.into());
    Renewal {
        remind_from,
        reminding: remind_from <= today,
        lapsed: due_on < today,
    }
}
