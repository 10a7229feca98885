//! What is kept beside backups, one of each for all of them: the erasure ledger, and the subject keys that backups
//! leave out. Both are replaced at every backup and every erasure.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::StoreError;
use crate::files::replace_and_blank;
use crate::ledger;
use crate::write::Store;

/// How files of a store are told from another's in one folder.
pub(super) fn short(store: Uuid) -> String {
    store.simple().to_string().chars().take(8).collect()
}

/// The erasure ledger beside backups.
pub(super) fn ledger_beside(folder: &Path, store: Uuid) -> PathBuf {
    folder.join(format!("fairhold-{}.erasures", short(store)))
}

/// The subject keys beside backups.
pub(super) fn subjects_beside(folder: &Path, store: Uuid) -> PathBuf {
    folder.join(format!("fairhold-{}.subjects", short(store)))
}

impl Store {
    /// Writes both to a folder.
    pub(super) fn write_companions(&self, folder: &Path) -> Result<(), StoreError> {
        let records = self.records();
        let outside = records.outside_key()?;
        ledger::write(
            &ledger_beside(folder, self.keys.store),
            &self.keys,
            &self.key,
            &outside,
            &records.ledger()?,
        )?;
        let copy = self.subjects.to_copy(self.keys.store, &outside)?;
        replace_and_blank(&subjects_beside(folder, self.keys.store), &copy)?;
        Ok(())
    }

    /// Writes both anew wherever there are backups and the folder is there. A stick that is not plugged in, or may not
    /// be written, gets them with the next backup; until then who was erased is beyond use on it, as RET-18 says.
    pub(crate) fn renew_companions(&self) -> Result<(), StoreError> {
        for folder in self.records().backup_folders()? {
            if folder.is_dir() {
                self.write_companions(&folder).unwrap_or_default();
            }
        }
        Ok(())
    }
}
