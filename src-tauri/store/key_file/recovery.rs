//! The recovery sheet: a code on paper that opens the store when a passphrase is forgotten.
//!
//! The code is 256 random bits as 52 characters of Crockford's base 32 and four that check them, in fourteen
//! groups of four. It needs no slow derivation: nobody guesses 256 bits.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use data_encoding::{Encoding, Specification};
use domain::id::AccountId;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Holder, KeyFile, Opened};
use crate::error::{OpenError, StoreError};
use crate::kdf::KdfCost;
use crate::keys::{StoreKey, expand, random, without_secrets};
use crate::seal::{Identity, Purpose, Sealed, SealingKey, SealingPublic};

const CODE_BYTES: usize = 32;
const CODE_CHARACTERS: usize = 52;
const CHECK_CHARACTERS: usize = 4;
const GROUP: usize = 4;

/// Crockford's base 32, which reads O as nought, and I and L as one, and passes over spaces and hyphens.
fn crockford() -> Result<Encoding, StoreError> {
    let mut specification = Specification::new();
    specification
        .symbols
        .push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification
        .translate
        .from
        .push_str("abcdefghjkmnpqrstvwxyzOoIiLl");
    specification
        .translate
        .to
        .push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.encoding().map_err(|_error| StoreError::Keys)
}

/// A recovery code; shown once, wiped when dropped.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; CODE_BYTES]>);

impl RecoveryCode {
    fn generate() -> Result<Self, StoreError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// Reads a code as somebody typed it from the sheet; `None` when its check does not fit: a slip of the pen.
    pub fn parse(typed: &str) -> Option<Self> {
        let base = crockford().ok()?;
        let typed: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .filter(|letter| !letter.is_whitespace() && *letter != '-')
                .collect(),
        );
        let (code, check) = typed.split_at_checked(CODE_CHARACTERS)?;
        let bytes = Zeroizing::new(base.decode(code.as_bytes()).ok()?);
        let parsed = Self(Zeroizing::new(bytes.as_slice().try_into().ok()?));
        // Compared as the alphabet reads them, so that an O typed for a nought is none the worse.
        let wanted = parsed.check(&base);
        let typed_check: Option<String> = (check.len() == CHECK_CHARACTERS).then(|| {
            check
                .to_ascii_uppercase()
                .replace('O', "0")
                .replace(['I', 'L'], "1")
        });
        (typed_check.as_deref() == Some(wanted.as_str())).then_some(parsed)
    }

    fn check(&self, base: &Encoding) -> String {
        let digest = Sha256::new()
            .chain_update(b"fairhold/2/recovery-check/")
            .chain_update(self.0.as_slice())
            .finalize();
        base.encode(&digest)
            .chars()
            .take(CHECK_CHARACTERS)
            .collect()
    }

    /// The groups of the sheet.
    ///
    /// # Errors
    /// [`StoreError::Keys`] never in practice: the alphabet is a constant.
    pub fn groups(&self) -> Result<Zeroizing<Vec<String>>, StoreError> {
        let base = crockford()?;
        let mut text = Zeroizing::new(base.encode(self.0.as_slice()));
        text.push_str(&self.check(&base));
        let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
        Ok(Zeroizing::new(
            letters
                .chunks(GROUP)
                .map(|group| group.iter().collect())
                .collect(),
        ))
    }

    fn wrapping(&self, store: Uuid) -> Zeroizing<[u8; 32]> {
        *expand(
            self.0.as_slice(),
            &[b"fairhold/2/recovery/", store.as_bytes()],
        )
    }
}

without_secrets!(RecoveryCode);

/// The recovery sheet's keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Recovery {
    pub(super) public: SealingPublic,
    nonce: [u8; 24],
    wrapped: Vec<u8>,
    pub(super) store_key: Sealed,
    /// Milliseconds since 1970.
    made_at: i64,
    /// Whether it was typed back once from the sheet.
    confirmed: bool,
}

/// How the recovery sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoverySheet {
    /// There is none.
    Missing,
    /// One was made, and nobody has shown yet that it can be read.
    Unconfirmed,
    /// One was made and typed back from paper.
    Confirmed,
}

impl RecoverySheet {
    /// The word the store holds.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unconfirmed => "unconfirmed",
            Self::Confirmed => "confirmed",
        }
    }

    /// Reads the word the store holds.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Missing, Self::Unconfirmed, Self::Confirmed]
            .into_iter()
            .find(|sheet| sheet.code() == code)
    }
}

impl KeyFile {
    /// How the recovery sheet stands.
    pub(crate) fn recovery_sheet(&self) -> RecoverySheet {
        match &self.recovery {
            None => RecoverySheet::Missing,
            Some(recovery) if recovery.confirmed => RecoverySheet::Confirmed,
            Some(_) => RecoverySheet::Unconfirmed,
        }
    }

    /// Makes a recovery sheet; the one before opens nothing any more.
    ///
    /// # Errors
    /// [`StoreError::NotHeld`] when whoever makes it does not hold every compartment, which the sheet must open.
    pub(crate) fn make_recovery(
        &mut self,
        key: &StoreKey,
        maker: AccountId,
        identity: &Identity,
        at: DateTime<Utc>,
    ) -> Result<RecoveryCode, StoreError> {
        let code = RecoveryCode::generate()?;
        let private = SealingKey::generate()?;
        let public = private.public()?;
        let nonce = random()?;
        let wrapped = XChaCha20Poly1305::new((&*code.wrapping(self.store)).into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: private.bytes(),
                    aad: self.store.as_bytes(),
                },
            )
            .map_err(|_error| StoreError::Keys)?;
        let bound = self.bound_to_epoch(self.epoch, Holder::Recovery);
        self.recovery = Some(Recovery {
            public,
            nonce,
            wrapped,
            store_key: public.seal(Purpose::StoreKey, &bound, key.bytes())?,
            made_at: at.timestamp_millis(),
            confirmed: false,
        });
        for compartment in domain::compartment::Compartment::ALL {
            self.give_compartment(
                compartment,
                Holder::Account(maker.uuid()),
                &identity.sealing,
                Holder::Recovery,
            )?;
        }
        Ok(code)
    }

    fn open_recovery(&self, code: &RecoveryCode) -> Option<SealingKey> {
        let recovery = self.recovery.as_ref()?;
        let bytes = XChaCha20Poly1305::new((&*code.wrapping(self.store)).into())
            .decrypt(
                &XNonce::from(recovery.nonce),
                Payload {
                    msg: &recovery.wrapped,
                    aad: self.store.as_bytes(),
                },
            )
            .map(Zeroizing::new)
            .ok()?;
        SealingKey::from_bytes(&bytes)
    }

    /// Notes that the sheet was typed back; says whether it was this store's newest.
    pub(crate) fn confirm_recovery(&mut self, code: &RecoveryCode) -> bool {
        let fits = self.open_recovery(code).is_some();
        if let Some(recovery) = self.recovery.as_mut().filter(|_| fits) {
            recovery.confirmed = true;
        }
        fits
    }

    /// Lets an account in by the recovery sheet: it gets fresh keys, a new passphrase, and the compartments it held.
    ///
    /// # Errors
    /// [`OpenError::WrongPassphrase`] when the code is not the newest sheet's, or there is no such account.
    pub(crate) fn recover(
        &mut self,
        code: &RecoveryCode,
        name: &str,
        passphrase: &str,
        cost: KdfCost,
    ) -> Result<Opened, OpenError> {
        let private = self.open_recovery(code).ok_or(OpenError::WrongPassphrase)?;
        let sealed = self
            .recovery
            .as_ref()
            .map(|recovery| recovery.store_key.clone())
            .ok_or(OpenError::WrongPassphrase)?;
        let key = self.unseal(&private, Holder::Recovery, &sealed, self.epoch)?;
        self.authenticate(&key)?;
        let outgoing = self.open_outgoing(&private, Holder::Recovery)?;
        let account = self
            .accounts
            .iter()
            .find(|keys| fold(&keys.sign_in_name) == fold(name))
            .map(super::AccountKeys::account)
            .ok_or(OpenError::WrongPassphrase)?;
        let held = self.compartments_of(account);
        let identity = self.replace_identity(&key, account, passphrase, cost)?;
        for compartment in held {
            self.give_compartment(
                compartment,
                Holder::Recovery,
                &private,
                Holder::Account(account.uuid()),
            )?;
        }
        if let (Some(before), Some(of)) = (&outgoing, &mut self.outgoing) {
            // An interrupted rotation is finished under the fresh keys.
            let epoch = of.epoch;
            of.store_keys
                .retain(|(whose, _)| *whose != Holder::Account(account.uuid()));
            let bound = self.bound_to_epoch(epoch, Holder::Account(account.uuid()));
            let sealed =
                identity
                    .public()?
                    .sealing
                    .seal(Purpose::StoreKey, &bound, before.bytes())?;
            if let Some(of) = &mut self.outgoing {
                of.store_keys
                    .push((Holder::Account(account.uuid()), sealed));
            }
        }
        Ok(Opened {
            account,
            identity,
            key,
            outgoing,
        })
    }
}
