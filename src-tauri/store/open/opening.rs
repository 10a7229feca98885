//! Opening the database for whoever has the key: whatever was interrupted is finished first.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};

use super::Unlocked;
use super::check::{check_file, check_length, heed, of_later_keys, subjects_of};
use crate::column::Id;
use crate::connection::{self, Use};
use crate::error::{OpenError, StoreError};
use crate::files::Folder;
use crate::head;
use crate::journal::{About, Detail, Entry};
use crate::key_change::{rekey, revision_seen};
use crate::key_file::{KeyFile, Opened};
use crate::keys::DatabaseKey;
use crate::ledger;
use crate::lock::StoreLock;
use crate::migrate::{MIGRATIONS, known_format, migrate};
use crate::write::Store;

/// Whether a database that is not as it was left is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Older {
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
pub(super) struct Way {
    pub(super) by: By,
    pub(super) wrong_before: u32,
    pub(super) older: Older,
}

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
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

pub(super) fn open_with(
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
