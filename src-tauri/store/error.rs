//! What can go wrong, in two families: opening a store, and reading or writing in an open one.
//!
//! No error carries a person's data, a key or a passphrase: errors end up in logs and on screens.

use std::io;
use std::time::Duration;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why a read or a write in an open store failed. The transaction was rolled back.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The record is not there, or is outside the permit's scope: the two are not told apart.
    #[error("no such record")]
    NotFound,
    /// The record was changed by someone else since it was read.
    #[error("the record was changed meanwhile: it is at revision {revision}")]
    Stale {
        /// The revision the store holds.
        revision: u32,
    },
    /// The permit is for another kind of subject than the operation needs.
    #[error("the permit names no such subject")]
    WrongSubject,
    /// Something refers to the record, so that it cannot go or change in this way.
    #[error("the record is in use")]
    InUse,
    /// A legal hold stands on the record, so that nothing of it can go.
    #[error("a legal hold stands")]
    OnHold,
    /// A record with this name or id is there already.
    #[error("already there")]
    Duplicate,
    /// The disk is full; nothing was written.
    #[error("the disk is full")]
    Full,
    /// The folder or the file system may not be written.
    #[error("the store may not be written")]
    ReadOnly,
    /// Another connection holds the database.
    #[error("the store is busy")]
    Busy,
    /// The read was interrupted, because a newer one took its place.
    #[error("interrupted")]
    Interrupted,
    /// A write could not be proved to be on the disk: the store must be closed and opened again before it writes.
    #[error("a write failed: close the store and open it again")]
    ReopenNeeded,
    /// A page of the database is damaged or was tampered with.
    #[error("the database is damaged")]
    Damaged,
    /// A stored value does not mean anything.
    #[error("the column {column} holds a value this version does not know")]
    Unreadable {
        /// The column.
        column: &'static str,
    },
    /// The journal's chain is broken.
    #[error("the journal does not verify at entry {seq}")]
    Journal {
        /// The first entry that does not verify.
        seq: i64,
    },
    /// Reading or writing a file beside the database failed.
    #[error("file access failed: {0}")]
    Io(io::ErrorKind),
    /// The operating system gave no random bytes.
    #[error("no random bytes")]
    Random,
    /// A key in the key file or the database is none.
    #[error("a key cannot be used")]
    Keys,
    /// The account does not hold the compartment, and nobody can give what they do not hold.
    #[error("the account does not hold the compartment")]
    NotHeld,
    /// Nobody else holds the compartment, the recovery sheet included: what is sealed in it would be lost.
    #[error("nobody else holds the compartment")]
    LastHolder,
    /// A statement failed in a way only a bug explains.
    #[error("statement failed with code {code}: {said}")]
    Sql {
        /// SQLite's extended result code.
        code: i32,
        /// What SQLite said of the statement; never of a value in it.
        said: String,
    },
}

impl StoreError {
    /// Whether the connection may no longer be trusted with writes: after a failed sync the pages may be gone.
    pub(crate) const fn ends_writing(&self) -> bool {
        matches!(self, Self::Damaged | Self::Io(_) | Self::ReopenNeeded)
    }
}

impl From<rusqlite::Error> for StoreError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's own list, which grows"
    )]
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::SqliteFailure(failure, said) => from_failure(failure, said.as_deref()),
            rusqlite::Error::SqlInputError { error, msg, .. } => Self::Sql {
                code: error.extended_code,
                said: msg,
            },
            // Every other variant is a misuse of the library; its text may quote a value, its name does not.
            other => Self::Sql {
                code: 0,
                said: variant_name(&other),
            },
        }
    }
}

/// What the triggers of `schema.sql` say that keep what a legal hold stands on.
const ON_HOLD: &str = "a legal hold stands";

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's own list, which grows"
)]
fn from_failure(failure: rusqlite::ffi::Error, said: Option<&str>) -> StoreError {
    match failure.code {
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::OperationInterrupted => StoreError::Interrupted,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged,
        ErrorCode::SystemIoFailure => StoreError::Io(io::ErrorKind::Other),
        ErrorCode::ConstraintViolation => match failure.extended_code {
            rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
            | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => StoreError::Duplicate,
            rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::InUse,
            rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER if said == Some(ON_HOLD) => StoreError::OnHold,
            // SQLite names the constraint and its columns here, never the value that broke it.
            code => StoreError::Sql {
                code,
                said: said.unwrap_or_default().to_owned(),
            },
        },
        _ => StoreError::Sql {
            code: failure.extended_code,
            said: rusqlite::ffi::code_to_str(failure.extended_code).to_owned(),
        },
    }
}

/// The name of an error's variant, without the values it carries.
fn variant_name(error: &rusqlite::Error) -> String {
    let shown = format!("{error:?}");
    shown
        .chars()
        .take_while(|letter| letter.is_alphanumeric())
        .collect()
}

impl From<io::Error> for StoreError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's own list, which grows"
    )]
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::Io(kind),
        }
    }
}

/// Why a database file could not be read as this store's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseFault {
    /// It is a database without encryption.
    Unsealed,
    /// It is shorter than it says, or no whole number of pages.
    Truncated,
    /// It belongs to another store.
    Foreign,
    /// Its pages do not verify: damaged, or not a database at all.
    Damaged,
}

/// Why the key file itself is of no use, where a whole copy of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysFault {
    /// It is not there.
    Missing,
    /// It cannot be read.
    Damaged,
    /// Something other than this program changed it.
    Forged,
    /// It is another store's.
    Foreign,
    /// The copy is newer: an earlier one was put in its place.
    Older,
}

/// Why a store could not be made or opened. Nothing was deleted or replaced.
#[derive(Debug, Error)]
pub enum OpenError {
    /// There is a store in the folder already.
    #[error("there is a store in this folder already")]
    AlreadyThere,
    /// There is no store in the folder.
    #[error("there is no store in this folder")]
    Absent,
    /// The database is there, its key file is not.
    #[error("the store's key file is missing")]
    KeysMissing,
    /// The key file is there, its database is not.
    #[error("the store's database is missing")]
    DatabaseMissing,
    /// Neither copy of the key file can be read.
    #[error("both copies of the store's key file are damaged")]
    KeysDamaged,
    /// The key file is of no use, and a copy that is can be put in its place ([`crate::use_key_copy`]).
    #[error("the store's key file is of no use and the copy beside it is")]
    KeysCopy(KeysFault),
    /// The file with the key of each candidate who has something sealed is missing or damaged.
    #[error("the keys of sealed records are missing or damaged")]
    SubjectsDamaged,
    /// A file given as the list of erasures is of no use.
    #[error("the list of erasures that was given is of no use")]
    Ledger(crate::ledger::LedgerFault),
    /// The journal lacks entries that it had: the database is an earlier one
    /// ([`crate::unlock_as_it_is`] opens it all the same).
    #[error("the journal has {found} entries and had {expected}")]
    RolledBack {
        /// How many entries the journal had.
        expected: i64,
        /// How many it has.
        found: i64,
    },
    /// The journal's head outside is missing or damaged, so that an earlier database would not be noticed
    /// ([`crate::unlock_as_it_is`] opens it all the same).
    #[error("the journal's head outside the database is missing or damaged")]
    HeadDamaged,
    /// The key file was changed by something other than this program.
    #[error("the store's key file was tampered with")]
    KeysForged,
    /// The database is not this store's, or is damaged.
    #[error("the database cannot be read as this store's")]
    Database(DatabaseFault),
    /// An earlier key file was put in the place of the newest one.
    #[error("the store's key file is older than its database")]
    KeysOlder,
    /// A trial version made the store, before there was a release.
    #[error("a trial version made this store")]
    Trial,
    /// The database was made by a newer version of the program.
    #[error("the store has format {found}; this version knows up to {known}")]
    Newer {
        /// The format found.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// The folder may not be written.
    #[error("the folder may not be written")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Another program has the store open.
    #[error("the store is open in another program")]
    InUse,
    /// No account of that name, or not its passphrase: the two are not told apart.
    #[error("the name or the passphrase is wrong")]
    WrongPassphrase,
    /// Too many wrong passphrases: wait.
    #[error("too many wrong passphrases: wait {} seconds", retry_after.as_secs_f32().ceil())]
    Throttled {
        /// How long until the next attempt is heard.
        retry_after: Duration,
    },
    /// The SQLite in this program was built without a safeguard the store relies on.
    #[error("this program was built without a safeguard of the store: {missing}")]
    Build {
        /// What is missing.
        missing: &'static str,
    },
    /// Bringing the store to this version's format failed; it is unchanged at its old one.
    #[error("bringing the store to format {version} failed: {because}")]
    Migration {
        /// The format the step leads to.
        version: u32,
        /// Why it failed.
        because: StoreError,
    },
    /// Finishing an erasure that was interrupted failed.
    #[error("an interrupted erasure could not be finished: {0}")]
    Unfinished(StoreError),
    /// Reading or writing failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::Busy => Self::InUse,
            StoreError::Damaged => Self::Database(DatabaseFault::Damaged),
            StoreError::NotFound
            | StoreError::Stale { .. }
            | StoreError::WrongSubject
            | StoreError::InUse
            | StoreError::Duplicate
            | StoreError::Interrupted
            | StoreError::ReopenNeeded
            | StoreError::Unreadable { .. }
            | StoreError::Journal { .. }
            | StoreError::Io(_)
            | StoreError::Random
            | StoreError::Keys
            | StoreError::OnHold
            | StoreError::NotHeld
            | StoreError::LastHolder
            | StoreError::Sql { .. } => Self::Store(error),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        StoreError::from(error).into()
    }
}
