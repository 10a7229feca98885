//! Making a store, seeing whether there is one, and opening it.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::id::AccountId;
use domain::text::{Line, fold};
use rusqlite::OptionalExtension;

use crate::account::{NewAccount, Passphrase};
use crate::attempts;
use crate::column::Id;
use crate::connection::{self, Use};
use crate::erase::ErasureReport;
use crate::error::{DatabaseFault, OpenError};
use crate::files::{Folder, erase_file, sync_folder};
use crate::forensic::first_page_verifies;
use crate::head::{self, HeadCheck};
use crate::journal::{About, Detail, Entry};
use crate::keys::{DatabaseKey, StoreKey};
use crate::lock::StoreLock;
use crate::migrate::{MIGRATIONS, migrate};
use crate::slots::KeyFile;
use crate::write::Store;

/// How an unsealed SQLite database begins.
const UNSEALED: &[u8; 16] = b"SQLite format 3\0";

/// What a new store begins with.
#[derive(Debug)]
pub struct NewStore {
    /// The organisation's name.
    pub organisation: Line,
    /// The first account.
    pub account: NewAccount,
}

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// No store.
    Absent,
    /// A store, and the names its accounts sign in with.
    Present {
        /// In the order they were added.
        sign_in_names: Vec<String>,
    },
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
    /// Erasures that something had interrupted and that are finished now.
    pub finished: Vec<ErasureReport>,
}

fn exists(path: &Path) -> Result<bool, OpenError> {
    Ok(path.try_exists()?)
}

/// Completes the last step of [`create`], if something ended the program right before it.
fn complete_creation(folder: &Folder) -> Result<(), OpenError> {
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
                sign_in_names: keys
                    .slots
                    .into_iter()
                    .map(|slot| slot.sign_in_name)
                    .collect(),
            })
        }
    }
}

/// A database without keys: a plain one is somebody else's.
fn missing_keys(folder: &Folder) -> OpenError {
    let mut start = [0_u8; 16];
    let read = fs::File::open(folder.database()).and_then(|mut file| file.read_exact(&mut start));
    if read.is_ok() && start == *UNSEALED {
        OpenError::Database(DatabaseFault::Unsealed)
    } else {
        OpenError::KeysMissing
    }
}

/// Makes a store in a folder, and opens it. A folder with a store, or a part of one, is left as it is.
///
/// # Errors
/// [`OpenError::AlreadyThere`], or what the files say. Nothing of a store that could not be made is readable.
pub fn create(path: &Path, new: &NewStore, now: DateTime<Utc>) -> Result<Unlocked, OpenError> {
    let folder = Folder::new(path);
    folder.make()?;
    if exists(&folder.database())? || exists(&folder.keys())? || exists(&folder.keys_copy())? {
        return Err(OpenError::AlreadyThere);
    }
    let lock = StoreLock::take(&folder)?;
    let account = AccountId::new(now);
    let key = StoreKey::generate()?;
    let mut keys = KeyFile::generate()?;
    keys.add_slot(
        &key,
        account,
        new.account.sign_in_name.as_str(),
        new.account.passphrase.text(),
        new.account.cost,
    )?;
    // Left by a creation that never got to its keys: nothing can open it.
    let made = folder.database_in_making();
    for rest in ["", "-wal", "-shm"] {
        let mut name = made.clone().into_os_string();
        name.push(rest);
        erase_file(Path::new(&name))?;
    }
    let mut writer = connection::open(&made, &keys.database_key(&key), Use::Create)?;
    migrate(&mut writer, &folder, MIGRATIONS, now)?;
    let mut store = Store {
        writer,
        folder: folder.clone(),
        keys,
        key,
        must_reopen: false,
        lock,
    };
    store.transact(Some(account), now, |tx| {
        tx.insert_organisation(&new.organisation)?;
        tx.insert_account(account, &new.account)?;
        Ok::<_, OpenError>((
            (),
            Entry::new("create-store").about(About::Account(account)),
        ))
    })?;
    connection::checkpoint(&store.writer)?;
    let Store {
        writer,
        mut keys,
        key,
        lock,
        ..
    } = store;
    writer
        .close()
        .map_err(|(_, error)| OpenError::from(error))?;
    keys.write(&folder, &key)?;
    fs::rename(&made, folder.database())?;
    sync_folder(path)?;
    open_with(folder, keys, key, account, lock, 0, now)
}

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
    let folder = Folder::new(path);
    match summary(path)? {
        Summary::Absent => return Err(OpenError::Absent),
        Summary::Present { .. } => {}
    }
    let lock = StoreLock::take(&folder)?;
    let keys = KeyFile::read(&folder)?;
    let wrong_before = attempts::begin(&folder, now)?;
    let (account, key) = match keys.open_slot(sign_in_name, passphrase.text()) {
        Ok(opened) => opened,
        Err(OpenError::WrongPassphrase) => return Err(OpenError::WrongPassphrase),
        Err(error) => {
            attempts::take_back(&folder)?;
            return Err(error);
        }
    };
    attempts::clear(&folder)?;
    check_file(&folder, &keys.database_key(&key))?;
    open_with(folder, keys, key, account, lock, wrong_before, now)
}

/// Looks at a database file before SQLite does, for a clear word on what is wrong with it.
fn check_file(folder: &Folder, key: &DatabaseKey) -> Result<(), OpenError> {
    let fault = |fault| Err(OpenError::Database(fault));
    let path = folder.database();
    let mut file = fs::File::open(&path)?;
    let length = file.metadata()?.len();
    let mut start = [0_u8; 16];
    match file.read_exact(&mut start) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            return fault(DatabaseFault::Truncated);
        }
        Err(error) => return Err(error.into()),
    }
    if start == *UNSEALED {
        return fault(DatabaseFault::Unsealed);
    }
    // A page that a crash tore while the log was being moved is whole in the log: SQLite decides then.
    let log = fs::metadata(folder.log()).map_or(0, |log| log.len());
    if log > 0 {
        return Ok(());
    }
    if start != *key.salt() {
        return fault(DatabaseFault::Foreign);
    }
    let page = u64::try_from(connection::PAGE_SIZE).unwrap_or(u64::MAX);
    if length < page || length % page != 0 {
        return fault(DatabaseFault::Truncated);
    }
    if first_page_verifies(&path, key)? {
        Ok(())
    } else {
        fault(DatabaseFault::Damaged)
    }
}

fn open_with(
    folder: Folder,
    keys: KeyFile,
    key: StoreKey,
    account: AccountId,
    lock: StoreLock,
    wrong_before: u32,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let mut writer = connection::open(&folder.database(), &keys.database_key(&key), Use::Write)?;
    migrate(&mut writer, &folder, MIGRATIONS, now)?;
    let known: Option<i64> = writer
        .query_row(
            "SELECT row FROM account WHERE id = ?1 AND removed_at IS NULL",
            [Id(account.uuid())],
            |row| row.get(0),
        )
        .optional()?;
    if known.is_none() {
        return Err(OpenError::WrongPassphrase);
    }
    check_length(&folder, &writer)?;
    let head = head::check(&folder, &keys, &key, &writer)?;
    let mut store = Store {
        writer,
        folder,
        keys,
        key,
        must_reopen: false,
        lock,
    };
    let finished = store.finish_erasures(now).map_err(OpenError::Unfinished)?;
    store.note(
        Some(account),
        now,
        Entry::new("sign-in")
            .about(About::Account(account))
            .with("wrong-before", Detail::Number(u64::from(wrong_before)))
            .with("head", Detail::Word(head.word())),
    )?;
    Ok(Unlocked {
        store,
        account,
        wrong_before,
        head,
        finished,
    })
}

/// A database that lacks pages at its end opens as if nothing were wrong, until one of them is read.
fn check_length(folder: &Folder, writer: &rusqlite::Connection) -> Result<(), OpenError> {
    let pages: u64 = writer
        .query_row("PRAGMA page_count", [], |row| row.get::<_, i64>(0))
        .map(crate::column::count)?;
    let log = fs::metadata(folder.log()).map_or(0, |log| log.len());
    let length = fs::metadata(folder.database())?.len();
    let page = u64::try_from(connection::PAGE_SIZE).unwrap_or(u64::MAX);
    if log == 0 && length < pages.saturating_mul(page) {
        return Err(OpenError::Database(DatabaseFault::Truncated));
    }
    Ok(())
}

/// Whether two sign-in names are one.
pub fn same_name(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}
