//! Signing in, and what is said of how the records were found.

use std::path::Path;

use domain::clock::Clock;
use domain::id::AccountId;
use serde::Serialize;
use store::{DeviceSecret, HeadCheck, LedgerCheck, Store};

use super::{Passphrase, ViewerView, may};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, number};

/// The organisation and who is signed in to it.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The organisation's name.
    pub organisation: String,
    /// Who.
    pub viewer: ViewerView,
}

/// A store that somebody signed in to.
#[derive(Debug)]
pub struct Entered {
    /// The store.
    pub store: Store,
    /// Who signed in.
    pub account: AccountId,
    /// What shows that the records were put back to an earlier state.
    pub put_back: Option<PutBack>,
    /// What the list of erasures outside the database had to say.
    pub replay: Replay,
}

/// What the list of erasures outside the database had to say at a sign-in (ERA-07).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Replay {
    /// How many people were erased again, since an earlier copy of the records still held them.
    pub erased_again: u32,
    /// Whether nothing was found of them afterwards.
    pub proved: bool,
    /// Whether the list was missing or damaged.
    pub list_lost: bool,
}

impl Replay {
    /// Whether there is anything to say.
    pub const fn is_news(self) -> bool {
        self.erased_again > 0 || self.list_lost
    }

    fn of(opened: &store::Unlocked) -> Self {
        Self {
            erased_again: number(opened.erased_again),
            proved: opened
                .finished
                .iter()
                .all(|report| report.state == store::ErasureState::Erased),
            list_lost: opened.ledger != LedgerCheck::Whole,
        }
    }
}

/// The journal is shorter than it was, or not the same: the records may be an older copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PutBack {
    /// How many entries the journal had when it was last seen.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub expected: i64,
    /// How many it has.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub found: i64,
}

impl PutBack {
    /// What a comparison of the journal with a head outside says.
    pub const fn found_by(check: HeadCheck) -> Option<Self> {
        match check {
            HeadCheck::Differs { expected, found } => Some(Self { expected, found }),
            HeadCheck::Agrees | HeadCheck::NotChecked | HeadCheck::Missing | HeadCheck::Damaged => {
                None
            }
        }
    }
}

impl From<store::Unlocked> for Entered {
    fn from(opened: store::Unlocked) -> Self {
        Self {
            replay: Replay::of(&opened),
            put_back: PutBack::found_by(opened.head),
            store: opened.store,
            account: opened.account,
        }
    }
}

/// Opens a store.
///
/// # Errors
/// Why it can't be opened: the name or the passphrase, too many tries, or the store itself.
pub fn sign_in(
    folder: &Path,
    name: &str,
    passphrase: &Passphrase,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock(folder, name, passphrase, clock.now())?.into())
}

/// Opens a store by the secret that this computer's keychain keeps.
///
/// # Errors
/// [`store::OpenError::WrongPassphrase`] when the secret is no way in, or why the store can't be opened.
pub fn sign_in_by_keychain(
    folder: &Path,
    name: &str,
    secret: &DeviceSecret,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock_with_device(folder, name, secret, clock.now())?.into())
}

/// Opens a store as [`sign_in`] does, also where its database is an earlier one, or may be. That it was so is
/// journalled.
///
/// # Errors
/// As [`sign_in`].
pub fn sign_in_as_it_is(
    folder: &Path,
    name: &str,
    passphrase: &Passphrase,
    clock: &dyn Clock,
) -> Result<Entered, Error> {
    Ok(store::unlock_as_it_is(folder, name, passphrase, clock.now())?.into())
}

/// The organisation, and who is signed in.
///
/// # Errors
/// When the store can't be read.
pub fn signed_in(desk: &ReadDesk<'_>, _: Nothing) -> Result<SignedIn, Error> {
    let name = desk
        .records
        .accounts()?
        .into_iter()
        .find(|account| account.id == desk.viewer.account)
        .map(|account| account.name.into())
        .ok_or(Error::NotFound)?;
    let organisation = desk.records.organisation()?.name.into();
    let viewer = ViewerView {
        account: desk.viewer.account,
        name,
        role: desk.viewer.role_on(desk.today),
        may: may(desk)?,
    };
    Ok(SignedIn {
        organisation,
        viewer,
    })
}
