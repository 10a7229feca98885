//! Making a store, seeing whether there is one, and opening it.

mod check;
mod entering;
mod making;
mod opening;

use std::path::Path;

use domain::id::AccountId;
use domain::text::fold;
use uuid::Uuid;

use crate::erase::ErasureReport;
use crate::error::OpenError;
use crate::files::Folder;
use crate::head::HeadCheck;
use crate::key_file::KeyFile;
use crate::ledger::LedgerCheck;
use crate::write::Store;

use check::missing_keys;
pub use entering::{
    Recover, recover, unlock, unlock_as_it_is, unlock_for_timer, unlock_with_device,
};
pub(crate) use entering::{throttled, unlock_put_back};
use making::complete_creation;
pub use making::{NewStore, create};
pub(crate) use opening::Beside;

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// No store.
    Absent,
    /// A store, and who may sign in to it.
    Present {
        /// The store's own number, by which a keychain tells it from others.
        store: Uuid,
        /// In the order they were added.
        doors: Vec<Door>,
    },
}

/// An account as somebody sees it who is not signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Whose.
    pub account: AccountId,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// Whether some computer's keychain is a way in.
    pub keychain: bool,
}

/// A store that was opened.
#[derive(Debug)]
pub struct Unlocked {
    /// The store.
    pub store: Store,
    /// Who opened it.
    pub account: AccountId,
    /// Wrong passphrases since it was last opened.
    pub wrong_before: u32,
    /// How the journal compares with the head kept outside.
    pub head: HeadCheck,
    /// Erasures that something had interrupted, or that were done again, and that are finished now.
    pub finished: Vec<ErasureReport>,
    /// How many people were erased again: they had been erased after this database was copied (ERA-07).
    pub erased_again: u64,
    /// How the list of erasures outside the database stood.
    pub ledger: LedgerCheck,
    /// Of how many people sealed records were given up, since their keys are nowhere; in a restore alone.
    pub sealed_given_up: u64,
}

fn exists(path: &Path) -> Result<bool, OpenError> {
    Ok(path.try_exists()?)
}

/// Says whether a folder holds a store, without opening it.
///
/// # Errors
/// [`OpenError`] when there is something like a store that cannot be one: keys or database missing, both copies
/// of the keys damaged, a newer format, a database without encryption.
pub fn summary(path: &Path) -> Result<Summary, OpenError> {
    let folder = Folder::new(path);
    if !exists(path)? {
        return Ok(Summary::Absent);
    }
    complete_creation(&folder)?;
    let keys = exists(&folder.keys())? || exists(&folder.keys_copy())?;
    match (keys, exists(&folder.database())?) {
        (false, false) => Ok(Summary::Absent),
        (true, false) => Err(OpenError::DatabaseMissing),
        (false, true) => Err(missing_keys(&folder)),
        (true, true) => {
            let keys = KeyFile::read(&folder)?;
            Ok(Summary::Present {
                store: keys.store,
                doors: keys.doors().collect(),
            })
        }
    }
}

/// Whether two sign-in names are one.
pub fn same_name(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}
