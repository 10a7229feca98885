//! The two copies of a key file: which one is read, and when a person has to say so.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::KeyFile;
use crate::error::{KeysFault, OpenError};
use crate::files::{Folder, replace};
use crate::lock::StoreLock;

impl KeyFile {
    /// Reads the key file. Where it is of no use and its second copy is, a person has to say that the copy is to be
    /// used.
    ///
    /// # Errors
    /// [`OpenError::KeysCopy`] then; [`OpenError::KeysMissing`] or what is the matter where neither is of use.
    pub(crate) fn read(folder: &Folder) -> Result<Self, OpenError> {
        let copy = Self::read_one(&folder.keys_copy());
        match (Self::read_one(&folder.keys()), copy) {
            // The copy is written last: it is never the newer one by itself.
            (Ok(Some(keys)), Ok(Some(copy)))
                if copy.store == keys.store && copy.revision > keys.revision =>
            {
                Err(OpenError::KeysCopy(KeysFault::Older))
            }
            (Ok(Some(keys)), Ok(Some(copy)))
                if copy.store != keys.store && copy.is_of_database(folder) =>
            {
                Err(OpenError::KeysCopy(KeysFault::Foreign))
            }
            (Ok(Some(keys)), _) => Ok(keys),
            (Ok(None), Ok(Some(_))) => Err(OpenError::KeysCopy(KeysFault::Missing)),
            (Err(OpenError::KeysDamaged), Ok(Some(_))) => {
                Err(OpenError::KeysCopy(KeysFault::Damaged))
            }
            (Ok(None), Ok(None)) => Err(OpenError::KeysMissing),
            (Err(fault), _) | (Ok(None), Err(fault)) => Err(fault),
        }
    }

    /// Whether the database begins with this file's salt.
    fn is_of_database(&self, folder: &Folder) -> bool {
        let mut start = [0; 16];
        let read = File::open(folder.database()).and_then(|mut file| file.read_exact(&mut start));
        read.is_ok() && start == self.salt
    }

    fn read_one(path: &Path) -> Result<Option<Self>, OpenError> {
        match fs::read(path) {
            Ok(bytes) => Self::parse(&bytes).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The second copy, where it is whole and another file than this one was read from.
    pub(crate) fn read_other_copy(&self, folder: &Folder) -> Option<Self> {
        Self::read_one(&folder.keys_copy())
            .ok()
            .flatten()
            .filter(|copy| copy != self)
    }
}

/// Puts the second copy of the key file in the place of the first, which is kept under another name until the keys
/// are next changed. What the copy is worth shows at the next sign-in, as ever.
///
/// # Errors
/// [`OpenError::KeysMissing`] or [`OpenError::KeysDamaged`] when there is no whole copy, [`OpenError::InUse`] when
/// another program has the store, or what the disk says. Nothing was changed then.
pub fn use_key_copy(path: &Path) -> Result<(), OpenError> {
    let folder = Folder::new(path);
    if !folder.keys_copy().try_exists()? {
        return Err(OpenError::KeysMissing);
    }
    let _lock = StoreLock::take(&folder)?;
    let copy = fs::read(folder.keys_copy())?;
    KeyFile::parse(&copy)?;
    if folder.keys().try_exists()? {
        fs::rename(folder.keys(), folder.keys_replaced())?;
    }
    replace(&folder.keys(), &copy)?;
    Ok(())
}
