//! Who may hold the key to a sealed class, and that somebody of HR is always left to give access.

use std::collections::BTreeSet;

use super::class::{ClassAccess, DataClass};
use super::role::Role;
use super::table::role_class;
use super::viewer::RoleHeld;
use crate::compartment::Compartment;

impl Role {
    /// Whether somebody with the role and the key reads what is in a sealed class. Only then does the key come with
    /// the role.
    pub fn reads_with_key(self, compartment: Compartment) -> bool {
        self.with_key(compartment).reads()
    }

    /// Whether somebody with the role may be given the key to a sealed class. Equality answers are read by nobody,
    /// but cannot be counted without their key: HR, who collects them, may hold it (ACC-04).
    pub fn may_hold(self, compartment: Compartment) -> bool {
        let access = self.with_key(compartment);
        access.reads() || (access == ClassAccess::Aggregate && self == Self::HrAdministrator)
    }

    fn with_key(self, compartment: Compartment) -> ClassAccess {
        let held = BTreeSet::from([compartment]);
        role_class(&held, self, DataClass::Sealed(compartment))
    }
}

/// Whether somebody stays an HR administrator for good. Where nobody did, a day would come on which no account could
/// be given access any more.
pub fn leaves_hr(roles: impl IntoIterator<Item = RoleHeld>) -> bool {
    roles
        .into_iter()
        .any(|held| held == RoleHeld::for_good(Role::HrAdministrator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_with_hr_but_for_the_equality_answers_which_nobody_reads() {
        for role in Role::ALL {
            for compartment in Compartment::ALL {
                let is_hr = role == Role::HrAdministrator;
                let reads = is_hr && compartment != Compartment::EqualityMonitoring;
                assert_eq!(
                    role.reads_with_key(compartment),
                    reads,
                    "{role:?} {compartment:?}"
                );
                assert_eq!(
                    role.may_hold(compartment),
                    is_hr,
                    "{role:?} {compartment:?}"
                );
            }
        }
    }

    #[test]
    fn an_hr_administrator_with_a_last_day_is_not_enough() {
        let until = chrono::NaiveDate::from_ymd_opt(2026, 12, 31);
        let ending = RoleHeld {
            role: Role::HrAdministrator,
            until,
        };
        assert!(!leaves_hr([ending, RoleHeld::for_good(Role::Member)]));
        assert!(leaves_hr([
            ending,
            RoleHeld::for_good(Role::HrAdministrator)
        ]));
    }
}
