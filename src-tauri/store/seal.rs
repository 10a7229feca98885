//! Sealing to somebody's public key, and signing.
//!
//! Sealing is HPKE (RFC 9180) in base mode with X25519, HKDF-SHA-256 and ChaCha20-Poly1305; signing is Ed25519.
//! What a sealed text is for goes into its derivation, so that one can't be taken for another.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::keys::{fill, key, without_secrets};

/// Starts every purpose, so that nothing sealed here is mistaken for another program's.
const DOMAIN: &[u8] = b"fairhold/2/seal/";
/// Starts every message that is signed.
const SIGNED: &[u8] = b"fairhold/2/sign/";

/// What a sealed text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The store key, for an account or the recovery sheet.
    StoreKey,
    /// A compartment's private key, for one who holds it.
    Compartment,
    /// A sealed record, for a compartment.
    Record,
    /// The copy of a paper, for the compartment of the record it is kept with.
    Copy,
    /// Feedback that was not submitted, for its author.
    Draft,
}

impl Purpose {
    const fn word(self) -> &'static [u8] {
        match self {
            Self::StoreKey => b"store-key",
            Self::Compartment => b"compartment",
            Self::Record => b"record",
            Self::Copy => b"copy",
            Self::Draft => b"draft",
        }
    }

    /// The purpose and what the text is bound to.
    fn info(self, bound: &[u8]) -> Vec<u8> {
        [DOMAIN, self.word(), b"/", bound].concat()
    }
}

/// Something sealed to a public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed {
    /// The one-time public key of the sealing.
    encapsulated: [u8; 32],
    /// The text, with its authentication.
    text: Vec<u8>,
}

/// A key that anyone may seal to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealingPublic([u8; 32]);

impl SealingPublic {
    /// Seals a text, bound to a purpose and to what it belongs to.
    pub(crate) fn seal(
        &self,
        purpose: Purpose,
        bound: &[u8],
        text: &[u8],
    ) -> Result<Sealed, StoreError> {
        let to = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&self.0)
            .map_err(|_error| StoreError::Keys)?;
        let (encapsulated, text) =
            single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Base,
                &to,
                &purpose.info(bound),
                text,
                b"",
            )
            .map_err(|_error| StoreError::Keys)?;
        let mut bytes = [0; 32];
        encapsulated.write_exact(&mut bytes);
        Ok(Sealed {
            encapsulated: bytes,
            text,
        })
    }
}

key! {
    /// The private half of a [`SealingPublic`].
    pub(crate) struct SealingKey;
}

impl SealingKey {
    fn private(&self) -> Option<<X25519HkdfSha256 as Kem>::PrivateKey> {
        <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(self.0.as_slice()).ok()
    }

    /// The half that others seal to.
    pub(crate) fn public(&self) -> Result<SealingPublic, StoreError> {
        let private = self.private().ok_or(StoreError::Keys)?;
        let mut bytes = [0; 32];
        X25519HkdfSha256::sk_to_pk(&private).write_exact(&mut bytes);
        Ok(SealingPublic(bytes))
    }

    /// Opens what was sealed to this key; `None` for anything else.
    pub(crate) fn open(
        &self,
        purpose: Purpose,
        bound: &[u8],
        sealed: &Sealed,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let encapsulated =
            <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.encapsulated).ok()?;
        single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &self.private()?,
            &encapsulated,
            &purpose.info(bound),
            &sealed.text,
            b"",
        )
        .ok()
        .map(Zeroizing::new)
    }
}

/// The public keys of an account: what is sealed to it, and what it signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IdentityPublic {
    pub(crate) sealing: SealingPublic,
    pub(crate) signing: [u8; 32],
}

/// The private keys of an account; wiped when dropped.
#[derive(Clone)]
pub(crate) struct Identity {
    pub(crate) sealing: SealingKey,
    signing: Box<SigningKey>,
}

impl Identity {
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let mut seed = Zeroizing::new([0; 32]);
        fill(seed.as_mut_slice())?;
        Ok(Self {
            sealing: SealingKey::generate()?,
            signing: Box::new(SigningKey::from_bytes(&seed)),
        })
    }

    /// Both keys, as a slot wraps them.
    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.sealing.bytes(), self.signing.as_bytes()].concat())
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (sealing, signing) = bytes.split_first_chunk::<32>()?;
        let seed: Zeroizing<[u8; 32]> = Zeroizing::new(signing.try_into().ok()?);
        Some(Self {
            sealing: SealingKey::from_bytes(sealing)?,
            signing: Box::new(SigningKey::from_bytes(&seed)),
        })
    }

    pub(crate) fn public(&self) -> Result<IdentityPublic, StoreError> {
        Ok(IdentityPublic {
            sealing: self.sealing.public()?,
            signing: self.signing.verifying_key().to_bytes(),
        })
    }

    /// Signs a message of a kind.
    pub(crate) fn sign(&self, kind: &str, message: &[u8]) -> [u8; 64] {
        self.signing
            .sign(&[SIGNED, kind.as_bytes(), b"/", message].concat())
            .to_bytes()
    }
}

/// Whether a signature is of this message and by this key.
pub(crate) fn verify(signing: &[u8; 32], kind: &str, message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(signing).is_ok_and(|key| {
        key.verify_strict(
            &[SIGNED, kind.as_bytes(), b"/", message].concat(),
            &Signature::from_bytes(signature),
        )
        .is_ok()
    })
}

without_secrets!(Identity);
