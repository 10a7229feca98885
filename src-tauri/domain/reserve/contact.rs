//! Contacting somebody on the reserve list about a vacancy (RULEBOOK S68): only while the permission their place stands
//! on is live, and never somebody who asked not to be approached.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::dates::plain;

/// How somebody was contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ContactChannel {
    /// By e-mail.
    Email,
    /// By telephone.
    Phone,
    /// By post.
    Post,
    /// Face to face.
    InPerson,
}

impl ContactChannel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Post, Self::InPerson];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Post => "post",
            Self::InPerson => "in-person",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ContactOutcome {
    /// They are interested: an application for the vacancy begins.
    Interested,
    /// Not this time; they stay on the list.
    NotNow,
    /// They did not reply; they stay on the list.
    NoReply,
    /// They asked to be taken off the list: the place ends, and the permission is withdrawn (CON-07).
    AskedToLeave,
}

impl ContactOutcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [
        Self::Interested,
        Self::NotNow,
        Self::NoReply,
        Self::AskedToLeave,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Interested => "interested",
            Self::NotNow => "not-now",
            Self::NoReply => "no-reply",
            Self::AskedToLeave => "asked-to-leave",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// Why somebody can't be contacted about a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ContactRefusal {
    /// The place, or the permission it stands on, has ended.
    #[error("the place on the list has ended")]
    NotListed {
        /// The day it ended.
        ended_on: NaiveDate,
    },
    /// They asked not to be approached.
    #[error("the person asked not to be approached")]
    NotToApproach,
    /// A legal hold stands: the record is kept and used for nothing else.
    #[error("a legal hold stands on the record")]
    OnHold,
    /// They have applied for the vacancy.
    #[error("the person applied for the vacancy already")]
    HasApplied,
    /// The vacancy was closed out.
    #[error("the vacancy was closed out")]
    ClosedOut,
}

impl ContactRefusal {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NotListed { .. } => "RET-05",
            Self::NotToApproach => "ERA-09",
            Self::OnHold => "RET-06",
            Self::HasApplied | Self::ClosedOut => "S68",
        }
    }

    /// Why nobody contacts them, in one plain sentence that names the rule.
    pub fn sentence(self) -> String {
        let why = match self {
            Self::NotListed { ended_on } => format!(
                "Their place on the list ended on {}, and nobody is contacted without a live permission",
                plain(ended_on)
            ),
            Self::NotToApproach => {
                "They asked not to be approached, so nobody contacts them".to_owned()
            }
            Self::OnHold => {
                "A legal hold stands on the record, which is kept and used for nothing else"
                    .to_owned()
            }
            Self::HasApplied => "They have applied for this vacancy already".to_owned(),
            Self::ClosedOut => {
                "This vacancy was closed out, so nobody is contacted about it".to_owned()
            }
        };
        format!("{why} (rule {}).", self.rule())
    }
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any of them may hold beside any other"
)]
/// What contacting somebody about a vacancy depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contactable {
    /// The day their place, and the permission it stands on, begins to keep nothing any more.
    pub ends_on: NaiveDate,
    /// Whether they asked not to be approached.
    pub not_to_approach: bool,
    /// Whether a legal hold stands.
    pub on_hold: bool,
    /// Whether they applied for this vacancy.
    pub has_applied: bool,
    /// Whether the vacancy was closed out.
    pub closed_out: bool,
}

/// Whether somebody may be contacted about a vacancy on a day.
///
/// # Errors
/// [`ContactRefusal`] with the sentence to show.
pub fn may_contact(facts: &Contactable, today: NaiveDate) -> Result<(), ContactRefusal> {
    if today >= facts.ends_on {
        return Err(ContactRefusal::NotListed {
            ended_on: facts.ends_on,
        });
    }
    if facts.not_to_approach {
        return Err(ContactRefusal::NotToApproach);
    }
    if facts.on_hold {
        return Err(ContactRefusal::OnHold);
    }
    if facts.closed_out {
        return Err(ContactRefusal::ClosedOut);
    }
    if facts.has_applied {
        return Err(ContactRefusal::HasApplied);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const fn facts(ends_on: NaiveDate) -> Contactable {
        Contactable {
            ends_on,
            not_to_approach: false,
            on_hold: false,
            has_applied: false,
            closed_out: false,
        }
    }

    #[test]
    fn nobody_is_contacted_from_the_day_the_permission_ends() {
        let facts = facts(day("2027-05-22"));
        assert_eq!(may_contact(&facts, day("2027-05-21")), Ok(()));
        let refused = may_contact(&facts, day("2027-05-22")).unwrap_err();
        assert_eq!(refused.rule(), "RET-05");
        assert!(refused.sentence().contains("22 May 2027"));
    }

    #[test]
    fn each_thing_in_the_way_names_its_rule() {
        let clear = facts(day("2027-05-22"));
        let today = day("2026-11-23");
        for (facts, rule) in [
            (
                Contactable {
                    not_to_approach: true,
                    ..clear
                },
                "ERA-09",
            ),
            (
                Contactable {
                    on_hold: true,
                    ..clear
                },
                "RET-06",
            ),
            (
                Contactable {
                    has_applied: true,
                    ..clear
                },
                "S68",
            ),
            (
                Contactable {
                    closed_out: true,
                    ..clear
                },
                "S68",
            ),
        ] {
            let refused = may_contact(&facts, today).unwrap_err();
            assert_eq!(refused.rule(), rule);
            let sentence = refused.sentence();
            assert!(sentence.ends_with(&format!("(rule {rule}).")), "{sentence}");
            assert_eq!(sentence.matches('.').count(), 1, "one sentence: {sentence}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        for channel in ContactChannel::ALL {
            assert_eq!(ContactChannel::from_code(channel.code()), Some(channel));
        }
        for outcome in ContactOutcome::ALL {
            assert_eq!(ContactOutcome::from_code(outcome.code()), Some(outcome));
        }
    }
}
