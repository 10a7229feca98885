//! The bytes of the file.
//!
//! `FAIRHOLD`, a version (2 bytes, big-endian), the fields of [`KeyFile`] in postcard's wire format, an
//! HMAC-SHA-256 of all above under a key derived from the store key, and a SHA-256 of all above.
//!
//! The last finds damage before any passphrase is known, so that the second copy can be tried. The one before
//! finds what was added, swapped or taken out by someone without the store key. The database keeps the number of
//! the revision it last saw, so that an earlier key file, with a passphrase that was changed since or a slot that
//! was removed, is noticed.

use sha2::{Digest, Sha256};

use super::KeyFile;
use crate::error::{OpenError, StoreError};
use crate::files::{Folder, erase_file, replace};
use crate::keys::StoreKey;

const MAGIC: &[u8; 8] = b"FAIRHOLD";

/// The version of the key file this program reads and writes.
const VERSION: u16 = 2;

/// A longer file is no key file of ours: 4,096 accounts stay under it.
const LONGEST: usize = 16 << 20;

impl KeyFile {
    pub(super) fn body(&self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::from(MAGIC);
        bytes.extend(VERSION.to_be_bytes());
        bytes.extend(postcard::to_allocvec(self).map_err(|_error| StoreError::Keys)?);
        Ok(bytes)
    }

    /// Writes both copies, one after the other, each whole.
    pub(crate) fn write(&mut self, folder: &Folder, key: &StoreKey) -> Result<(), StoreError> {
        self.revision = self.revision.saturating_add(1);
        let mut bytes = self.body()?;
        self.mac = key.key_file_mac(self.store.as_bytes(), self.epoch, &bytes);
        bytes.extend(self.mac);
        let checksum: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(checksum);
        replace(&folder.keys(), &bytes)?;
        replace(&folder.keys_copy(), &bytes)?;
        // What a copy was put in the place of may hold ways in that are closed now.
        erase_file(&folder.keys_replaced())?;
        Ok(())
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        let damaged = || OpenError::KeysDamaged;
        if bytes.len() > LONGEST {
            return Err(damaged());
        }
        let (rest, checksum) = bytes.split_last_chunk::<32>().ok_or_else(damaged)?;
        if Sha256::digest(rest).as_slice() != checksum {
            return Err(damaged());
        }
        let (body, mac) = rest.split_last_chunk::<32>().ok_or_else(damaged)?;
        let body = body.strip_prefix(MAGIC).ok_or_else(damaged)?;
        let (version, fields) = body.split_first_chunk::<2>().ok_or_else(damaged)?;
        match u16::from_be_bytes(*version) {
            VERSION => {}
            found if found > VERSION => {
                return Err(OpenError::Newer {
                    found: u32::from(found),
                    known: u32::from(VERSION),
                });
            }
            _ => return Err(OpenError::Trial),
        }
        let (mut keys, rest): (Self, _) =
            postcard::take_from_bytes(fields).map_err(|_error| damaged())?;
        if !rest.is_empty() {
            return Err(damaged());
        }
        keys.mac = *mac;
        Ok(keys)
    }
}
