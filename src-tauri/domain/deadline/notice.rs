//! Giving the privacy notice (RULEBOOK NOT-01, NOT-02; UK GDPR Art 13, 14(3)).

use chrono::NaiveDate;

use crate::dates::months_after;
use crate::holidays::{Calendar, Rolled};
use crate::source::Directness;

/// What the rules need to know of how details were obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeFacts {
    /// Whether the person gave them.
    pub directness: Directness,
    /// The day they were obtained.
    pub obtained_on: NaiveDate,
    /// The day the person was first contacted.
    pub contacted_on: Option<NaiveDate>,
    /// The day they were first shown to another recipient.
    pub disclosed_on: Option<NaiveDate>,
}

/// What sets the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeLimb {
    /// Given by the person: at the time.
    AtCollection,
    /// One month after obtaining.
    OneMonth,
    /// The first message to the person.
    FirstContact,
    /// The first showing to someone else.
    FirstDisclosure,
}

impl NoticeLimb {
    /// The word files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AtCollection => "at-collection",
            Self::OneMonth => "one-month",
            Self::FirstContact => "first-contact",
            Self::FirstDisclosure => "first-disclosure",
        }
    }
}

/// By when the notice must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeDeadline {
    /// The day we work to; not rolled.
    pub due_on: NaiveDate,
    /// The last day the law would allow: the month's end rolls, contact and disclosure do not.
    pub latest_lawful: NaiveDate,
    /// What sets the date.
    pub limb: NoticeLimb,
    /// Whether the lawful day lies past the list of bank holidays (T-08).
    pub beyond_data: bool,
}

/// By when the privacy notice must be given (NOT-02): at once to someone who gave the details; else one month
/// after obtaining, or at first contact, or before first disclosure, whichever comes first.
pub fn notice(facts: &NoticeFacts, calendar: &Calendar) -> NoticeDeadline {
    if facts.directness == Directness::Direct {
        let due_on = facts.obtained_on;
        return NoticeDeadline {
            due_on,
            latest_lawful: due_on,
            limb: NoticeLimb::AtCollection,
            beyond_data: false,
        };
    }
    let month = months_after(facts.obtained_on, 1);
    let Rolled {
        date: lawful_month,
        beyond_data,
    } = calendar.roll(month);
    let events = [
        (facts.contacted_on, NoticeLimb::FirstContact),
        (facts.disclosed_on, NoticeLimb::FirstDisclosure),
    ];
    let start = NoticeDeadline {
        due_on: month,
        latest_lawful: lawful_month,
        limb: NoticeLimb::OneMonth,
        beyond_data,
    };
    events
        .into_iter()
        .fold(start, |found, (day, limb)| match day {
            Some(day) if day < found.due_on => NoticeDeadline {
                due_on: day,
                latest_lawful: day,
                limb,
                beyond_data: false,
            },
            Some(day) => NoticeDeadline {
                latest_lawful: found.latest_lawful.min(day),
                ..found
            },
            None => found,
        })
}
