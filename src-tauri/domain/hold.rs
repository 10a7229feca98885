//! Legal holds: why one is placed, until when it is looked at again, and who may release it (RULEBOOK RET-06).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::plain;
use crate::deadline::hold_review;
use crate::id::AccountId;
use crate::text::Line;

/// The most months until a hold is looked at again; the policy says how many are proposed.
pub const MOST_REVIEW_MONTHS: u8 = 6;

/// Why a legal hold is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum HoldReason {
    /// Acas was in touch: early conciliation has begun.
    AcasContact,
    /// A claim was made.
    Claim,
    /// A court ordered it.
    CourtOrder,
    /// The police or a regulator asked for the record to be preserved.
    Preservation,
    /// Somebody credibly threatens a claim.
    ThreatOfClaim,
}

impl HoldReason {
    /// Every reason, in the order of their words.
    pub const ALL: [Self; 5] = [
        Self::AcasContact,
        Self::Claim,
        Self::CourtOrder,
        Self::Preservation,
        Self::ThreatOfClaim,
    ];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AcasContact => "acas-contact",
            Self::Claim => "claim",
            Self::CourtOrder => "court-order",
            Self::Preservation => "preservation",
            Self::ThreatOfClaim => "threat-of-claim",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A legal hold as it is placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct HoldDetails {
    /// Why.
    pub reason: HoldReason,
    /// Where the papers are: "case 6000123/2026", "letter of 3 March".
    pub reference: Option<Line>,
    /// The day by which it is looked at again.
    pub review_by: NaiveDate,
}

/// Why a hold can't be placed, reviewed or released in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldRefusal {
    /// The review is today or past.
    ReviewNotAhead,
    /// The review is further ahead than it may be.
    ReviewTooFar {
        /// The last day it may be.
        latest: NaiveDate,
    },
    /// Whoever placed it may not release it.
    OwnHold,
    /// It was released before.
    AlreadyReleased,
}

impl HoldRefusal {
    /// The rule that says no.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::ReviewNotAhead | Self::ReviewTooFar { .. } | Self::AlreadyReleased => "RET-06",
            Self::OwnHold => "ACC-10",
        }
    }

    /// Why, and what to do, in words for a person.
    pub fn sentence(self) -> String {
        match self {
            Self::ReviewNotAhead => "Enter a day after today.".to_owned(),
            Self::ReviewTooFar { latest } => format!(
                "A hold is looked at again within six months: enter {} or an earlier day (rule RET-06).",
                plain(latest)
            ),
            Self::OwnHold => {
                "You placed this hold, so somebody else releases it: ask another HR administrator or the data \
                 protection officer. Where there is nobody else, HR adds one in People (rule ACC-10)."
                    .to_owned()
            }
            Self::AlreadyReleased => "This hold was released before.".to_owned(),
        }
    }
}

/// Checks the day by which a hold is looked at again.
///
/// # Errors
/// [`HoldRefusal`] when it is not ahead, or further than six months from today.
pub fn check_review(review_by: NaiveDate, today: NaiveDate) -> Result<(), HoldRefusal> {
    let latest = hold_review(today, MOST_REVIEW_MONTHS);
    if review_by <= today {
        Err(HoldRefusal::ReviewNotAhead)
    } else if review_by > latest {
        Err(HoldRefusal::ReviewTooFar { latest })
    } else {
        Ok(())
    }
}

/// Checks that somebody may release a hold (RULES A5): nobody releases one they placed.
///
/// # Errors
/// [`HoldRefusal`] when it is theirs, or was released before.
pub fn check_release(
    placed_by: AccountId,
    released_on: Option<NaiveDate>,
    by: AccountId,
) -> Result<(), HoldRefusal> {
    if released_on.is_some() {
        Err(HoldRefusal::AlreadyReleased)
    } else if placed_by == by {
        Err(HoldRefusal::OwnHold)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_review_is_after_today_and_within_six_months() {
        let today = day("2026-08-31");
        assert_eq!(check_review(day("2026-09-01"), today), Ok(()));
        assert_eq!(check_review(day("2027-02-28"), today), Ok(()));
        assert_eq!(check_review(today, today), Err(HoldRefusal::ReviewNotAhead));
        assert_eq!(
            check_review(day("2027-03-01"), today),
            Err(HoldRefusal::ReviewTooFar {
                latest: day("2027-02-28")
            })
        );
    }

    #[test]
    fn nobody_releases_their_own_or_what_is_released() {
        let now = day("2026-08-31")
            .and_hms_opt(12, 0, 0)
            .expect("noon")
            .and_utc();
        let (one, other) = (AccountId::new(now), AccountId::new(now));
        assert_eq!(check_release(one, None, other), Ok(()));
        assert_eq!(check_release(one, None, one), Err(HoldRefusal::OwnHold));
        assert_eq!(
            check_release(one, Some(day("2026-08-30")), other),
            Err(HoldRefusal::AlreadyReleased)
        );
    }

    #[test]
    fn every_reason_is_read_from_its_word() {
        for reason in HoldReason::ALL {
            assert_eq!(HoldReason::from_code(reason.code()), Some(reason));
        }
    }
}
