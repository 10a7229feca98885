//! Accounts and their ways in.

use domain::id::AccountId;
use domain::text::fold;
use uuid::Uuid;

use super::slot::{DeviceSecret, Slot};
use super::{AccountKeys, Holder, KeyFile};
use crate::error::StoreError;
use crate::kdf::KdfCost;
use crate::keys::StoreKey;
use crate::open::Door;
use crate::seal::{Identity, Purpose};

impl KeyFile {
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

    /// Takes an account out, and everything that was sealed to it.
    pub(crate) fn remove_account(&mut self, account: AccountId) -> Result<(), StoreError> {
        let place = self.position(account)?;
        self.accounts.remove(place);
        self.take_every_compartment(account)
    }
}
