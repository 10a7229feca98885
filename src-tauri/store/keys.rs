//! The store key and the keys derived from it.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::error::StoreError;

/// Fresh random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0_u8; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// The same, where a secret is to lie: what a function gives back by value may stay behind on its stack.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_error| StoreError::Random)
}

/// Where a key is going to lie.
#[expect(
    clippy::unnecessary_box_returns,
    reason = "a value that is moved leaves its bytes behind, a box does not"
)]
pub(crate) fn room() -> Box<Zeroizing<[u8; 32]>> {
    Box::new(Zeroizing::new([0_u8; 32]))
}

/// Shows nothing of what is secret in a type.
macro_rules! without_secrets {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($name), "([withheld])"))
            }
        }
    )+};
}
pub(crate) use without_secrets;

/// A type of key: 256 bits, wiped when dropped.
///
/// Boxed, as all keys here are: a value that is moved leaves its bytes behind on every stack it lay on, where
/// nothing wipes them; a box moves as a pointer.
macro_rules! key {
    ($(#[$about:meta])* $visible:vis struct $name:ident;) => {
        $(#[$about])*
        #[derive(Clone)]
        $visible struct $name(Box<zeroize::Zeroizing<[u8; 32]>>);

        impl $name {
            /// A fresh one.
            ///
            /// # Errors
            /// [`StoreError::Random`](crate::StoreError::Random) when the system gives no random bytes.
            $visible fn generate() -> Result<Self, crate::error::StoreError> {
                let mut key = crate::keys::room();
                crate::keys::fill(key.as_mut_slice())?;
                Ok(Self(key))
            }

            /// As it was kept; `None` for anything that is no such key.
            $visible fn from_bytes(bytes: &[u8]) -> Option<Self> {
                let mut key = crate::keys::room();
                if bytes.len() != key.len() {
                    return None;
                }
                key.copy_from_slice(bytes);
                Some(Self(key))
            }

            /// As it is to be kept, wrapped.
            $visible fn bytes(&self) -> &[u8] {
                self.0.as_slice()
            }
        }

        crate::keys::without_secrets!($name);
    };
}
pub(crate) use key;

key! {
    /// The 256 random bits everything of a store is sealed under. Never written but wrapped.
    pub(crate) struct StoreKey;
}

/// What a derived key is for; the word goes into the derivation.
#[derive(Clone, Copy, Debug)]
enum Purpose {
    Database,
    KeyFile,
    Head,
    Ledger,
    Subjects,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::KeyFile => "key-file",
            Self::Head => "head",
            Self::Ledger => "ledger",
            Self::Subjects => "subjects",
        }
    }
}

impl StoreKey {
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    fn derive(&self, purpose: Purpose, store: &[u8; 16], epoch: u32) -> Box<Zeroizing<[u8; 32]>> {
        expand(
            self.bytes(),
            &[
                b"fairhold/1/",
                purpose.word().as_bytes(),
                store,
                &epoch.to_be_bytes(),
            ],
        )
    }

    /// The key that authenticates the key file.
    pub(crate) fn key_file_mac(&self, store: &[u8; 16], epoch: u32, message: &[u8]) -> [u8; 32] {
        mac(&self.derive(Purpose::KeyFile, store, epoch), message)
    }

    /// The key that authenticates the head file.
    pub(crate) fn head_mac(&self, store: &[u8; 16], epoch: u32, message: &[u8]) -> [u8; 32] {
        mac(&self.derive(Purpose::Head, store, epoch), message)
    }

    /// The key that the file of subject keys is sealed under.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn subjects(&self, store: &[u8; 16], epoch: u32) -> Box<Zeroizing<[u8; 32]>> {
        self.derive(Purpose::Subjects, store, epoch)
    }

    /// The key that wraps the outside key at the head of the erasure ledger.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "a value that is moved leaves its bytes behind, a box does not"
    )]
    pub(crate) fn ledger(&self, store: &[u8; 16], epoch: u32) -> Box<Zeroizing<[u8; 32]>> {
        self.derive(Purpose::Ledger, store, epoch)
    }

    /// The database's key, with its salt.
    pub(crate) fn database(&self, store: &[u8; 16], epoch: u32, salt: [u8; 16]) -> DatabaseKey {
        DatabaseKey {
            key: self.derive(Purpose::Database, store, epoch),
            salt,
        }
    }
}

/// A key from another and from what it is for (HKDF-SHA-256).
#[expect(
    clippy::unnecessary_box_returns,
    reason = "a value that is moved leaves its bytes behind, a box does not"
)]
pub(crate) fn expand(secret: &[u8], purpose: &[&[u8]]) -> Box<Zeroizing<[u8; 32]>> {
    let mut key = room();
    let expanded = Hkdf::<Sha256>::new(None, secret).expand_multi_info(purpose, key.as_mut_slice());
    debug_assert!(
        expanded.is_ok(),
        "32 bytes are within what HKDF-SHA-256 gives"
    );
    key
}

/// HMAC-SHA-256.
pub(crate) fn mac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // HMAC takes a key of any length, so there is no length to be wrong.
    <Hmac<Sha256> as KeyInit>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().into())
        .unwrap_or_default()
}

/// Compares without telling by the time where two values differ.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .fold(0, |differing, (a, b)| differing | (a ^ b))
            == 0
}

/// The raw key SQLCipher is given, and the salt at the head of the file.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DatabaseKey {
    key: Box<Zeroizing<[u8; 32]>>,
    salt: [u8; 16],
}

impl DatabaseKey {
    pub(crate) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    pub(crate) const fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The statement that hands the key over. SQLCipher takes `x'…'` as it is, without deriving.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        self.statement("PRAGMA key = \"x'")
    }

    /// The statement that puts the whole database under this key.
    pub(crate) fn rekey(&self) -> Zeroizing<String> {
        self.statement("PRAGMA rekey = \"x'")
    }

    fn statement(&self, start: &str) -> Zeroizing<String> {
        let mut sql = Zeroizing::new(String::with_capacity(128));
        let mut digits = [0_u8; 64];
        sql.push_str(start);
        if hex::encode_to_slice(self.key.as_slice(), &mut digits).is_ok() {
            sql.push_str(std::str::from_utf8(&digits).unwrap_or_default());
        }
        digits.zeroize();
        sql.push_str(&hex::encode(self.salt));
        sql.push_str("'\"");
        sql
    }
}

without_secrets!(DatabaseKey);

/// Encrypts under a key, bound to what the text belongs to: a nonce by chance, and the text with its tag.
pub(crate) fn encrypt(key: &[u8; 32], bound: &[u8], text: &[u8]) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; 24] = random()?;
    let payload = Payload {
        msg: text,
        aad: bound,
    };
    let body = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_error| StoreError::Keys)?;
    Ok([nonce.as_slice(), &body].concat())
}

/// Decrypts what [`encrypt`] made.
pub(crate) fn decrypt(key: &[u8; 32], bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed.split_first_chunk::<24>()?;
    let payload = Payload {
        msg: body,
        aad: bound,
    };
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), payload)
        .ok()
        .map(Zeroizing::new)
}
