//! Why a backup was not made, or not put back.

use std::io;

use chrono::NaiveDate;
use thiserror::Error;

use crate::error::{OpenError, StoreError};

/// What is wrong with a backup's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// It is not there.
    Missing,
    /// It is no backup of Fairhold's.
    NotOne,
    /// It is cut short.
    Truncated,
    /// Something in it was changed, or it was copied badly.
    Damaged,
    /// It is whole, and who is said to have made it did not sign it.
    Forged,
    /// A newer program made it.
    Newer,
    /// What is in it does not verify: its pages, or its journal.
    Unsound,
}

/// Why a backup was not made, or not put back. Nothing that was there was changed.
#[derive(Debug, Error)]
pub enum BackupError {
    /// There is something in the place already.
    #[error("there is something in the place already")]
    AlreadyThere,
    /// A backup inside the store's own folder would be lost with it.
    #[error("the place is inside the store's own folder")]
    Inside,
    /// The name cannot be used.
    #[error("the name cannot be used")]
    Name,
    /// The file is of no use.
    #[error("the backup's file is of no use: {0:?}")]
    Fault(BackupFault),
    /// Its days are over: who was erased since can no longer be known (ERA-08).
    #[error("the backup's days were over on {since}")]
    TooOld {
        /// The day from which nothing of it is to be used.
        since: NaiveDate,
    },
    /// The keys of sealed records are not beside it.
    #[error("the keys of sealed records are not beside the backup")]
    SealedKeysMissing,
    /// The place cannot be read or written.
    #[error("the place cannot be read or written: {0}")]
    Place(io::ErrorKind),
    /// What was put back cannot be opened.
    #[error(transparent)]
    Open(OpenError),
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        let plain = StoreError::from(error);
        if let StoreError::Io(kind) = plain {
            Self::Place(kind)
        } else {
            Self::Store(plain)
        }
    }
}

impl From<OpenError> for BackupError {
    fn from(error: OpenError) -> Self {
        if matches!(error, OpenError::SubjectsDamaged) {
            Self::SealedKeysMissing
        } else {
            Self::Open(error)
        }
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}
