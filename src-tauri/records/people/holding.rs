//! Who holds the key to which sealed class: given by those who hold it, to those whose role may hold it.

use domain::access::{self, Permit, Subject};
use domain::compartment::Compartment;
use domain::id::AccountId;
use serde::Deserialize;

use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::Done;

/// Gives an account the key to a sealed class.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct GiveCompartment {
    /// Whom; never oneself.
    pub account: AccountId,
    /// The sealed class.
    pub compartment: Compartment,
}

/// Takes the key to a sealed class from an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TakeCompartment {
    /// From whom.
    pub account: AccountId,
    /// The sealed class.
    pub compartment: Compartment,
}

/// Gives an account the key to a sealed class.
///
/// # Errors
/// A refusal for everyone but HR, and for oneself; a rule's no where the account's role may not hold it, or whoever
/// is signed in does not.
pub fn give_compartment(desk: &mut WriteDesk<'_>, request: GiveCompartment) -> Result<Done, Error> {
    let GiveCompartment {
        account,
        compartment,
    } = request;
    let permit = desk.read(|desk| {
        let _not_oneself = desk.permit::<access::GrantAccess>(Subject::Account(account))?;
        let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
        let role = desk.records.viewer(account)?.role_on(desk.today);
        if !role.may_hold(compartment) {
            return Err(Error::rule(
                "ACC-03",
                "Only HR administrators may hold the key to a sealed class: no other role reads what is in it (rule \
                 ACC-03).",
            ));
        }
        Ok(permit)
    })?;
    desk.store
        .give_compartment(&permit, compartment, account, desk.now)?;
    Ok(Done { undo: None })
}

/// Takes the key to a sealed class from an account. What is sealed from now on is under keys that it never had.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::NotFound`] where the account does not hold it; a rule's no where nobody
/// else does.
pub fn take_compartment(desk: &mut WriteDesk<'_>, request: TakeCompartment) -> Result<Done, Error> {
    let TakeCompartment {
        account,
        compartment,
    } = request;
    let permit: Permit<access::ManageAccounts> = desk.permit_on_organisation()?;
    if !desk.store.compartments_of(account).contains(&compartment) {
        return Err(Error::NotFound);
    }
    desk.store
        .take_compartment(&permit, compartment, account, desk.now)?;
    Ok(Done { undo: None })
}
