//! Making a store, seeing whether there is one, and opening it.

mod check;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use domain::id::AccountId;
use domain::text::{Line, fold};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use self::check::{check_file, check_length, heed, missing_keys, of_later_keys, subjects_of};
use crate::account::{NewAccount, Passphrase};
use crate::attempts;
use crate::column::Id;
use crate::connection::{self, Use};
use crate::erase::ErasureReport;
use crate::error::{KeysFault, OpenError, StoreError};
use crate::files::{Folder, erase_file, sync_folder};
use crate::head::{self, HeadCheck};
use crate::journal::{self, About, Detail, Entry};
use crate::kdf::KdfCost;
use crate::key_change::{rekey, revision_seen};
use crate::key_file::{Credential, DeviceSecret, KeyFile, Opened, RecoveryCode};
use crate::keys::{DatabaseKey, StoreKey};
use crate::ledger::{self, LedgerCheck};
use crate::lock::StoreLock;
use crate::migrate::{MIGRATIONS, known_format, migrate};
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

/// Whether a database that is not as it was left is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Older {
    Refuse,
    /// A person said so; it is journalled.
    Open,
}

/// What is looked at beside a store's own files while it is opened: where it was just put back from a backup.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// Copies of the erasure ledger that somebody named: each must be whole.
    pub(crate) ledgers: Vec<PathBuf>,
    /// Copies that may be of use.
    pub(crate) nearby_ledgers: Vec<PathBuf>,
    /// Copies of the subject keys that may be of use.
    pub(crate) subjects: Vec<PathBuf>,
    /// Whether sealed records whose key is in none of them are given up.
    pub(crate) give_up_sealed: bool,
}

/// How somebody comes in.
#[derive(Clone, Copy, Debug)]
struct Way {
    by: By,
    wrong_before: u32,
    older: Older,
}

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Passphrase,
    Keychain,
    RecoverySheet,
    Timer,
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Keychain => "keychain",
            Self::RecoverySheet => "recovery-sheet",
            Self::Timer => "timer",
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

fn open_with(
    folder: Folder,
    keys: KeyFile,
    opened: Opened,
    lock: StoreLock,
    way: Way,
    beside: &Beside,
    now: DateTime<Utc>,
) -> Result<Unlocked, OpenError> {
    let account = opened.account;
    let mut writer = open_database(&folder, &keys, &opened)
        .map_err(|error| of_later_keys(&folder, &keys, error))?;
    // Whoever is refused leaves a log that a crash left where it is.
    let log = fs::metadata(folder.log()).map_or(0, |log| log.len());
    writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, log > 0)?;
    let seen = revision_seen(&writer)?;
    if keys.revision < seen {
        return Err(OpenError::KeysOlder);
    }
    known_format(&writer, MIGRATIONS)?;
    check_length(&folder, &writer)?;
    let head = head::check(
        &folder,
        &keys,
        &opened.key,
        opened.outgoing.as_ref(),
        &writer,
    )?;
    if way.older == Older::Refuse {
        heed(head)?;
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
    let ledger = ledger::gather(
        &folder,
        &keys,
        &opened,
        &writer,
        &beside.ledgers,
        &beside.nearby_ledgers,
    )?
    .map_err(OpenError::Ledger)?;
    let (subjects, lost) = subjects_of(&folder, &keys, &opened, &writer, &ledger, beside)?;
    writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
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
        set_back_noted: false,
        elsewhere: Vec::new(),
        lock,
    };
    // First of all: what follows may write the ledger outside from what the database knows.
    let erased_again = store.settle_ledger(&ledger, now).map_err(unfinished)?;
    store.settle_keys(seen, way.by == By::RecoverySheet, now)?;
    store.mend_key_copy(now)?;
    store.renew_dates(now)?;
    store.give_up_sealed(&lost, now)?;
    let finished = store.finish_erasures(now).map_err(unfinished)?;
    store.note(
        Some(account),
        now,
        Entry::new("sign-in")
            .about(About::Account(account))
            .with("by", Detail::Word(way.by.word()))
            .with("wrong-before", Detail::Number(u64::from(way.wrong_before)))
            .with("head", Detail::Word(head.word()))
            .with("ledger", Detail::Word(ledger.check.word())),
    )?;
    store.sign_journal()?;
    Ok(Unlocked {
        store,
        account,
        wrong_before: way.wrong_before,
        head,
        finished,
        erased_again,
        ledger: ledger.check,
        sealed_given_up: u64::try_from(lost.len()).unwrap_or(u64::MAX),
    })
}

/// An erasure that could not be finished; damage is said as damage.
fn unfinished(because: StoreError) -> OpenError {
    if matches!(because, StoreError::Damaged) {
        because.into()
    } else {
        OpenError::Unfinished(because)
    }
}

/// Whether two sign-in names are one.
pub fn same_name(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}
