//! Making a store, seeing whether there is one, and opening it.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use domain::id::AccountId;
use domain::text::{Line, fold};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

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
use crate::kdf::KdfCost;
use crate::key_change::{open_subjects, rekey, revision_seen};
use crate::key_file::{Credential, DeviceSecret, KeyFile, Opened, RecoveryCode};
use crate::keys::{DatabaseKey, StoreKey};
use crate::lock::StoreLock;
use crate::migrate::{MIGRATIONS, migrate};
use crate::scrub::scrubbed;
use crate::subjects::SubjectKeys;
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
                store: keys.store,
                doors: keys.doors().collect(),
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
        lock,
    };
    let mut as_written = keys.clone();
    as_written.revision = 1;
    store.transact(Some(account), now, |tx| {
        tx.insert_organisation(&new.organisation)?;
        tx.insert_account(account, &new.account)?;
        tx.note_keys(&as_written)?;
        Ok::<_, OpenError>((
            (),
            Entry::new("create-store").about(About::Account(account)),
        ))
    })?;
    connection::checkpoint(&store.writer)?;
    let Store { writer, lock, .. } = store;
    writer
        .close()
        .map_err(|(_, error)| OpenError::from(error))?;
    keys.write(&folder, &key)?;
    fs::rename(&made, folder.database())?;
    sync_folder(path)?;
    let opened = Opened {
        account,
        identity,
        key,
        outgoing: None,
    };
    open_with(folder, keys, opened, lock, By::Passphrase, 0, now)
}

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Passphrase,
    Keychain,
    RecoverySheet,
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Keychain => "keychain",
            Self::RecoverySheet => "recovery-sheet",
        }
    }
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
    let (folder, lock, keys) = take(path)?;
    scrubbed(|| {
        let (opened, wrong_before) = throttled(&folder, now, || {
            keys.open(sign_in_name, Credential::Passphrase(passphrase.text()))
        })?;
        open_with(
            folder,
            keys,
            opened,
            lock,
            By::Passphrase,
            wrong_before,
            now,
        )
    })
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
        let opened = keys.open(sign_in_name, Credential::Device(secret))?;
        open_with(folder, keys, opened, lock, By::Keychain, 0, now)
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
    scrubbed(|| {
        let (opened, wrong_before) = throttled(&folder, now, || {
            keys.recover(
                request.code,
                request.sign_in_name,
                request.passphrase.text(),
                request.cost,
            )
        })?;
        open_with(
            folder,
            keys,
            opened,
            lock,
            By::RecoverySheet,
            wrong_before,
            now,
        )
    })
}

/// Counts an attempt before it is made, and forgets the count when it was right. One that failed for another reason
/// than being wrong does not count.
fn throttled(
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
    // A database under a later store key cannot be opened with these keys, whoever they let in.
    if head::epoch(&folder).is_some_and(|epoch| epoch > keys.epoch()) {
        return Err(OpenError::KeysOlder);
    }
    Ok((folder, lock, keys))
}

/// Opens the database under the store key, or under the one before where a change of it was interrupted.
fn open_database(
    folder: &Folder,
    keys: &KeyFile,
    opened: &Opened,
) -> Result<Connection, OpenError> {
    let with = |key: &DatabaseKey| {
        check_file(folder, key)?;
        connection::open(&folder.database(), key, Use::Write)
    };
    let key = keys.database_key(&opened.key);
    let before = opened
        .outgoing
        .as_ref()
        .and_then(|outgoing| keys.outgoing_database_key(outgoing));
    match (with(&key), before) {
        (Err(error), Some(before)) => {
            let writer = with(&before).map_err(|_also_under_the_other| error)?;
            rekey(&writer, &key)?;
            Ok(writer)
        }
        (opened, _) => opened,
    }
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
    opened: Opened,
    lock: StoreLock,
    by: By,
    wrong_before: u32,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let account = opened.account;
    let mut writer = open_database(&folder, &keys, &opened)?;
    let seen = revision_seen(&writer)?;
    if keys.revision < seen {
        return Err(OpenError::KeysOlder);
    }
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
    let head = head::check(&folder, &keys, &opened.key, &writer)?;
    let subjects = open_subjects(&folder, &keys, &opened.key, opened.outgoing.as_ref())?;
    let mut store = Store {
        current: Arc::new(Mutex::new(keys.database_key(&opened.key))),
        subjects,
        writer,
        folder,
        keys,
        key: opened.key,
        account,
        identity: opened.identity,
        must_reopen: false,
        lock,
    };
    store.settle_keys(seen, by == By::RecoverySheet, now)?;
    let finished = store.finish_erasures(now).map_err(OpenError::Unfinished)?;
    store.note(
        Some(account),
        now,
        Entry::new("sign-in")
            .about(About::Account(account))
            .with("by", Detail::Word(by.word()))
            .with("wrong-before", Detail::Number(u64::from(wrong_before)))
            .with("head", Detail::Word(head.word())),
    )?;
    store.sign_journal()?;
    Ok(Unlocked {
        store,
        account,
        wrong_before,
        head,
        finished,
    })
}

/// A database that lacks pages at its end opens as if nothing were wrong, until one of them is read.
fn check_length(folder: &Folder, writer: &Connection) -> Result<(), OpenError> {
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
