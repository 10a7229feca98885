//! The key file: one slot for each account, and in each the store key, wrapped under the account's passphrase.
//!
//! Version 1, all numbers big-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `FAIRHOLD` |
//! | 2 | version |
//! | 16 | store id |
//! | 4 | epoch: goes up when the store key is changed |
//! | 16 | salt of the database |
//! | 2 | number of sections |
//! | … | sections: kind (1), length (4), body |
//! | 32 | HMAC-SHA-256 of all above, under a key derived from the store key |
//! | 32 | SHA-256 of all above |
//!
//! The last finds damage before any passphrase is known, so that the second copy can be tried. The one before
//! finds slots that were added, swapped or taken out by someone without the store key. Every field of a slot is
//! bound to its wrapped key, so a cheaper cost or another name can't be written over it. A version 2 can carry
//! an account's own key pairs, and compartments, as further kinds of section.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::id::AccountId;
use domain::text::fold;
use zeroize::Zeroizing;

use crate::error::{OpenError, StoreError};
use crate::files::{Folder, replace};
use crate::kdf::{KdfCost, derive};
use crate::keys::{DatabaseKey, StoreKey, random, same};

mod codec;

/// The newest version of the key file this program reads.
const VERSION: u16 = 1;

/// One account's way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) account: AccountId,
    pub(crate) sign_in_name: String,
    cost: KdfCost,
    salt: [u8; 16],
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

/// The key file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyFile {
    pub(crate) store: Uuid,
    epoch: u32,
    salt: [u8; 16],
    pub(crate) slots: Vec<Slot>,
    /// As read; made anew when the file is written.
    mac: [u8; 32],
}

impl KeyFile {
    /// A key file without slots, for a new store.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let store = uuid::Builder::from_random_bytes(random()?).into_uuid();
        Ok(Self {
            store,
            epoch: 1,
            salt: random()?,
            slots: Vec::new(),
            mac: [0; 32],
        })
    }

    fn bound_fields(&self, slot: &Slot) -> Vec<u8> {
        let mut fields = codec::header(self);
        fields.extend(codec::slot_fields(slot));
        fields
    }

    /// Adds a slot that opens with a passphrase.
    pub(crate) fn add_slot(
        &mut self,
        key: &StoreKey,
        account: AccountId,
        sign_in_name: &str,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<(), StoreError> {
        if self
            .slots
            .iter()
            .any(|slot| fold(&slot.sign_in_name) == fold(sign_in_name))
        {
            return Err(StoreError::Duplicate);
        }
        let mut slot = Slot {
            account,
            sign_in_name: sign_in_name.to_owned(),
            cost,
            salt: random()?,
            nonce: random()?,
            wrapped: Vec::new(),
        };
        let wrapping = derive(passphrase, &slot.salt, cost)?;
        let bound = self.bound_fields(&slot);
        slot.wrapped = XChaCha20Poly1305::new((&*wrapping).into())
            .encrypt(
                &XNonce::from(slot.nonce),
                Payload {
                    msg: key.bytes(),
                    aad: &bound,
                },
            )
            .map_err(|_error| StoreError::Random)?;
        self.slots.push(slot);
        Ok(())
    }

    /// Opens the slot of a name. A name that has none costs the same time and gives the same answer.
    pub(crate) fn open_slot(
        &self,
        name: &str,
        passphrase: &str,
    ) -> Result<(AccountId, StoreKey), OpenError> {
        let wanted = fold(name);
        let Some(slot) = self
            .slots
            .iter()
            .find(|slot| fold(&slot.sign_in_name) == wanted)
        else {
            let cost = self
                .slots
                .first()
                .map_or(KdfCost::STANDARD, |slot| slot.cost);
            derive(passphrase, &self.salt, cost)?;
            return Err(OpenError::WrongPassphrase);
        };
        let wrapping = derive(passphrase, &slot.salt, slot.cost)?;
        let opened = XChaCha20Poly1305::new((&*wrapping).into())
            .decrypt(
                &XNonce::from(slot.nonce),
                Payload {
                    msg: &slot.wrapped,
                    aad: &self.bound_fields(slot),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_error| OpenError::WrongPassphrase)?;
        let key = StoreKey::from_bytes(&opened).ok_or(OpenError::KeysDamaged)?;
        let mac = key.key_file_mac(self.store.as_bytes(), self.epoch, &codec::body(self));
        if same(&mac, &self.mac) {
            Ok((slot.account, key))
        } else {
            Err(OpenError::KeysForged)
        }
    }

    /// The database's key under a store key.
    pub(crate) fn database_key(&self, key: &StoreKey) -> DatabaseKey {
        key.database(self.store.as_bytes(), self.epoch, self.salt)
    }

    /// The authentication of the head file under a store key.
    pub(crate) fn head_mac(&self, key: &StoreKey, message: &[u8]) -> [u8; 32] {
        key.head_mac(self.store.as_bytes(), self.epoch, message)
    }

    /// Writes both copies, one after the other, each whole.
    pub(crate) fn write(&mut self, folder: &Folder, key: &StoreKey) -> Result<(), StoreError> {
        let mut bytes = codec::body(self);
        self.mac = key.key_file_mac(self.store.as_bytes(), self.epoch, &bytes);
        bytes.extend(self.mac);
        let checksum: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(checksum);
        replace(&folder.keys(), &bytes)?;
        replace(&folder.keys_copy(), &bytes)?;
        Ok(())
    }

    /// Reads the key file, or where it is damaged its second copy.
    pub(crate) fn read(folder: &Folder) -> Result<Self, OpenError> {
        let mut fault = None;
        for path in [folder.keys(), folder.keys_copy()] {
            match std::fs::read(&path) {
                Ok(bytes) => match Self::parse(&bytes) {
                    Ok(keys) => return Ok(keys),
                    Err(error) => fault = fault.or(Some(error)),
                },
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(fault.unwrap_or(OpenError::KeysMissing))
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        let damaged = OpenError::KeysDamaged;
        let Some((rest, checksum)) = bytes.split_last_chunk::<32>() else {
            return Err(damaged);
        };
        if Sha256::digest(rest).as_slice() != checksum {
            return Err(damaged);
        }
        let Some((body, mac)) = rest.split_last_chunk::<32>() else {
            return Err(damaged);
        };
        codec::parse(body, *mac)
    }
}
