//! A timer's key: a way in for a program that runs by itself, which starts the sweep of what is due and does nothing
//! else. A person of HR allows it and takes it away.

use std::path::Path;

use domain::access;
use domain::clock::Clock;
use domain::id::AccountId;
use domain::text::Line;
use store::StoreError;

pub use store::DeviceSecret;

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::keys::{RemoveAccount, remove_account};
use crate::organisation::Entered;

/// Allows a timer, by a secret that is kept for it in a keychain or a file.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] where the name is taken.
pub fn allow(
    desk: &mut WriteDesk<'_>,
    name: &Line,
    secret: &DeviceSecret,
) -> Result<AccountId, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    match desk.store.allow_timer(&permit, name, secret, desk.now) {
        Ok(account) => Ok(account),
        Err(StoreError::Duplicate) => Err(Error::invalid(
            "name",
            "This name is taken: remove the timer that has it, or choose another.",
        )),
        Err(error) => Err(error.into()),
    }
}

/// The timers there are, by name.
///
/// # Errors
/// A refusal for whoever may not see the accounts.
pub fn list(desk: &ReadDesk<'_>) -> Result<Vec<(AccountId, String)>, Error> {
    let _permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let accounts = desk.records.accounts()?.into_iter();
    Ok(accounts
        .filter(|account| !account.role.role.is_a_persons())
        .map(|account| (account.id, account.name.into()))
        .collect())
}

/// Takes a timer away, and changes the store's key so that its secret opens nothing any more.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::NotFound`] where there is no such timer.
pub fn remove(desk: &mut WriteDesk<'_>, name: &str) -> Result<(), Error> {
    let timers = desk.read(list)?;
    let (account, _) = timers
        .into_iter()
        .find(|(_, known)| store::same_name(known, name))
        .ok_or(Error::NotFound)?;
    remove_account(desk, RemoveAccount { account })?;
    Ok(())
}

/// Opens a store by a timer's secret.
///
/// # Errors
/// [`store::OpenError::WrongPassphrase`] when the secret is no timer's, or why the store can't be opened.
pub fn sign_in(folder: &Path, secret: &DeviceSecret, clock: &dyn Clock) -> Result<Entered, Error> {
    Ok(store::unlock_for_timer(folder, secret, clock.now())?.into())
}
