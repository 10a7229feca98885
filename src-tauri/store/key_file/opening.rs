//! What a slot opens, and the proof that the file is as it was written.

use domain::id::AccountId;
use domain::text::fold;

use super::slot::{DeviceSecret, Slot};
use super::{Holder, KeyFile};
use crate::error::OpenError;
use crate::kdf::{KdfCost, derive};
use crate::keys::{StoreKey, same};
use crate::seal::{Identity, Purpose, Sealed, SealingKey};

/// What opens a slot.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Credential<'a> {
    /// The account's passphrase.
    Passphrase(&'a str),
    /// The secret this computer's keychain keeps for it.
    Device(&'a DeviceSecret),
}

/// Who came in, and with which keys.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) account: AccountId,
    pub(crate) identity: Identity,
    pub(crate) key: StoreKey,
    /// The key before, where a rotation was interrupted.
    pub(crate) outgoing: Option<StoreKey>,
}

impl KeyFile {
    /// Opens a slot of a name. A name that has none costs the same time and gives the same answer.
    pub(crate) fn open(&self, name: &str, credential: Credential<'_>) -> Result<Opened, OpenError> {
        let wanted = fold(name);
        let Some(keys) = self
            .accounts
            .iter()
            .find(|keys| fold(&keys.sign_in_name) == wanted)
        else {
            if let Credential::Passphrase(passphrase) = credential {
                let cost = self.accounts.first().map_or(KdfCost::STANDARD, |keys| {
                    keys.slots
                        .iter()
                        .find_map(Slot::cost)
                        .unwrap_or(KdfCost::STANDARD)
                });
                derive(passphrase, &self.salt, cost)?;
            }
            return Err(OpenError::WrongPassphrase);
        };
        let mut identity = None;
        for slot in &keys.slots {
            if let Some(opened) = slot.open(self.store, keys, credential)? {
                identity = Some(opened);
                break;
            }
        }
        let identity = identity.ok_or(OpenError::WrongPassphrase)?;
        let holder = Holder::Account(keys.account);
        let key = self.unseal(&identity.sealing, holder, &keys.store_key, self.epoch)?;
        self.authenticate(&key)?;
        let outgoing = self.open_outgoing(&identity.sealing, holder)?;
        Ok(Opened {
            account: keys.account(),
            identity,
            key,
            outgoing,
        })
    }

    pub(super) fn unseal(
        &self,
        private: &SealingKey,
        holder: Holder,
        sealed: &Sealed,
        epoch: u32,
    ) -> Result<StoreKey, OpenError> {
        private
            .open(
                Purpose::StoreKey,
                &self.bound_to_epoch(epoch, holder),
                sealed,
            )
            .and_then(|bytes| StoreKey::from_bytes(&bytes))
            .ok_or(OpenError::KeysForged)
    }

    pub(super) fn open_outgoing(
        &self,
        private: &SealingKey,
        holder: Holder,
    ) -> Result<Option<StoreKey>, OpenError> {
        let Some(outgoing) = &self.outgoing else {
            return Ok(None);
        };
        let sealed = outgoing
            .store_keys
            .iter()
            .find(|(whose, _)| *whose == holder);
        sealed
            .map(|(_, sealed)| self.unseal(private, holder, sealed, outgoing.epoch))
            .transpose()
    }

    /// Proves that the file is as someone with the store key wrote it.
    pub(super) fn authenticate(&self, key: &StoreKey) -> Result<(), OpenError> {
        let mac = key.key_file_mac(self.store.as_bytes(), self.epoch, &self.body()?);
        if same(&mac, &self.mac) {
            Ok(())
        } else {
            Err(OpenError::KeysForged)
        }
    }
}
