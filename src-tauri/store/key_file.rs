//! The key file: who may open the store, and with what.
//!
//! `FAIRHOLD`, a version (2 bytes, big-endian), the fields of [`KeyFile`] in postcard's wire format, an
//! HMAC-SHA-256 of all above under a key derived from the store key, and a SHA-256 of all above.
//!
//! The last finds damage before any passphrase is known, so that the second copy can be tried. The one before
//! finds what was added, swapped or taken out by someone without the store key. The database keeps the number of
//! the revision it last saw, so that an earlier key file, with a passphrase that was changed since or a slot that
//! was removed, is noticed.
//!
//! An account has a pair of keys of its own. A passphrase, or a secret in the computer's keychain, opens a *slot*
//! with the private half; the store key and the keys of compartments are sealed to the public half. So a
//! passphrase is changed by writing one slot, and the store key is changed without anybody's passphrase.

mod compartment;
mod copy;
mod recovery;
mod slot;

pub use copy::use_key_copy;
pub use recovery::{RecoveryCode, RecoverySheet};
pub use slot::DeviceSecret;

use domain::id::AccountId;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use self::compartment::CompartmentKey;
use self::recovery::Recovery;
use self::slot::Slot;
use crate::error::{OpenError, StoreError};
use crate::files::{Folder, erase_file, replace};
use crate::kdf::{KdfCost, derive};
use crate::keys::{DatabaseKey, StoreKey, random, same};
use crate::open::Door;
use crate::seal::{Identity, IdentityPublic, Purpose, Sealed};

const MAGIC: &[u8; 8] = b"FAIRHOLD";
/// The version of the key file this program reads and writes.
const VERSION: u16 = 2;
/// A longer file is no key file of ours: 4,096 accounts stay under it.
const LONGEST: usize = 16 << 20;

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

/// Who came in, and with which keys.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) account: AccountId,
    pub(crate) identity: Identity,
    pub(crate) key: StoreKey,
    /// The key before, where a rotation was interrupted.
    pub(crate) outgoing: Option<StoreKey>,
}

/// What opens a slot.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Credential<'a> {
    /// The account's passphrase.
    Passphrase(&'a str),
    /// The secret this computer's keychain keeps for it.
    Device(&'a DeviceSecret),
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

    /// Adds an account with fresh keys and a passphrase, and gives it the store key.
    pub(crate) fn add_account(
        &mut self,
        key: &StoreKey,
        account: AccountId,
        sign_in_name: &str,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<Identity, StoreError> {
        self.add_keys(key, account, sign_in_name, |store, keys, identity| {
            Slot::with_passphrase(store, keys, identity, passphrase, cost)
        })
    }

    /// Adds a timer's account, whose one way in is a secret that a keychain or a file keeps.
    pub(crate) fn add_timer(
        &mut self,
        key: &StoreKey,
        account: AccountId,
        name: &str,
        secret: &DeviceSecret,
    ) -> Result<(), StoreError> {
        self.add_keys(key, account, name, |store, keys, identity| {
            Slot::with_device(store, keys, identity, secret)
        })?;
        Ok(())
    }

    fn add_keys(
        &mut self,
        key: &StoreKey,
        account: AccountId,
        sign_in_name: &str,
        slot: impl FnOnce(Uuid, &AccountKeys, &Identity) -> Result<Slot, StoreError>,
    ) -> Result<Identity, StoreError> {
        if self
            .accounts
            .iter()
            .any(|keys| fold(&keys.sign_in_name) == fold(sign_in_name))
        {
            return Err(StoreError::Duplicate);
        }
        let identity = Identity::generate()?;
        let public = identity.public()?;
        let bound = self.bound_to_epoch(self.epoch, Holder::Account(account.uuid()));
        let mut keys = AccountKeys {
            account: account.uuid(),
            sign_in_name: sign_in_name.to_owned(),
            public,
            slots: Vec::new(),
            store_key: public
                .sealing
                .seal(Purpose::StoreKey, &bound, key.bytes())?,
        };
        let slot = slot(self.store, &keys, &identity)?;
        keys.slots.push(slot);
        self.accounts.push(keys);
        Ok(identity)
    }

    /// Puts another passphrase in the place of an account's. Other ways in stay.
    pub(crate) fn set_passphrase(
        &mut self,
        account: AccountId,
        identity: &Identity,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<(), StoreError> {
        let store = self.store;
        let keys = self.of_mut(account)?;
        let slot = Slot::with_passphrase(store, keys, identity, passphrase, cost)?;
        keys.slots.retain(|slot| !slot.is_passphrase());
        keys.slots.insert(0, slot);
        Ok(())
    }

    /// Gives an account fresh keys and a passphrase, for one that lost its own: its other ways in, and what was
    /// sealed to its old keys, are gone.
    pub(crate) fn replace_identity(
        &mut self,
        key: &StoreKey,
        account: AccountId,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<Identity, StoreError> {
        let (store, epoch) = (self.store, self.epoch);
        let bound = self.bound_to_epoch(epoch, Holder::Account(account.uuid()));
        let identity = Identity::generate()?;
        let public = identity.public()?;
        let keys = self.of_mut(account)?;
        keys.public = public;
        keys.store_key = public
            .sealing
            .seal(Purpose::StoreKey, &bound, key.bytes())?;
        keys.slots = vec![Slot::with_passphrase(
            store, keys, &identity, passphrase, cost,
        )?];
        for compartment in &mut self.compartments {
            compartment.forget(Holder::Account(account.uuid()));
        }
        Ok(identity)
    }

    /// Adds the secret that a computer's keychain keeps as a way in; one that it kept before is of no more use.
    pub(crate) fn set_device(
        &mut self,
        account: AccountId,
        identity: &Identity,
        secret: Option<&DeviceSecret>,
    ) -> Result<(), StoreError> {
        let store = self.store;
        let keys = self.of_mut(account)?;
        keys.slots.retain(Slot::is_passphrase);
        if let Some(secret) = secret {
            let slot = Slot::with_device(store, keys, identity, secret)?;
            keys.slots.push(slot);
        }
        Ok(())
    }

    /// Whether an account has a way in through a computer's keychain.
    pub(crate) fn has_device(&self, account: AccountId) -> bool {
        self.of(account).is_ok_and(AccountKeys::has_device)
    }

    /// The accounts of people, as somebody sees them who is not signed in.
    pub(crate) fn doors(&self) -> impl Iterator<Item = Door> {
        let people = self.accounts.iter().filter(|keys| !keys.is_a_timers());
        people.map(|keys| Door {
            account: keys.account(),
            sign_in_name: keys.sign_in_name.clone(),
            keychain: keys.has_device(),
        })
    }

    /// The names of the timers' accounts.
    pub(crate) fn timers(&self) -> Vec<String> {
        let timers = self.accounts.iter().filter(|keys| keys.is_a_timers());
        timers.map(|keys| keys.sign_in_name.clone()).collect()
    }

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

    fn unseal(
        &self,
        private: &crate::seal::SealingKey,
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

    fn open_outgoing(
        &self,
        private: &crate::seal::SealingKey,
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
    fn authenticate(&self, key: &StoreKey) -> Result<(), OpenError> {
        let mac = key.key_file_mac(self.store.as_bytes(), self.epoch, &self.body()?);
        if same(&mac, &self.mac) {
            Ok(())
        } else {
            Err(OpenError::KeysForged)
        }
    }

    /// Takes an account out, and everything that was sealed to it.
    pub(crate) fn remove_account(&mut self, account: AccountId) -> Result<(), StoreError> {
        let place = self.position(account)?;
        self.accounts.remove(place);
        self.take_every_compartment(account)
    }

    /// Changes the store key. The one before stays readable to those who go on until [`Self::settle`].
    pub(crate) fn rotate(&mut self, before: &StoreKey) -> Result<StoreKey, StoreError> {
        let fresh = StoreKey::generate()?;
        let old_epoch = self.epoch;
        let new_epoch = old_epoch.saturating_add(1);
        let mut outgoing = Vec::new();
        let mut sealed = Vec::new();
        let mut holders: Vec<_> = self
            .accounts
            .iter()
            .map(|keys| (Holder::Account(keys.account), keys.public.sealing))
            .collect();
        holders.extend(
            self.recovery
                .as_ref()
                .map(|recovery| (Holder::Recovery, recovery.public)),
        );
        for (holder, public) in holders {
            let seal = |epoch, key: &StoreKey| {
                public.seal(
                    Purpose::StoreKey,
                    &self.bound_to_epoch(epoch, holder),
                    key.bytes(),
                )
            };
            outgoing.push((holder, seal(old_epoch, before)?));
            sealed.push((holder, seal(new_epoch, &fresh)?));
        }
        for (holder, store_key) in sealed {
            match holder {
                Holder::Account(account) => {
                    self.of_mut(AccountId::from_uuid(account))?.store_key = store_key;
                }
                Holder::Recovery => {
                    if let Some(recovery) = &mut self.recovery {
                        recovery.store_key = store_key;
                    }
                }
            }
        }
        self.epoch = new_epoch;
        self.outgoing = Some(Outgoing {
            epoch: old_epoch,
            store_keys: outgoing,
        });
        Ok(fresh)
    }

    /// The database's key under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_database_key(&self, key: &StoreKey) -> Option<DatabaseKey> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.database(self.store.as_bytes(), outgoing.epoch, self.salt))
    }

    /// Counts the changes of the store key.
    pub(crate) const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Whether a change of the store key is under way.
    pub(crate) const fn is_rotating(&self) -> bool {
        self.outgoing.is_some()
    }

    /// Forgets the store key before: the database is under the new one.
    pub(crate) fn settle(&mut self) {
        self.outgoing = None;
    }

    /// The database's key under a store key.
    pub(crate) fn database_key(&self, key: &StoreKey) -> DatabaseKey {
        key.database(self.store.as_bytes(), self.epoch, self.salt)
    }

    /// The key of the subject key file under a store key.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn subjects_key(&self, key: &StoreKey) -> Box<Zeroizing<[u8; 32]>> {
        key.subjects(self.store.as_bytes(), self.epoch)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_subjects_key(&self, key: &StoreKey) -> Option<Box<Zeroizing<[u8; 32]>>> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.subjects(self.store.as_bytes(), outgoing.epoch))
    }

    /// The key that wraps the outside key at the head of the erasure ledger.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn ledger_key(&self, key: &StoreKey) -> Box<Zeroizing<[u8; 32]>> {
        key.ledger(self.store.as_bytes(), self.epoch)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_ledger_key(&self, key: &StoreKey) -> Option<Box<Zeroizing<[u8; 32]>>> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.ledger(self.store.as_bytes(), outgoing.epoch))
    }

    /// The authentication of the head file under a store key.
    pub(crate) fn head_mac(&self, key: &StoreKey, message: &[u8]) -> [u8; 32] {
        key.head_mac(self.store.as_bytes(), self.epoch, message)
    }

    /// The same under the store key before, while a rotation is under way.
    pub(crate) fn outgoing_head_mac(&self, key: &StoreKey, message: &[u8]) -> Option<[u8; 32]> {
        self.outgoing
            .as_ref()
            .map(|outgoing| key.head_mac(self.store.as_bytes(), outgoing.epoch, message))
    }

    fn body(&self) -> Result<Vec<u8>, StoreError> {
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
