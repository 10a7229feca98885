//! What an account is in the organisation: its role and the team it directs, within what the rules allow.

use chrono::NaiveDate;
use domain::access::{Role, RoleHeld, leaves_hr};
use domain::compartment::Compartment;
use domain::deadline::auditor_grant;
use domain::id::{AccountId, TeamId};
use serde::{Deserialize, Serialize};
use store::Directing;

use super::on_account;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;

/// Changes what an account is in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangeRole {
    /// Whose; never one's own.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Its last day. An auditor's always has one.
    pub until: Option<NaiveDate>,
}

/// Makes an account a member who directs a team, from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NameDirector {
    /// Who; never oneself.
    pub account: AccountId,
    /// The team.
    pub team: TeamId,
    /// The last day they direct it.
    pub until: Option<NaiveDate>,
}

/// A role that was changed, and the keys to sealed classes that came and went with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RoleChanged {
    /// What the account holds the key to from now on.
    pub given: Vec<Compartment>,
    /// What it does not hold the key to any more.
    pub taken: Vec<Compartment>,
}

/// Changes what an account is in the organisation. While a role that watches over others lasts, no part
/// in deciding counts.
///
/// # Errors
/// A refusal for everyone but HR, and for one's own role; [`Error::Invalid`] for an end that has passed, or for
/// an auditor without one within the bound; a rule's no where no HR administrator would be left for good, or nobody
/// who holds a key that the role may not hold.
pub fn change_role(desk: &mut WriteDesk<'_>, request: ChangeRole) -> Result<RoleChanged, Error> {
    let role = RoleHeld {
        role: request.role,
        until: request.until,
    };
    set_post(desk, request.account, role, None)
}

/// Makes an account a member who directs a team: it reads everything about the candidates of that team's vacancies.
///
/// # Errors
/// As [`change_role`]; [`Error::NotFound`] where there is no such team.
pub fn name_director(
    desk: &mut WriteDesk<'_>,
    request: NameDirector,
) -> Result<RoleChanged, Error> {
    let directing = Directing {
        team: request.team,
        until: request.until,
    };
    let member = RoleHeld::for_good(Role::Member);
    set_post(desk, request.account, member, Some(directing))
}

fn set_post(
    desk: &mut WriteDesk<'_>,
    account: AccountId,
    role: RoleHeld,
    directing: Option<Directing>,
) -> Result<RoleChanged, Error> {
    let permit = on_account(desk, account)?;
    desk.read(|desk| {
        is_a_persons(desk, account)?;
        check_role(desk, role)?;
        if let Some(directing) = directing {
            check_not_past(desk, directing.until)?;
        }
        keep_hr(desk, account, Some(role))
    })?;
    let moved = desk.store.change_role(&permit, role, directing, desk.now)?;
    Ok(RoleChanged {
        given: moved.given,
        taken: moved.taken,
    })
}

/// Checks that an account is somebody's: a timer's key becomes nothing else, and gets no passphrase.
///
/// # Errors
/// A rule's no for a timer's key.
pub(crate) fn is_a_persons(desk: &ReadDesk<'_>, account: AccountId) -> Result<(), Error> {
    let mut accounts = desk.records.accounts()?.into_iter();
    match accounts.find(|each| each.id == account) {
        Some(each) if !each.role.role.is_a_persons() => Err(Error::rule(
            "A1",
            "This is a timer’s key, which starts the sweep and nothing else. Remove it, and add an account for a person.",
        )),
        Some(_) | None => Ok(()),
    }
}

/// Checks that a role ends as it must.
pub(crate) fn check_role(desk: &ReadDesk<'_>, held: RoleHeld) -> Result<(), Error> {
    check_not_past(desk, held.until)?;
    match (held.role, held.until) {
        (Role::Auditor, None) => Err(Error::invalid("until", "An auditor needs a last day.")),
        (Role::Auditor, Some(until)) => check_audit(desk, desk.today, until),
        (Role::SweepTimer, _) => Err(Error::invalid(
            "role",
            "A timer’s key is nobody’s role: `fairhold-cli timer allow` makes one.",
        )),
        (Role::HrAdministrator | Role::DataProtectionOfficer | Role::Member, _) => Ok(()),
    }
}

/// Checks that an audit is no longer than the bound (ACC-06).
pub(crate) fn check_audit(
    desk: &ReadDesk<'_>,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<(), Error> {
    let most = desk.viewer.policy.auditor_days;
    if auditor_grant(from, until, most, desk.today).accepted && until >= desk.today {
        return Ok(());
    }
    Err(Error::invalid(
        "until",
        format!("Enter a last day of today or later, at most {most} days after the first."),
    ))
}

/// Checks that an HR administrator without a last day is left when an account becomes something else, or goes.
pub(crate) fn keep_hr(
    desk: &ReadDesk<'_>,
    account: AccountId,
    becomes: Option<RoleHeld>,
) -> Result<(), Error> {
    let accounts = desk.records.accounts()?;
    let roles = || accounts.iter().map(|each| (each.id, each.role));
    let others = roles()
        .filter(|(id, _)| *id != account)
        .map(|(_, role)| role);
    // Where none was before, nothing is lost by the change.
    if leaves_hr(others.chain(becomes)) || !leaves_hr(roles().map(|(_, role)| role)) {
        return Ok(());
    }
    Err(Error::rule(
        "A2",
        "They are the last HR administrator without a last day. Without one, a day would come on which nobody could \
         add people or change what they see. Make somebody else an HR administrator without a last day first.",
    ))
}

fn check_not_past(desk: &ReadDesk<'_>, until: Option<NaiveDate>) -> Result<(), Error> {
    if until.is_some_and(|last| last < desk.today) {
        return Err(Error::invalid(
            "until",
            "Enter a last day of today or later.",
        ));
    }
    Ok(())
}
