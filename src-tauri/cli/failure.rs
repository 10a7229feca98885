//! Why nothing was done, in a sentence and an exit code.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use records::backup::BackupError;
use records::{DatabaseFault, Error, KeysFault, LedgerFault, OpenError, StoreError};

/// Why nothing was done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line lacks something.
    Usage(String),
    /// A file named on the command line, or standard input, can't be read.
    File {
        /// Its name.
        name: String,
        /// What the system says.
        error: io::Error,
    },
    /// A file of vectors is not one.
    Vectors(String),
    /// A timer's secret is not where it should be, or not as it should be.
    Credential(String),
    /// A use case said no.
    Records(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Records(error)
    }
}

impl Failure {
    /// A file named on the command line can't be read.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let name = path.display().to_string();
        move |error| Self::File { name, error }
    }

    /// A file named on the command line can't be written.
    pub(crate) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let name = path.display().to_string();
        move |error| {
            Self::Credential(if error.kind() == io::ErrorKind::AlreadyExists {
                format!("{name} is there already and was left as it is. Nothing was changed.")
            } else {
                format!(
                    "{name} can't be written ({}). Nothing was changed.",
                    error.kind()
                )
            })
        }
    }

    /// The exit code.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::File { .. }
            | Self::Vectors(_)
            | Self::Records(
                Error::Import(_)
                | Error::Backup(BackupError::Fault(_))
                | Error::Open(OpenError::Ledger(_)),
            ) => 4,
            Self::Credential(_)
            | Self::Records(Error::Open(_) | Error::Store(StoreError::Damaged)) => 3,
            Self::Records(
                Error::Refused(_)
                | Error::Rule { .. }
                | Error::NotFound
                | Error::Stale
                | Error::Invalid(_)
                | Error::Page(_)
                | Error::Cancelled
                | Error::Backup(_)
                | Error::Store(_),
            ) => 1,
        })
    }

    /// What happened, what is safe and what to do, in a sentence or two.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Usage(text) | Self::Vectors(text) | Self::Credential(text) => text.clone(),
            Self::File { name, error } => {
                format!("{name} {} Nothing was changed.", of_reading(error))
            }
            Self::Records(error) => of_records(error),
        }
    }
}

fn of_reading(error: &io::Error) -> String {
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        "is not there.".to_owned()
    } else if kind == io::ErrorKind::IsADirectory {
        "is a folder, not a file.".to_owned()
    } else if kind == io::ErrorKind::PermissionDenied {
        "may not be read.".to_owned()
    } else if kind == io::ErrorKind::InvalidData {
        "is not text in UTF-8.".to_owned()
    } else {
        format!("can't be read ({kind}).")
    }
}

fn of_records(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => refusal.sentence().to_owned(),
        Error::Rule { sentence, .. } => sentence.clone(),
        Error::NotFound => "There is no such record.".to_owned(),
        Error::Stale => {
            "The record was changed meanwhile. Nothing was changed by this command.".to_owned()
        }
        Error::Invalid(problems) => problems
            .iter()
            .map(|problem| format!("{}: {}", problem.field, problem.sentence))
            .collect::<Vec<_>>()
            .join(" "),
        Error::Import(error) => {
            let sentence = records::import::sentence(*error);
            match error.code() {
                "intake-date-needs-choice" => {
                    format!("{sentence} Use --dates day-first or --dates month-first.")
                }
                "intake-no-heading" | "intake-no-name-column" => {
                    format!("{sentence} The window asks; the command line can't.")
                }
                _ => sentence,
            }
        }
        Error::Page(error) => {
            format!("Something that should not happen did: {error}. Nothing was changed.")
        }
        Error::Cancelled => "Stopped as asked.".to_owned(),
        Error::Backup(error) => of_backup(error),
        Error::Open(error) => of_opening(error),
        Error::Store(error) => of_storing(error),
    }
}

fn of_backup(error: &BackupError) -> String {
    let sentence = records::backup::sentence(error)
        .unwrap_or_else(|| format!("The backup could not be made or put back: {error}."));
    match error {
        BackupError::SealedKeysMissing => format!("{sentence} The second is --without-sealed."),
        BackupError::TooOld { .. } => {
            format!("{sentence} If there is no newer one, put it back with --although-old.")
        }
        BackupError::AlreadyThere
        | BackupError::Inside
        | BackupError::Name
        | BackupError::Fault(_)
        | BackupError::Place(_)
        | BackupError::Open(_)
        | BackupError::Store(_) => sentence,
    }
}

const fn of_ledger(fault: LedgerFault) -> &'static str {
    match fault {
        LedgerFault::Missing => "The file given with --ledger is not there. Nothing was put back.",
        LedgerFault::Foreign => {
            "The file given with --ledger is no list of erasures of this store. Nothing was put back."
        }
        LedgerFault::Damaged => {
            "The file given with --ledger is cut short, damaged or was changed. Nothing was put back: use another copy."
        }
        LedgerFault::Newer => {
            "A newer Fairhold wrote the file given with --ledger. Nothing was put back: use the newer program."
        }
    }
}

fn of_storing(error: &StoreError) -> String {
    match error {
        StoreError::Full => {
            "The disk is full. Nothing was changed: free some space and try again.".to_owned()
        }
        StoreError::ReadOnly => {
            "The store's folder may not be written to. Nothing was changed.".to_owned()
        }
        StoreError::Busy => {
            "Something else is reading the store just now. Nothing was changed: try again.".to_owned()
        }
        StoreError::Damaged => {
            "A page of the database is damaged. Nothing was written: stop using this store and bring back a backup."
                .to_owned()
        }
        StoreError::Io(kind) => format!(
            "The disk or the system refused to read or write the store's files ({kind}). Nothing was changed."
        ),
        StoreError::NotFound
        | StoreError::Stale { .. }
        | StoreError::WrongSubject
        | StoreError::InUse
        | StoreError::Duplicate
        | StoreError::Interrupted
        | StoreError::ReopenNeeded
        | StoreError::Unreadable { .. }
        | StoreError::Journal { .. }
        | StoreError::Random
        | StoreError::Keys
        | StoreError::OnHold
        | StoreError::NotHeld
        | StoreError::LastHolder
        | StoreError::Sql { .. } => {
            format!("Something that should not happen did: {error}. Nothing was changed.")
        }
    }
}

fn of_opening(error: &OpenError) -> String {
    match error {
        OpenError::AlreadyThere => {
            "There is a store in this folder already. It was left as it is: choose another folder."
                .to_owned()
        }
        OpenError::Absent => "There is no store in this folder. Make one with `init`.".to_owned(),
        OpenError::InUse => {
            "Another Fairhold has this store open. Close it there first.".to_owned()
        }
        OpenError::WrongPassphrase => {
            "The name and the passphrase don't fit. Check the keyboard and try again.".to_owned()
        }
        OpenError::Throttled { retry_after } => {
            let seconds = retry_after
                .as_secs()
                .saturating_add(u64::from(retry_after.subsec_nanos() > 0));
            format!(
                "Too many wrong passphrases. Wait {seconds} second{} and try again.",
                if seconds == 1 { "" } else { "s" }
            )
        }
        OpenError::Newer { found, known } => format!(
            "A newer Fairhold made this store (format {found}; this one reads up to {known}). It was left as it is: \
             use the newer program."
        ),
        OpenError::Full => {
            "The disk is full. Nothing was changed: free some space and try again.".to_owned()
        }
        OpenError::ReadOnly => "The folder may not be written to. Nothing was changed.".to_owned(),
        OpenError::KeysMissing => {
            "There is a database in this folder but no key file. Nothing was changed: bring back fairhold.keys from a \
             backup of this store."
                .to_owned()
        }
        OpenError::DatabaseMissing => {
            "There is a key file in this folder but no database. Nothing was changed: bring back fairhold.db from a \
             backup of this store."
                .to_owned()
        }
        OpenError::KeysDamaged => {
            "Both copies of the key file are damaged. Nothing was changed: bring back fairhold.keys from a backup of \
             this store."
                .to_owned()
        }
        OpenError::KeysForged => {
            "Something other than Fairhold changed the key file. Nothing was changed: bring back fairhold.keys from a \
             backup of this store, and ask who had the folder."
                .to_owned()
        }
        OpenError::KeysOlder => {
            "The key file is older than the database: an earlier one was put in its place. Nothing was changed: bring \
             back the newest fairhold.keys, and ask who had the folder."
                .to_owned()
        }
        OpenError::KeysCopy(fault) => format!(
            "{} Nothing was changed. A whole copy is beside it: put it in its place with `use-key-copy`, then try again.",
            of_keys(*fault)
        ),
        OpenError::SubjectsDamaged => {
            "The keys of sealed records (fairhold.subjects) are missing or damaged. Nothing was changed: bring back \
             fairhold.subjects from the newest backup of this store."
                .to_owned()
        }
        OpenError::Ledger(fault) => of_ledger(*fault).to_owned(),
        OpenError::RolledBack { expected, found } => format!(
            "The database is older than the one last used here: its journal has {found} entries and had {expected}. \
             Nothing was changed: bring back the newest fairhold.db, or, if this is the backup you want, open it with \
             --as-it-is."
        ),
        OpenError::HeadDamaged => {
            "fairhold.head is missing or damaged, so that nobody can say whether an older database was put in the \
             place of the newest. Nothing was changed: bring back fairhold.head, or, if nobody else had the folder, \
             open the store with --as-it-is."
                .to_owned()
        }
        OpenError::Trial => {
            "A trial version of Fairhold made this store, and this version can't open it. It was left as it is."
                .to_owned()
        }
        OpenError::Database(fault) => of_database(*fault).to_owned(),
        OpenError::Build { missing } => format!(
            "This program was built without a safeguard of the store ({missing}). Nothing was changed: install \
             Fairhold again."
        ),
        OpenError::Migration { version, because } => format!(
            "The store could not be brought to format {version} ({because}). It was left as it was, and the program \
             that made it still opens it."
        ),
        OpenError::Unfinished(because) => format!(
            "An erasure was interrupted earlier and could not be finished now ({because}). It is finished before \
             anything else is done: try again."
        ),
        OpenError::Store(error) => of_storing(error),
    }
}

const fn of_keys(fault: KeysFault) -> &'static str {
    match fault {
        KeysFault::Missing => "The key file fairhold.keys is missing.",
        KeysFault::Damaged => "The key file fairhold.keys is damaged.",
        KeysFault::Forged => "Something other than Fairhold changed the key file fairhold.keys.",
        KeysFault::Foreign => "The key file fairhold.keys is another store's.",
        KeysFault::Older => "An earlier fairhold.keys was put in the place of the newest one.",
    }
}

const fn of_database(fault: DatabaseFault) -> &'static str {
    match fault {
        DatabaseFault::Unsealed => {
            "The database in this folder is not a Fairhold store: it is not encrypted. It was left as it is."
        }
        DatabaseFault::Truncated => {
            "The database is cut short. Nothing was changed: bring back a backup of this store."
        }
        DatabaseFault::Foreign => {
            "The database does not belong to the key file beside it: it is another store's, or no database. Nothing \
             was changed: put the two files of one store together."
        }
        DatabaseFault::Damaged => {
            "The database is damaged. Nothing was changed: bring back a backup of this store."
        }
    }
}
