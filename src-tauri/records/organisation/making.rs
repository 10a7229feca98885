//! Making a store.

use std::path::Path;

use chrono::NaiveDate;
use domain::access::{Role, RoleHeld};
use domain::clock::Clock;
use domain::text::Line;
use store::{KdfCost, NewAccount};

use super::Passphrase;
use super::sign_in::Entered;
use crate::error::Error;
use crate::passphrase::check_passphrase;

/// A store to be made.
#[derive(Debug)]
pub struct NewStore {
    /// The organisation's name.
    pub organisation: Line,
    /// The first account's name; it is an HR administrator.
    pub name: Line,
    /// Its passphrase.
    pub passphrase: Passphrase,
    /// The day of its live induction to data protection; never later than today.
    pub inducted_on: NaiveDate,
}

/// Makes a store with its first account and opens it.
///
/// # Errors
/// [`Error::Invalid`] when the passphrase is short or easy to guess, or why the store can't be made.
pub fn create(folder: &Path, new: NewStore, clock: &dyn Clock) -> Result<Entered, Error> {
    check_passphrase(
        &new.passphrase,
        &[new.name.as_str(), new.organisation.as_str()],
    )?;
    if new.inducted_on > clock.today() {
        return Err(Error::invalid(
            "inductedOn",
            "Enter today's date or an earlier one.",
        ));
    }
    make(folder, new, KdfCost::calibrated()?, clock)
}

/// Makes a store whose passphrase nobody chose, or a test did.
pub(crate) fn make(
    folder: &Path,
    new: NewStore,
    cost: KdfCost,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    let account = NewAccount {
        sign_in_name: new.name.clone(),
        name: new.name,
        role: RoleHeld::for_good(Role::HrAdministrator),
        inducted_on: Some(new.inducted_on),
        passphrase: new.passphrase,
        cost,
    };
    let made = store::create(
        folder,
        &store::NewStore {
            organisation: new.organisation,
            account,
        },
        clock.now(),
    )?;
    Ok(made.into())
}
