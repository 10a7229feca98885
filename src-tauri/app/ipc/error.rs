//! What the page is told when something did not happen: a code it acts on, never a text of ours.

use std::fmt::Display;

use crate::keychain::KeychainFault;
use serde::Serialize;
use store::{DatabaseFault, KeysFault, OpenError, StoreError};

/// A refusal or failure. A variant exists because the page acts on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "code",
    content = "detail",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum IpcError {
    /// Nobody is signed in.
    Locked,
    /// A rule says no. Not a failure: shown as information.
    Refused {
        /// The rule.
        rule: String,
        /// Why, in one sentence.
        sentence: String,
    },
    /// There is no such record, or none that this viewer may know of.
    NotFound,
    /// Somebody, or another window, changed the record since it was opened.
    Stale,
    /// Something typed can't be taken.
    Invalid {
        /// Which fields, and what is wrong.
        fields: Vec<FieldProblem>,
    },
    /// The name and passphrase don't fit.
    WrongPassphrase,
    /// Too many wrong passphrases: wait.
    Throttled {
        /// Seconds until the next try.
        seconds: u32,
    },
    /// The keychain was of no use; the passphrase still is.
    Keychain {
        /// Why.
        fault: KeychainFault,
    },
    /// The store can't be opened or written; nothing was changed.
    Store {
        /// What is the matter.
        problem: StoreProblem,
    },
    /// The file can't be imported; nothing was changed.
    Import {
        /// A short word for what is the matter.
        problem: String,
        /// What happened, what is safe and what to do, in a sentence.
        sentence: String,
    },
    /// A backup could not be made; nothing was changed.
    Backup {
        /// What happened, what is safe and what to do, in a sentence.
        sentence: String,
    },
    /// A file could not be saved where the system's dialog said.
    Unsaved,
    /// The work was stopped as asked.
    Cancelled,
    /// Something that should not happen did; the log has more under this number.
    Internal {
        /// The number to quote.
        incident: String,
    },
}

/// One field that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct FieldProblem {
    /// The field, as the request names it: `details.name.family`.
    pub(crate) field: String,
    /// What is wrong, in one sentence.
    pub(crate) problem: String,
}

/// What can be the matter with a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum StoreProblem {
    /// Another Fairhold has it open.
    InUse,
    /// The folder holds something, but not a store.
    NotAStore,
    /// The database is cut short or damaged, or belongs to other keys.
    Damaged,
    /// Both copies of the key file are damaged.
    KeysDamaged,
    /// Something other than this program changed the key file.
    KeysForged,
    /// An earlier key file was put in the place of the newest one.
    KeysOlder,
    /// The key file is of no use, and a whole copy of it is beside it.
    KeysCopy {
        /// What is the matter with it.
        fault: KeyFileFault,
    },
    /// The keys of sealed records are missing or damaged.
    SubjectsDamaged,
    /// The database is an earlier one.
    RolledBack {
        /// How many entries its journal had.
        expected: i64,
        /// How many it has.
        found: i64,
    },
    /// What tells the newest database from an earlier one is missing or damaged.
    HeadDamaged,
    /// A trial version made it, before there was a release.
    Trial,
    /// A newer Fairhold made it.
    Newer {
        /// The store's version.
        found: u32,
        /// The latest this program reads.
        known: u32,
    },
    /// The folder can't be written to.
    ReadOnly,
    /// The disk is full.
    Full,
    /// The folder can't be read at all.
    Unreadable,
    /// A store is there already; it is not written over.
    AlreadyThere,
}

/// What can be the matter with the first of two copies of a key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum KeyFileFault {
    /// It is not there.
    Missing,
    /// It can't be read.
    Damaged,
    /// Something other than this program changed it.
    Forged,
    /// It is another store's.
    Foreign,
    /// The copy is newer.
    Older,
}

impl From<KeysFault> for KeyFileFault {
    fn from(fault: KeysFault) -> Self {
        match fault {
            KeysFault::Missing => Self::Missing,
            KeysFault::Damaged => Self::Damaged,
            KeysFault::Forged => Self::Forged,
            KeysFault::Foreign => Self::Foreign,
            KeysFault::Older => Self::Older,
        }
    }
}

impl IpcError {
    /// Puts an error of a use case into the page's terms. What it can't act on is given to `number`, which
    /// writes it down and answers with the number to quote.
    pub(crate) fn from_records(
        error: records::Error,
        number: impl FnOnce(&dyn Display) -> String,
    ) -> Self {
        use records::Error;
        match error {
            Error::Refused(refusal) => Self::Refused {
                rule: refusal.rule().to_owned(),
                sentence: refusal.sentence().to_owned(),
            },
            Error::Rule { rule, sentence } => Self::Refused {
                rule: rule.to_owned(),
                sentence,
            },
            Error::NotFound => Self::NotFound,
            Error::Stale => Self::Stale,
            Error::Invalid(problems) => Self::Invalid {
                fields: problems
                    .into_iter()
                    .map(|problem| FieldProblem {
                        field: problem.field.to_owned(),
                        problem: problem.sentence,
                    })
                    .collect(),
            },
            Error::Import(error) => Self::Import {
                problem: error.code().to_owned(),
                sentence: records::import::sentence(error),
            },
            Error::Page(error) => Self::Internal {
                incident: number(&error),
            },
            Error::Cancelled => Self::Cancelled,
            Error::Backup(error) => match records::backup::sentence(&error) {
                Some(sentence) => Self::Backup { sentence },
                None => Self::Internal {
                    incident: number(&error),
                },
            },
            Error::Open(OpenError::WrongPassphrase) => Self::WrongPassphrase,
            Error::Open(OpenError::Throttled { retry_after }) => {
                let seconds = retry_after
                    .as_secs()
                    .saturating_add(u64::from(retry_after.subsec_nanos() > 0));
                Self::Throttled {
                    seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
                }
            }
            Error::Open(error) => Self::Store {
                problem: (&error).into(),
            },
            Error::Store(StoreError::Full) => Self::Store {
                problem: StoreProblem::Full,
            },
            Error::Store(StoreError::ReadOnly) => Self::Store {
                problem: StoreProblem::ReadOnly,
            },
            Error::Store(StoreError::Damaged) => Self::Store {
                problem: StoreProblem::Damaged,
            },
            Error::Store(error) => Self::Internal {
                incident: number(&error),
            },
        }
    }
}

impl From<KeychainFault> for IpcError {
    fn from(fault: KeychainFault) -> Self {
        Self::Keychain { fault }
    }
}

impl From<&OpenError> for StoreProblem {
    fn from(error: &OpenError) -> Self {
        match error {
            OpenError::AlreadyThere => Self::AlreadyThere,
            OpenError::InUse => Self::InUse,
            OpenError::Absent | OpenError::KeysMissing | OpenError::DatabaseMissing => {
                Self::NotAStore
            }
            OpenError::KeysDamaged => Self::KeysDamaged,
            OpenError::KeysForged => Self::KeysForged,
            OpenError::KeysOlder => Self::KeysOlder,
            OpenError::KeysCopy(fault) => Self::KeysCopy {
                fault: (*fault).into(),
            },
            OpenError::SubjectsDamaged => Self::SubjectsDamaged,
            OpenError::RolledBack { expected, found } => Self::RolledBack {
                expected: *expected,
                found: *found,
            },
            OpenError::HeadDamaged => Self::HeadDamaged,
            OpenError::Trial => Self::Trial,
            OpenError::Database(fault) => match fault {
                DatabaseFault::Unsealed => Self::NotAStore,
                DatabaseFault::Truncated | DatabaseFault::Foreign | DatabaseFault::Damaged => {
                    Self::Damaged
                }
            },
            OpenError::Newer { found, known } => Self::Newer {
                found: *found,
                known: *known,
            },
            OpenError::ReadOnly => Self::ReadOnly,
            OpenError::Full => Self::Full,
            OpenError::WrongPassphrase
            | OpenError::Throttled { .. }
            | OpenError::Build { .. }
            | OpenError::Migration { .. }
            | OpenError::Unfinished(_)
            | OpenError::Ledger(_)
            | OpenError::Store(_) => Self::Unreadable,
        }
    }
}
