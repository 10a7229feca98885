//! A way in: an account's private keys, wrapped under a passphrase or under a secret that a keychain keeps.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{AccountKeys, Credential};
use crate::error::StoreError;
use crate::kdf::{KdfCost, derive};
use crate::keys::{expand, key, random};
use crate::seal::Identity;

key! {
    /// What a computer's keychain keeps so that an account can sign in on it without a passphrase.
    pub struct DeviceSecret;
}

/// How a slot is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Way {
    /// By a passphrase, at this cost a guess.
    Passphrase { cost: KdfCost, salt: [u8; 16] },
    /// By the secret of a computer's keychain.
    Device { salt: [u8; 16] },
}

/// One way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slot {
    way: Way,
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

impl Slot {
    pub(super) fn with_passphrase(
        store: Uuid,
        keys: &AccountKeys,
        identity: &Identity,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<Self, StoreError> {
        let salt = random()?;
        let wrapping = derive(passphrase, &salt, cost)?;
        Self::wrap(
            store,
            keys,
            identity,
            Way::Passphrase { cost, salt },
            &wrapping,
        )
    }

    pub(super) fn with_device(
        store: Uuid,
        keys: &AccountKeys,
        identity: &Identity,
        secret: &DeviceSecret,
    ) -> Result<Self, StoreError> {
        let salt = random()?;
        let wrapping = device_key(secret, &salt);
        Self::wrap(store, keys, identity, Way::Device { salt }, &wrapping)
    }

    fn wrap(
        store: Uuid,
        keys: &AccountKeys,
        identity: &Identity,
        way: Way,
        wrapping: &[u8; 32],
    ) -> Result<Self, StoreError> {
        let nonce = random()?;
        let wrapped = XChaCha20Poly1305::new(wrapping.into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &identity.to_bytes(),
                    aad: &bound(store, keys, &way)?,
                },
            )
            .map_err(|_error| StoreError::Keys)?;
        Ok(Self {
            way,
            nonce,
            wrapped,
        })
    }

    pub(super) const fn is_passphrase(&self) -> bool {
        self.cost().is_some()
    }

    /// What a guess at its passphrase costs.
    pub(super) const fn cost(&self) -> Option<KdfCost> {
        match self.way {
            Way::Passphrase { cost, .. } => Some(cost),
            Way::Device { .. } => None,
        }
    }

    /// The private keys, if the credential is this slot's.
    pub(super) fn open(
        &self,
        store: Uuid,
        keys: &AccountKeys,
        credential: Credential<'_>,
    ) -> Result<Option<Identity>, StoreError> {
        let wrapping = match (&self.way, credential) {
            (Way::Passphrase { cost, salt }, Credential::Passphrase(passphrase)) => {
                derive(passphrase, salt, *cost)?
            }
            (Way::Device { salt }, Credential::Device(secret)) => device_key(secret, salt),
            (Way::Passphrase { .. }, Credential::Device(_))
            | (Way::Device { .. }, Credential::Passphrase(_)) => return Ok(None),
        };
        let opened = XChaCha20Poly1305::new((&*wrapping).into()).decrypt(
            &XNonce::from(self.nonce),
            Payload {
                msg: &self.wrapped,
                aad: &bound(store, keys, &self.way)?,
            },
        );
        Ok(opened
            .ok()
            .map(Zeroizing::new)
            .and_then(|bytes| Identity::from_bytes(&bytes)))
    }
}

fn device_key(secret: &DeviceSecret, salt: &[u8; 16]) -> Zeroizing<[u8; 32]> {
    *expand(secret.bytes(), &[b"fairhold/2/device/", salt])
}

/// What a slot is bound to, so that a cheaper cost, another name or other public keys can't be written over it.
fn bound(store: Uuid, keys: &AccountKeys, way: &Way) -> Result<Vec<u8>, StoreError> {
    postcard::to_allocvec(&(store, keys.account, &keys.sign_in_name, &keys.public, way))
        .map_err(|_error| StoreError::Keys)
}
