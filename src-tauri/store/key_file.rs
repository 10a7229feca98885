//! The key file: who may open the store, and with what.
//!
//! An account has a pair of keys of its own. A passphrase, or a secret in the computer's keychain, opens a *slot*
//! with the private half; the store key and the keys of compartments are sealed to the public half. So a
//! passphrase is changed by writing one slot, and the store key is changed without anybody's passphrase.

mod account;
mod compartment;
mod copy;
mod derived;
mod format;
mod opening;
mod recovery;
mod rotation;
mod slot;

use domain::id::AccountId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::StoreError;
use crate::keys::random;
use crate::seal::{IdentityPublic, Sealed};

use compartment::CompartmentKey;
use recovery::Recovery;
use slot::Slot;

pub use copy::use_key_copy;
pub(crate) use opening::{Credential, Opened};
pub use recovery::{RecoveryCode, RecoverySheet};
pub use slot::DeviceSecret;

/// To whom a key is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Holder {
    /// An account.
    Account(Uuid),
    /// The recovery sheet.
    Recovery,
}

/// The keys of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AccountKeys {
    account: Uuid,
    pub(crate) sign_in_name: String,
    public: IdentityPublic,
    slots: Vec<Slot>,
    store_key: Sealed,
}

impl AccountKeys {
    pub(crate) const fn account(&self) -> AccountId {
        AccountId::from_uuid(self.account)
    }

    fn has_device(&self) -> bool {
        self.slots.iter().any(|slot| !slot.is_passphrase())
    }

    /// Whether it is a timer's: nobody has a passphrase to it.
    fn is_a_timers(&self) -> bool {
        !self.slots.iter().any(Slot::is_passphrase)
    }
}

/// The store key that a rotation is taking out of use, sealed to those who may go on: until the database is under
/// the new one, either may be the one that opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Outgoing {
    epoch: u32,
    store_keys: Vec<(Holder, Sealed)>,
}

/// The key file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    pub(crate) store: Uuid,
    /// Goes up whenever the file is written.
    pub(crate) revision: u64,
    /// Goes up when the store key is changed.
    epoch: u32,
    /// The salt at the head of the database.
    salt: [u8; 16],
    pub(crate) accounts: Vec<AccountKeys>,
    compartments: Vec<CompartmentKey>,
    recovery: Option<Recovery>,
    outgoing: Option<Outgoing>,
    /// As read; made anew when the file is written.
    #[serde(skip)]
    mac: [u8; 32],
}

impl KeyFile {
    /// A key file without accounts, for a new store.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        Ok(Self {
            store: uuid::Builder::from_random_bytes(random()?).into_uuid(),
            revision: 0,
            epoch: 1,
            salt: random()?,
            accounts: Vec::new(),
            compartments: Vec::new(),
            recovery: None,
            outgoing: None,
            mac: [0; 32],
        })
    }

    /// What a store key is bound to.
    fn bound_to_epoch(&self, epoch: u32, holder: Holder) -> Vec<u8> {
        let holder = match holder {
            Holder::Account(account) => account,
            Holder::Recovery => Uuid::nil(),
        };
        [
            self.store.as_bytes().as_slice(),
            &epoch.to_be_bytes(),
            holder.as_bytes(),
        ]
        .concat()
    }

    fn position(&self, account: AccountId) -> Result<usize, StoreError> {
        self.accounts
            .iter()
            .position(|keys| keys.account == account.uuid())
            .ok_or(StoreError::NotFound)
    }

    fn of(&self, account: AccountId) -> Result<&AccountKeys, StoreError> {
        self.accounts
            .iter()
            .find(|keys| keys.account == account.uuid())
            .ok_or(StoreError::NotFound)
    }

    fn of_mut(&mut self, account: AccountId) -> Result<&mut AccountKeys, StoreError> {
        self.accounts
            .iter_mut()
            .find(|keys| keys.account == account.uuid())
            .ok_or(StoreError::NotFound)
    }

    /// The key that an account signs with, for all to verify by.
    pub(crate) fn signing_key(&self, account: AccountId) -> Result<[u8; 32], StoreError> {
        Ok(self.of(account)?.public.signing)
    }
}
