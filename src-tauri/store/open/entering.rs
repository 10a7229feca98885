//! The ways in: a passphrase, a keychain, a timer's secret, the recovery sheet.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::check::of_later_keys;
use super::opening::{Beside, By, Older, Way, open_with};
use super::{Summary, Unlocked, summary};
use crate::account::Passphrase;
use crate::attempts;
use crate::error::{KeysFault, OpenError};
use crate::files::Folder;
use crate::kdf::KdfCost;
use crate::key_file::{Credential, DeviceSecret, KeyFile, Opened, RecoveryCode};
use crate::lock::StoreLock;
use crate::scrub::scrubbed;

/// Opens a store for an account, by the name it signs in with.
///
/// # Errors
/// [`OpenError::WrongPassphrase`] and [`OpenError::Throttled`], [`OpenError::InUse`] when another program has
/// it, or what is wrong with the files. Whatever it is, the files are as they were.
pub fn unlock(
    path: &Path,
    sign_in_name: &str,
    passphrase: &Passphrase,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    unlock_by_passphrase(path, sign_in_name, passphrase, Older::Refuse, now)
}

/// Opens a store as [`unlock`] does, and also one whose database is an earlier one, or may be: for a person who put
/// back a backup, or who knows that there is none. That it was so is in the journal.
///
/// # Errors
/// As [`unlock`], but for [`OpenError::RolledBack`] and [`OpenError::HeadDamaged`].
pub fn unlock_as_it_is(
    path: &Path,
    sign_in_name: &str,
    passphrase: &Passphrase,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    unlock_by_passphrase(path, sign_in_name, passphrase, Older::Open, now)
}

fn unlock_by_passphrase(
    path: &Path,
    sign_in_name: &str,
    passphrase: &Passphrase,
    older: Older,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let (folder, lock, keys) = take(path)?;
    scrubbed(|| {
        let credential = Credential::Passphrase(passphrase.text());
        let (opened, wrong_before) = throttled(&folder, now, || {
            open_slot(&folder, &keys, sign_in_name, credential)
        })
        .map_err(|error| of_later_keys(&folder, &keys, error))?;
        let way = Way {
            by: By::Passphrase,
            wrong_before,
            older,
        };
        open_with(folder, keys, opened, lock, way, &Beside::default(), now)
    })
}

/// Opens a store that was just put back from a backup, beside which there may be copies of what backups leave out.
pub(crate) fn unlock_put_back(
    path: &Path,
    sign_in_name: &str,
    passphrase: &Passphrase,
    beside: &Beside,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let (folder, lock, keys) = take(path)?;
    scrubbed(|| {
        let opened = keys.open(sign_in_name, Credential::Passphrase(passphrase.text()))?;
        let way = Way {
            by: By::Passphrase,
            wrong_before: 0,
            older: Older::Refuse,
        };
        open_with(folder, keys, opened, lock, way, beside, now)
    })
}

/// Opens a slot. A key file that was forged may have a copy beside it that was not.
fn open_slot(
    folder: &Folder,
    keys: &KeyFile,
    name: &str,
    credential: Credential<'_>,
) -> Result<Opened, OpenError> {
    let opened = keys.open(name, credential);
    let copy = match &opened {
        Err(OpenError::KeysForged) => keys.read_other_copy(folder),
        _ => None,
    };
    if copy.is_some_and(|copy| copy.open(name, credential).is_ok()) {
        return Err(OpenError::KeysCopy(KeysFault::Forged));
    }
    opened
}

/// Opens a store for an account by the secret that this computer's keychain keeps for it.
///
/// # Errors
/// As [`unlock`]; [`OpenError::WrongPassphrase`] when the secret is not, or no longer, a way in. Nobody guesses
/// such a secret, so there is nothing to wait for.
pub fn unlock_with_device(
    path: &Path,
    sign_in_name: &str,
    secret: &DeviceSecret,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let (folder, lock, keys) = take(path)?;
    scrubbed(|| {
        let opened = open_slot(&folder, &keys, sign_in_name, Credential::Device(secret))
            .map_err(|error| of_later_keys(&folder, &keys, error))?;
        let way = Way {
            by: By::Keychain,
            wrong_before: 0,
            older: Older::Refuse,
        };
        open_with(folder, keys, opened, lock, way, &Beside::default(), now)
    })
}

/// Opens a store for a timer, by the secret that a keychain or a file keeps for it.
///
/// # Errors
/// As [`unlock_with_device`].
pub fn unlock_for_timer(
    path: &Path,
    secret: &DeviceSecret,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let (folder, lock, keys) = take(path)?;
    scrubbed(|| {
        let mut opened = Err(OpenError::WrongPassphrase);
        for name in keys.timers() {
            opened = open_slot(&folder, &keys, &name, Credential::Device(secret));
            if !matches!(opened, Err(OpenError::WrongPassphrase)) {
                break;
            }
        }
        let opened = opened.map_err(|error| of_later_keys(&folder, &keys, error))?;
        let way = Way {
            by: By::Timer,
            wrong_before: 0,
            older: Older::Refuse,
        };
        open_with(folder, keys, opened, lock, way, &Beside::default(), now)
    })
}

/// What the recovery sheet is used for: a new passphrase for one account.
#[derive(Debug)]
pub struct Recover<'a> {
    /// The sheet's code.
    pub code: &'a RecoveryCode,
    /// The name the account signs in with.
    pub sign_in_name: &'a str,
    /// Its new passphrase.
    pub passphrase: &'a Passphrase,
    /// What one guess at it costs.
    pub cost: KdfCost,
}

/// Opens a store by the recovery sheet. The account gets fresh keys under its new passphrase, and that the sheet
/// was used is journalled.
///
/// # Errors
/// As [`unlock`]; [`OpenError::WrongPassphrase`] when the code is not the newest sheet's, or nobody has that name.
pub fn recover(
    path: &Path,
    request: &Recover<'_>,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let (folder, lock, mut keys) = take(path)?;
    let before = keys.clone();
    scrubbed(|| {
        let (opened, wrong_before) = throttled(&folder, now, || {
            keys.recover(
                request.code,
                request.sign_in_name,
                request.passphrase.text(),
                request.cost,
            )
        })
        .map_err(|error| of_later_keys(&folder, &before, error))?;
        let way = Way {
            by: By::RecoverySheet,
            wrong_before,
            older: Older::Refuse,
        };
        open_with(folder, keys, opened, lock, way, &Beside::default(), now)
    })
}

/// Counts an attempt before it is made, and forgets the count when it was right. One that failed for another reason
/// than being wrong does not count.
pub(crate) fn throttled(
    folder: &Folder,
    now: DateTime<Utc>,
    attempt: impl FnOnce() -> Result<Opened, OpenError>,
) -> Result<(Opened, u32), OpenError> {
    let wrong_before = attempts::begin(folder, now)?;
    match attempt() {
        Ok(opened) => {
            attempts::clear(folder)?;
            Ok((opened, wrong_before))
        }
        Err(OpenError::WrongPassphrase) => Err(OpenError::WrongPassphrase),
        Err(error) => {
            attempts::take_back(folder)?;
            Err(error)
        }
    }
}

/// Takes a store's lock and reads its keys.
fn take(path: &Path) -> Result<(Folder, StoreLock, KeyFile), OpenError> {
    let folder = Folder::new(path);
    match summary(path)? {
        Summary::Absent => return Err(OpenError::Absent),
        Summary::Present { .. } => {}
    }
    let lock = StoreLock::take(&folder)?;
    let keys = KeyFile::read(&folder)?;
    Ok((folder, lock, keys))
}
