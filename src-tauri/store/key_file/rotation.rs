//! Changing the store key.

use domain::id::AccountId;

use super::{Holder, KeyFile, Outgoing};
use crate::error::StoreError;
use crate::keys::StoreKey;
use crate::seal::Purpose;

impl KeyFile {
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
}
