//! Who has an account, and adding one.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::{self, GrantScope, Role, RoleHeld};
use domain::clock::london_date;
use domain::compartment::Compartment;
use domain::id::{AccountId, TeamId, VacancyId};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{KdfCost, NewAccount, StoreError};

use super::Passphrase;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::passphrase::check_passphrase;
use crate::people::check_role;
use crate::view::{Done, Nothing, number};

/// An account, as HR sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AccountRow {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Its role in the organisation.
    pub role: Role,
    /// The last day of the role, where it has one.
    pub until: Option<NaiveDate>,
    /// The day it was added.
    pub added_on: NaiveDate,
    /// The vacancies it has a part in that has not ended.
    pub vacancies: u32,
    /// The last day its training allows personal data to be opened; none without an induction.
    pub trained_through: Option<NaiveDate>,
    /// The sealed classes whose keys it holds.
    pub sealed: Vec<Compartment>,
    /// The sealed classes whose keys its role may hold.
    pub may_hold: Vec<Compartment>,
}

/// Adds an account, with a first passphrase the person is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddAccount {
    /// The person's name, as the sign-in screen shows it.
    pub name: Line,
    /// Its role in the organisation.
    pub role: Role,
    /// The last day of the role. An auditor's always has one.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The day of the person's live induction to data protection, if it was held: nobody opens personal data
    /// before.
    #[serde(default)]
    pub inducted_on: Option<NaiveDate>,
    /// The first passphrase.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
}

/// A team of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TeamRow {
    /// The team.
    pub team: TeamId,
    /// Its name.
    pub name: String,
}

/// How the recovery sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RecoveryStanding {
    /// There is none: a forgotten passphrase may lock the last person out.
    Missing,
    /// One was made, and nobody has typed it back.
    Unconfirmed,
    /// One was made and typed back from paper.
    Confirmed,
}

impl From<store::RecoverySheet> for RecoveryStanding {
    fn from(sheet: store::RecoverySheet) -> Self {
        match sheet {
            store::RecoverySheet::Missing => Self::Missing,
            store::RecoverySheet::Unconfirmed => Self::Unconfirmed,
            store::RecoverySheet::Confirmed => Self::Confirmed,
        }
    }
}

/// The accounts of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Accounts {
    /// By name.
    pub rows: Vec<AccountRow>,
    /// How the recovery sheet stands.
    pub recovery: RecoveryStanding,
    /// The sealed classes whose keys this viewer would give with the role of an HR administrator.
    pub keys_of_hr: Vec<Compartment>,
}

/// The accounts of the store.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn accounts(desk: &ReadDesk<'_>, _: Nothing) -> Result<Accounts, Error> {
    let _permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let mut rows = Vec::new();
    for account in desk.records.accounts()? {
        let viewer = desk.records.viewer(account.id)?;
        let vacancies: BTreeSet<VacancyId> = viewer
            .grants
            .iter()
            .filter(|grant| grant.until.is_none_or(|last| desk.today <= last))
            .filter_map(|grant| match grant.scope {
                GrantScope::Vacancy(vacancy) => Some(vacancy),
                GrantScope::Team(_) | GrantScope::Organisation => None,
            })
            .collect();
        rows.push(AccountRow {
            account: account.id,
            name: account.name.into(),
            role: account.role.role,
            until: account.role.until,
            added_on: london_date(account.added_at),
            vacancies: number(vacancies.len()),
            trained_through: viewer.trained_through(desk.today),
            may_hold: Compartment::ALL
                .into_iter()
                .filter(|compartment| viewer.role_on(desk.today).may_hold(*compartment))
                .collect(),
            sealed: viewer.compartments.into_iter().collect(),
        });
    }
    Ok(Accounts {
        rows,
        recovery: desk.records.recovery_sheet()?.into(),
        keys_of_hr: desk
            .viewer
            .compartments
            .iter()
            .copied()
            .filter(|compartment| Role::HrAdministrator.reads_with_key(*compartment))
            .collect(),
    })
}

/// Adds an account.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a passphrase that is short or easy to guess, or a name that is taken.
pub fn add_account(desk: &mut WriteDesk<'_>, request: AddAccount) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let organisation = desk.read(|desk| Ok(desk.records.organisation()?.name))?;
    check_passphrase(
        &request.passphrase,
        &[request.name.as_str(), organisation.as_str()],
    )?;
    let role = RoleHeld {
        role: request.role,
        until: request.until,
    };
    desk.read(|desk| check_role(desk, role))?;
    if let Some(held_on) = request.inducted_on {
        desk.not_in_future("inductedOn", held_on)?;
    }
    let account = NewAccount {
        sign_in_name: request.name.clone(),
        name: request.name,
        role,
        inducted_on: request.inducted_on,
        passphrase: request.passphrase,
        cost: KdfCost::calibrated()?,
    };
    match desk.store.add_account(&permit, &account, desk.now) {
        Ok(_) => Ok(Done { undo: None }),
        Err(StoreError::Duplicate) => Err(Error::invalid(
            "name",
            "Someone signs in with this name already. Add an initial or a second name.",
        )),
        Err(error) => Err(error.into()),
    }
}
