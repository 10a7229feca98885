//! Making a store.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use domain::id::AccountId;
use domain::text::Line;

use super::opening::{Beside, By, Older, Way, open_with};
use super::{Unlocked, exists};
use crate::account::NewAccount;
use crate::connection::{self, Use};
use crate::error::OpenError;
use crate::files::{Folder, erase_file, sync_folder};
use crate::head;
use crate::journal::{self, About, Entry};
use crate::key_file::{KeyFile, Opened};
use crate::keys::StoreKey;
use crate::ledger;
use crate::lock::StoreLock;
use crate::migrate::{MIGRATIONS, migrate};
use crate::outside::OutsideKey;
use crate::scrub::scrubbed;
use crate::subjects::SubjectKeys;
use crate::write::Store;

/// What a new store begins with.
#[derive(Debug)]
pub struct NewStore {
    /// The organisation's name.
    pub organisation: Line,
    /// The first account.
    pub account: NewAccount,
}

/// Completes the last step of [`create`], if something ended the program right before it.
pub(super) fn complete_creation(folder: &Folder) -> Result<(), OpenError> {
    let made = folder.database_in_making();
    if exists(&folder.keys())? && exists(&made)? && !exists(&folder.database())? {
        // Whoever is making it right now will take that step themselves.
        let Ok(_lock) = StoreLock::take(folder) else {
            return Ok(());
        };
        fs::rename(&made, folder.database())?;
        sync_folder(folder.path())?;
    }
    Ok(())
}

/// Makes a store in a folder, and opens it. A folder with a store, or a part of one, is left as it is.
///
/// # Errors
/// [`OpenError::AlreadyThere`], or what the files say. Nothing of a store that could not be made is readable.
pub fn create(path: &Path, new: &NewStore, now: DateTime<Utc>) -> Result<Unlocked, OpenError> {
    scrubbed(|| make(path, new, now))
}

fn make(path: &Path, new: &NewStore, now: DateTime<Utc>) -> Result<Unlocked, OpenError> {
    let folder = Folder::new(path);
    folder.make()?;
    if exists(&folder.database())? || exists(&folder.keys())? || exists(&folder.keys_copy())? {
        return Err(OpenError::AlreadyThere);
    }
    let lock = StoreLock::take(&folder)?;
    let account = AccountId::new(now);
    let key = StoreKey::generate()?;
    let mut keys = KeyFile::generate()?;
    let identity = keys.add_account(
        &key,
        account,
        new.account.sign_in_name.as_str(),
        new.account.passphrase.text(),
        new.account.cost,
    )?;
    keys.make_compartments(account)?;
    // Left by a creation that never got to its keys: nothing can open it.
    let made = folder.database_in_making();
    for rest in ["", "-wal", "-shm"] {
        let mut name = made.clone().into_os_string();
        name.push(rest);
        erase_file(Path::new(&name))?;
    }
    let mut writer = connection::open(&made, &keys.database_key(&key), Use::Create)?;
    migrate(&mut writer, &folder, MIGRATIONS, now)?;
    erase_file(&folder.subjects())?;
    let outside = OutsideKey::generate()?;
    let mut store = Store {
        current: Arc::new(Mutex::new(keys.database_key(&key))),
        subjects: SubjectKeys::open(&folder, &keys.subjects_key(&key))?,
        writer,
        folder: folder.clone(),
        keys: keys.clone(),
        key: key.clone(),
        account,
        identity: identity.clone(),
        must_reopen: false,
        set_back_noted: false,
        elsewhere: Vec::new(),
        lock,
    };
    let mut as_written = keys.clone();
    as_written.revision = 1;
    store.transact(Some(account), now, |tx| {
        tx.put_outside_key(&outside)?;
        tx.insert_organisation(&new.organisation)?;
        tx.insert_first_policy()?;
        tx.insert_account(account, &new.account)?;
        tx.note_keys(&as_written)?;
        Ok::<_, OpenError>((
            (),
            Entry::new("create-store").about(About::Account(account)),
        ))
    })?;
    connection::checkpoint(&store.writer)?;
    let head = journal::head(&store.writer)?;
    let Store { writer, lock, .. } = store;
    writer
        .close()
        .map_err(|(_, error)| OpenError::from(error))?;
    // Before the keys make it a store: one without a head is one that somebody took it from.
    head::write(&folder, &keys, &key, head)?;
    ledger::write(&folder.ledger(), &keys, &key, &outside, &[])?;
    keys.write(&folder, &key)?;
    fs::rename(&made, folder.database())?;
    sync_folder(path)?;
    let opened = Opened {
        account,
        identity,
        key,
        outgoing: None,
    };
    let way = Way {
        by: By::Passphrase,
        wrong_before: 0,
        older: Older::Refuse,
    };
    open_with(folder, keys, opened, lock, way, &Beside::default(), now)
}
