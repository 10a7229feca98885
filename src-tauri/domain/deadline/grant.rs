//! When access to a role's records ends by itself (RULEBOOK ACC-05, ACC-06).

use chrono::NaiveDate;

use crate::dates::days_after;

/// Access of the people of a vacancy that was closed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelAccess {
    /// The last day.
    pub last_day: NaiveDate,
    /// Whether they have it on the day.
    pub access: bool,
}

/// Until when the people of a vacancy keep their access after it was closed out (ACC-05): `grace_days` is 14
/// unless policy says 0 to 30.
pub fn panel_access(closed_out_on: NaiveDate, grace_days: u8, today: NaiveDate) -> PanelAccess {
    let last_day = days_after(closed_out_on, grace_days.into());
    PanelAccess {
        last_day,
        access: today <= last_day,
    }
}

/// An auditor's grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditorGrant {
    /// Whether it may be given: no longer than the bound, and it ends no sooner than it begins.
    pub accepted: bool,
    /// Whether it gives access on the day.
    pub access: bool,
}

/// Whether an auditor's grant may be given, and gives access on a day (ACC-06): first and last day included, at
/// most `max_days` of them (90).
pub fn auditor_grant(
    from: NaiveDate,
    to: NaiveDate,
    max_days: u8,
    today: NaiveDate,
) -> AuditorGrant {
    let days = (to - from).num_days() + 1;
    let accepted = (1..=i64::from(max_days)).contains(&days);
    AuditorGrant {
        accepted,
        access: accepted && from <= today && today <= to,
    }
}
