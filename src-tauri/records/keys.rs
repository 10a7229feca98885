//! Passphrases, people who leave, and the recovery sheet.

use std::path::Path;

use domain::access::{self, Permit};
use domain::clock::Clock;
use domain::compartment::Compartment;
use domain::id::AccountId;
use serde::{Deserialize, Serialize};
use store::{KdfCost, OpenError, RecoveryCode, StoreError};

use crate::desk::WriteDesk;
use crate::error::Error;
use crate::organisation::{Entered, Passphrase, signed_in};
use crate::passphrase::check_passphrase;
use crate::people::{is_a_persons, keep_hr};
use crate::view::{Done, Nothing};

/// Puts another passphrase in the place of one's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangePassphrase {
    /// The one in use.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub current: Passphrase,
    /// The one to use from now on.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
}

/// Takes an account out: somebody leaves.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RemoveAccount {
    /// Who; never oneself.
    pub account: AccountId,
}

/// Gives somebody else a passphrase in the place of one they forgot.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ResetPassphrase {
    /// Whose; never one's own.
    pub account: AccountId,
    /// The one they are told, and should change.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub passphrase: Passphrase,
}

/// Somebody has another passphrase, and fresh keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PassphraseReset {
    /// The sealed classes whose keys they held and whoever reset it does not: for somebody who does to give again.
    pub lost: Vec<Compartment>,
}

/// A recovery sheet that was just made. It is shown once.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecoverySheet {
    /// The code, in fourteen groups of four.
    pub groups: Vec<String>,
}

/// Shows that the recovery sheet can be read: its code, typed back from paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ConfirmRecoverySheet {
    /// The code as typed; spaces, hyphens and case don't matter.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub code: Passphrase,
}

/// A way in for somebody who forgot their passphrase.
#[derive(Debug)]
pub struct Recovery {
    /// The name they sign in with.
    pub name: String,
    /// The recovery sheet's code as typed.
    pub code: Passphrase,
    /// The passphrase to use from now on.
    pub passphrase: Passphrase,
}

/// Changes the passphrase of whoever is signed in.
///
/// # Errors
/// [`Error::Invalid`] when the passphrase in use is another one, or the new one is short or easy to guess.
pub fn change_passphrase(
    desk: &mut WriteDesk<'_>,
    request: ChangePassphrase,
) -> Result<Done, Error> {
    let signed_in = desk.read(|desk| signed_in(desk, Nothing {}))?;
    check_passphrase(
        &request.passphrase,
        &[&signed_in.viewer.name, &signed_in.organisation],
    )?;
    let cost = KdfCost::calibrated()?;
    match desk
        .store
        .change_passphrase(&request.current, &request.passphrase, cost, desk.now)
    {
        Ok(()) => Ok(Done { undo: None }),
        Err(OpenError::WrongPassphrase) => Err(Error::invalid(
            "current",
            "This is not the passphrase you sign in with now. Check Caps Lock and try again.",
        )),
        Err(error) => Err(error.into()),
    }
}

/// Gives somebody else another passphrase when theirs was forgotten, and fresh keys with it.
///
/// # Errors
/// A refusal for everyone but HR, and for oneself; [`Error::Invalid`] for a passphrase that is short or easy to
/// guess; a rule's no where they alone hold the key to a sealed class.
pub fn reset_passphrase(
    desk: &mut WriteDesk<'_>,
    request: ResetPassphrase,
) -> Result<PassphraseReset, Error> {
    let permit = manage(desk)?;
    if permit.actor() == request.account {
        return Err(Error::rule(
            "A5",
            "Change your own passphrase from the menu with your name: it asks for the one you have now (rule A5).",
        ));
    }
    let (name, organisation) = desk.read(|desk| {
        is_a_persons(desk, request.account)?;
        let mut accounts = desk.records.accounts()?.into_iter();
        let whose = accounts.find(|account| account.id == request.account);
        let name = whose.ok_or(Error::NotFound)?.name;
        Ok((name, desk.records.organisation()?.name))
    })?;
    check_passphrase(&request.passphrase, &[name.as_str(), organisation.as_str()])?;
    let cost = KdfCost::calibrated()?;
    match desk.store.reset_passphrase(
        &permit,
        request.account,
        &request.passphrase,
        cost,
        desk.now,
    ) {
        Ok(lost) => Ok(PassphraseReset { lost }),
        Err(StoreError::LastHolder) => Err(Error::rule(
            "ACC-03",
            "Only they hold the key to one of the sealed classes, and it is on no recovery sheet, so with fresh keys \
             what is in it would be lost for good. They have to try their passphrase again (rule ACC-03).",
        )),
        Err(error) => Err(error.into()),
    }
}

/// Takes an account out, and changes the store's key so that it opens nothing any more.
///
/// # Errors
/// A refusal for everyone but HR, and for oneself; a rule's no for the last HR administrator without a last day.
pub fn remove_account(desk: &mut WriteDesk<'_>, request: RemoveAccount) -> Result<Done, Error> {
    let permit = manage(desk)?;
    if permit.actor() == request.account {
        return Err(Error::rule(
            "A5",
            "Nobody removes their own account: ask another HR administrator (rule A5).",
        ));
    }
    desk.read(|desk| keep_hr(desk, request.account, None))?;
    desk.store
        .remove_account(&permit, request.account, desk.now)?;
    Ok(Done { undo: None })
}

/// Makes a recovery sheet; the one before opens nothing any more.
///
/// # Errors
/// A refusal for everyone but HR, and for HR who do not hold the key to every sealed class.
pub fn make_recovery_sheet(desk: &mut WriteDesk<'_>, _: Nothing) -> Result<RecoverySheet, Error> {
    let permit = manage(desk)?;
    let code = desk.store.make_recovery_sheet(&permit, desk.now)?;
    Ok(RecoverySheet {
        groups: code.groups()?.to_vec(),
    })
}

/// Notes that the recovery sheet was typed back from paper.
///
/// # Errors
/// [`Error::Invalid`] when the code is not the newest sheet's.
pub fn confirm_recovery_sheet(
    desk: &mut WriteDesk<'_>,
    request: ConfirmRecoverySheet,
) -> Result<Done, Error> {
    let permit = manage(desk)?;
    let code = read_code(&request.code)?;
    if desk
        .store
        .confirm_recovery_sheet(&permit, &code, desk.now)?
    {
        Ok(Done { undo: None })
    } else {
        Err(Error::invalid(
            "code",
            "This is not the newest sheet’s code. Check that you have the sheet that was made last.",
        ))
    }
}

/// Opens a store by its recovery sheet, with a new passphrase for one account.
///
/// # Errors
/// [`Error::Invalid`] for a code with a slip in it or a passphrase that is short or easy to guess, or why the store
/// can't be opened.
pub fn recover(folder: &Path, request: Recovery, clock: &dyn Clock) -> Result<Entered, Error> {
    // The organisation's name is inside the store, which is still closed.
    check_passphrase(&request.passphrase, &[&request.name])?;
    let code = read_code(&request.code)?;
    let opened = store::recover(
        folder,
        &store::Recover {
            code: &code,
            sign_in_name: &request.name,
            passphrase: &request.passphrase,
            cost: KdfCost::calibrated()?,
        },
        clock.now(),
    );
    match opened {
        Ok(opened) => Ok(opened.into()),
        Err(OpenError::WrongPassphrase) => Err(Error::invalid(
            "code",
            "This code does not open the store. Check that it is the newest sheet’s, and who it is for.",
        )),
        Err(error) => Err(error.into()),
    }
}

/// Puts the second copy of a store's key file in the place of the first, which is kept beside it.
///
/// # Errors
/// Why there is no copy to put there. Nothing was changed then.
pub fn use_copy(folder: &Path) -> Result<(), OpenError> {
    store::use_key_copy(folder)
}

fn manage(desk: &mut WriteDesk<'_>) -> Result<Permit<access::ManageAccounts>, Error> {
    desk.permit_on_organisation()
}

fn read_code(typed: &Passphrase) -> Result<RecoveryCode, Error> {
    typed.as_recovery_code().ok_or_else(|| {
        Error::invalid(
            "code",
            "There is a slip in this code: it has fourteen groups of four. Compare it with the sheet.",
        )
    })
}
