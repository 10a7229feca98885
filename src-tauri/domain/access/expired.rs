//! Who still sees a record whose day has come. A ceiling is half-open: a record is there until 23:59:59 of the day before, and
//! from 00:00 of its day it is hidden, whether or not somebody has erased it yet (RULEBOOK T-04, RET-06, RET-08).

use chrono::NaiveDate;

use super::action::ActionKind;
use super::role::Role;
use super::table::role_allows;

/// Which of the records whose day has come somebody still sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expired {
    /// None: for everyone but the two below, whatever their parts.
    None,
    /// Those that a block keeps, a legal hold, an open incident or complaint, or a hand-over to HR: for whoever manages holds. Nobody
    /// else has any use of a record that is only stored. They may still place a hold on one that is due.
    Kept,
    /// All: whoever erases has to see whom, and to place a hold where one is needed.
    All,
}

impl Expired {
    /// What a role of the organisation still sees.
    pub(super) const fn of(role: Role) -> Self {
        if role_allows(role, ActionKind::Erase) {
            Self::All
        } else if role_allows(role, ActionKind::ManageHolds) {
            Self::Kept
        } else {
            Self::None
        }
    }

    /// Whether a record is seen on a day, by the day it goes and whether a block keeps it.
    pub fn shows(self, erase_on: Option<NaiveDate>, is_blocked: bool, today: NaiveDate) -> bool {
        let expired = erase_on.is_some_and(|day| day <= today);
        match self {
            Self::All => true,
            Self::Kept => !expired || is_blocked,
            Self::None => !expired,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_record_is_there_the_day_before_and_hidden_on_its_day() {
        let goes = Some(day("2027-05-23"));
        for (today, there) in [
            ("2027-05-22", true),
            ("2027-05-23", false),
            ("2027-09-01", false),
        ] {
            assert_eq!(
                Expired::None.shows(goes, false, day(today)),
                there,
                "{today}"
            );
            assert_eq!(
                Expired::None.shows(goes, true, day(today)),
                there,
                "{today}, kept"
            );
            assert_eq!(
                Expired::Kept.shows(goes, false, day(today)),
                there,
                "{today}"
            );
            assert!(Expired::Kept.shows(goes, true, day(today)), "{today}, kept");
            assert!(Expired::All.shows(goes, false, day(today)), "{today}");
        }
        assert!(
            Expired::None.shows(None, false, day("2027-05-23")),
            "no date"
        );
    }

    #[test]
    fn hr_sees_all_of_them_the_data_protection_officer_those_that_are_kept_and_others_none() {
        for role in Role::ALL {
            let wanted = match role {
                Role::HrAdministrator => Expired::All,
                Role::DataProtectionOfficer => Expired::Kept,
                Role::Auditor | Role::Member | Role::SweepTimer => Expired::None,
            };
            assert_eq!(Expired::of(role), wanted, "{role:?}");
        }
    }
}
