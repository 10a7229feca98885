//! Keys of compartments: anyone who has the store may seal to one, only those who hold it can open.
//!
//! When somebody who held a compartment is taken out, it gets a new generation: a fresh pair that was never
//! theirs. What was sealed before stays under the old one, which those who still hold the compartment keep.

use domain::compartment::Compartment;
use domain::id::AccountId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Holder, KeyFile};
use crate::error::StoreError;
use crate::seal::{Purpose, Sealed, SealingKey, SealingPublic};

/// One generation of a compartment's keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CompartmentKey {
    /// [`Compartment::code`].
    compartment: String,
    generation: u32,
    public: SealingPublic,
    holdings: Vec<(Holder, Sealed)>,
}

impl CompartmentKey {
    /// Takes a holder's copy away.
    pub(super) fn forget(&mut self, holder: Holder) {
        self.holdings.retain(|(whose, _)| *whose != holder);
    }

    fn is(&self, compartment: Compartment) -> bool {
        self.compartment == compartment.code()
    }

    fn holds(&self, holder: Holder) -> bool {
        self.holdings.iter().any(|(whose, _)| *whose == holder)
    }

    fn bound(&self, store: Uuid, holder: Holder) -> Vec<u8> {
        let holder = match holder {
            Holder::Account(account) => account,
            Holder::Recovery => Uuid::nil(),
        };
        [
            store.as_bytes().as_slice(),
            holder.as_bytes(),
            &self.generation.to_be_bytes(),
            self.compartment.as_bytes(),
        ]
        .concat()
    }

    fn open(&self, store: Uuid, holder: Holder, private: &SealingKey) -> Option<SealingKey> {
        let (_, sealed) = self.holdings.iter().find(|(whose, _)| *whose == holder)?;
        let bytes = private.open(Purpose::Compartment, &self.bound(store, holder), sealed)?;
        SealingKey::from_bytes(&bytes)
    }

    fn give(
        &mut self,
        store: Uuid,
        key: &SealingKey,
        to: Holder,
        public: &SealingPublic,
    ) -> Result<(), StoreError> {
        let sealed = public.seal(Purpose::Compartment, &self.bound(store, to), key.bytes())?;
        self.forget(to);
        self.holdings.push((to, sealed));
        Ok(())
    }
}

impl KeyFile {
    /// Makes every compartment, held by an account.
    pub(crate) fn make_compartments(&mut self, holder: AccountId) -> Result<(), StoreError> {
        for compartment in Compartment::ALL {
            self.make_generation(compartment, 1, &[Holder::Account(holder.uuid())])?;
        }
        Ok(())
    }

    fn public_of(&self, holder: Holder) -> Result<SealingPublic, StoreError> {
        match holder {
            Holder::Account(account) => Ok(self.of(AccountId::from_uuid(account))?.public.sealing),
            Holder::Recovery => Ok(self.recovery.as_ref().ok_or(StoreError::NotFound)?.public),
        }
    }

    fn make_generation(
        &mut self,
        compartment: Compartment,
        generation: u32,
        holders: &[Holder],
    ) -> Result<(), StoreError> {
        let key = SealingKey::generate()?;
        let mut made = CompartmentKey {
            compartment: compartment.code().to_owned(),
            generation,
            public: key.public()?,
            holdings: Vec::new(),
        };
        for holder in holders {
            made.give(self.store, &key, *holder, &self.public_of(*holder)?)?;
        }
        self.compartments.push(made);
        Ok(())
    }

    fn newest(&self, compartment: Compartment) -> Option<&CompartmentKey> {
        self.compartments
            .iter()
            .filter(|key| key.is(compartment))
            .max_by_key(|key| key.generation)
    }

    /// What to seal to, and its generation.
    pub(crate) fn compartment_public(
        &self,
        compartment: Compartment,
    ) -> Result<(u32, SealingPublic), StoreError> {
        self.newest(compartment)
            .map(|key| (key.generation, key.public))
            .ok_or(StoreError::Keys)
    }

    /// A compartment's private key, for an account that holds it.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] for everyone else.
    pub(crate) fn compartment_private(
        &self,
        compartment: Compartment,
        generation: u32,
        account: AccountId,
        private: &SealingKey,
    ) -> Result<SealingKey, StoreError> {
        self.compartments
            .iter()
            .find(|key| key.is(compartment) && key.generation == generation)
            .and_then(|key| key.open(self.store, Holder::Account(account.uuid()), private))
            .ok_or(StoreError::NotHeld)
    }

    /// The compartments an account holds.
    pub(crate) fn compartments_of(&self, account: AccountId) -> Vec<Compartment> {
        let holder = Holder::Account(account.uuid());
        Compartment::ALL
            .into_iter()
            .filter(|compartment| {
                self.newest(*compartment)
                    .is_some_and(|key| key.holds(holder))
            })
            .collect()
    }

    /// Whether nobody but an account, not even the recovery sheet, holds one of the compartments it holds.
    pub(crate) fn is_last_holder(&self, account: AccountId) -> bool {
        let holder = Holder::Account(account.uuid());
        self.compartments_of(account)
            .into_iter()
            .filter_map(|compartment| self.newest(compartment))
            .any(|key| key.holdings.iter().all(|(whose, _)| *whose == holder))
    }

    /// Gives a compartment, in all its generations, from one who holds it to another.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when the giver does not hold it.
    pub(crate) fn give_compartment(
        &mut self,
        compartment: Compartment,
        from: Holder,
        private: &SealingKey,
        to: Holder,
    ) -> Result<(), StoreError> {
        let (store, public) = (self.store, self.public_of(to)?);
        let mut given = false;
        for key in self
            .compartments
            .iter_mut()
            .filter(|key| key.is(compartment))
        {
            if let Some(opened) = key.open(store, from, private) {
                key.give(store, &opened, to, &public)?;
                given = true;
            }
        }
        if given {
            Ok(())
        } else {
            Err(StoreError::NotHeld)
        }
    }

    /// Takes a compartment from an account, and gives it a generation that was never theirs.
    pub(crate) fn take_compartment(
        &mut self,
        compartment: Compartment,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let holder = Holder::Account(account.uuid());
        let Some(newest) = self.newest(compartment).filter(|key| key.holds(holder)) else {
            return Ok(());
        };
        let generation = newest.generation.saturating_add(1);
        let staying: Vec<Holder> = newest
            .holdings
            .iter()
            .map(|(whose, _)| *whose)
            .filter(|whose| *whose != holder)
            .collect();
        if staying.is_empty() {
            // What was sealed would be lost to everyone.
            return Err(StoreError::LastHolder);
        }
        for key in self
            .compartments
            .iter_mut()
            .filter(|key| key.is(compartment))
        {
            key.forget(holder);
        }
        self.make_generation(compartment, generation, &staying)
    }

    pub(super) fn take_every_compartment(&mut self, account: AccountId) -> Result<(), StoreError> {
        let mut orphaned = false;
        for compartment in self.compartments_of(account) {
            match self.take_compartment(compartment, account) {
                Err(StoreError::LastHolder) => orphaned = true,
                taken => taken?,
            }
        }
        if orphaned {
            return Err(StoreError::LastHolder);
        }
        Ok(())
    }
}
