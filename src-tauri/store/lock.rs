//! One program at a time: the lock on `fairhold.lock`, which the operating system drops when the program ends,
//! however it ends.

use std::fs::{File, TryLockError};

use crate::error::OpenError;
use crate::files::{Folder, owner_only};

/// Held while the store is open.
#[derive(Debug)]
pub(crate) struct StoreLock {
    file: File,
}

impl StoreLock {
    /// Takes the lock, or says that another program has it.
    pub(crate) fn take(folder: &Folder) -> Result<Self, OpenError> {
        let file = owner_only()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.lock())?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for StoreLock {
    fn drop(&mut self) {
        // Closing the file is not enough: another program that is just being started has a copy of the handle
        // until it begins to run, and the lock would last as long. If this fails, closing still ends it.
        self.file.unlock().ok();
    }
}
