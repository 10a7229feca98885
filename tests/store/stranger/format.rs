//! The documented format, read by nothing of this program: key file, subject keys, database, sealed records.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, single_shot_open};
use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

#[derive(Clone, Deserialize, Serialize)]
struct Public {
    sealing: [u8; 32],
    signing: [u8; 32],
}

#[derive(Deserialize)]
pub(super) struct Sealed {
    encapsulated: [u8; 32],
    pub(super) text: Vec<u8>,
}

#[derive(Clone, Deserialize, Serialize)]
enum Way {
    Passphrase {
        cost: (u32, u32, u32),
        salt: [u8; 16],
    },
    Device {
        salt: [u8; 16],
    },
}

#[derive(Deserialize)]
struct Slot {
    way: Way,
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

#[derive(Deserialize)]
struct Account {
    id: Uuid,
    name: String,
    public: Public,
    slots: Vec<Slot>,
    store_key: Sealed,
}

#[derive(Deserialize)]
enum Holder {
    Account(Uuid),
    Recovery,
}

#[derive(Deserialize)]
struct CompartmentKey {
    compartment: String,
    generation: u32,
    _public: [u8; 32],
    holdings: Vec<(Holder, Sealed)>,
}

/// The key file, up to where nothing more is of use.
#[derive(Deserialize)]
struct KeyFile {
    store: Uuid,
    _revision: u64,
    epoch: u32,
    salt: [u8; 16],
    accounts: Vec<Account>,
    compartments: Vec<CompartmentKey>,
}

/// Every key that the files and a passphrase lead to.
pub(crate) struct Keys {
    account: Uuid,
    /// The private key that others seal to, then the one it signs with.
    own: [[u8; 32]; 2],
    store: [u8; 32],
    database: [u8; 32],
    subjects_file: [u8; 32],
    pub(crate) subjects: BTreeMap<Uuid, [u8; 32]>,
    pub(super) compartments: Vec<(String, u32, [u8; 32])>,
}

impl Keys {
    /// The database's key.
    pub(super) fn database(&self) -> [u8; 32] {
        self.database
    }

    fn all(&self) -> Vec<[u8; 32]> {
        let mut all = vec![
            self.own[0],
            self.own[1],
            self.store,
            self.database,
            self.subjects_file,
        ];
        all.extend(self.subjects.values());
        all.extend(self.compartments.iter().map(|(_, _, key)| key));
        all
    }
}

fn derived(key: &[u8], info: &[&[u8]]) -> [u8; 32] {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(None, key)
        .expand_multi_info(info, &mut out)
        .unwrap();
    out
}

fn unwrapped(key: &[u8; 32], nonce: [u8; 24], bound: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: text,
                aad: bound,
            },
        )
        .ok()
}

/// The same, for a text that begins with its nonce.
fn decrypted(key: &[u8; 32], bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = sealed.split_first_chunk::<24>()?;
    unwrapped(key, *nonce, bound, text)
}

fn unsealed(private: &[u8; 32], purpose: &str, bound: &[u8], sealed: &Sealed) -> Option<Vec<u8>> {
    let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(private).ok()?;
    let encapsulated =
        <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.encapsulated).ok()?;
    let info = [b"fairhold/2/seal/", purpose.as_bytes(), b"/", bound].concat();
    single_shot_open::<hpke::aead::ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        &info,
        &sealed.text,
        b"",
    )
    .ok()
}

fn key_file(folder: &Path) -> KeyFile {
    let bytes = fs::read(folder.join("fairhold.keys")).unwrap();
    let fields = bytes.strip_prefix(b"FAIRHOLD\0\x02").unwrap();
    postcard::take_from_bytes(fields).unwrap().0
}

/// From the files and a passphrase, step by step, to every key.
pub(crate) fn keys(folder: &Path, name: &str, passphrase: &str) -> Keys {
    let file = key_file(folder);
    let account = file
        .accounts
        .iter()
        .find(|account| account.name == name)
        .unwrap();
    let [slot] = account.slots.as_slice() else {
        panic!("one way in");
    };
    let Way::Passphrase { cost, salt } = &slot.way else {
        panic!("a passphrase");
    };
    let mut wrapping = [0; 32];
    Argon2::new(
        Algorithm::Argon2id,
        Version::V0x13,
        Params::new(cost.0, cost.1, cost.2, Some(32)).unwrap(),
    )
    .hash_password_into(
        passphrase.nfkc().collect::<String>().as_bytes(),
        salt,
        &mut wrapping,
    )
    .unwrap();
    let bound = postcard::to_allocvec(&(
        file.store,
        account.id,
        &account.name,
        &account.public,
        &slot.way,
    ))
    .unwrap();
    let own = unwrapped(&wrapping, slot.nonce, &bound, &slot.wrapped).unwrap();
    let own: [[u8; 32]; 2] = [own[..32].try_into().unwrap(), own[32..].try_into().unwrap()];

    let store = file.store.as_bytes().as_slice();
    let epoch = file.epoch.to_be_bytes();
    let bound = [store, &epoch, account.id.as_bytes()].concat();
    let opened = unsealed(&own[0], "store-key", &bound, &account.store_key).unwrap();
    let store_key: [u8; 32] = opened.try_into().unwrap();
    let derive = |what: &str| {
        derived(
            &store_key,
            &[b"fairhold/1/", what.as_bytes(), store, &epoch],
        )
    };
    let subjects_file = derive("subjects");

    let mut compartments = Vec::new();
    for key in &file.compartments {
        for (holder, sealed) in &key.holdings {
            let holder = match holder {
                Holder::Account(account) => *account,
                Holder::Recovery => Uuid::nil(),
            };
            let bound = [
                store,
                holder.as_bytes(),
                &key.generation.to_be_bytes(),
                key.compartment.as_bytes(),
            ]
            .concat();
            // Whoever's it is: it can only be tried.
            if let Some(opened) = unsealed(&own[0], "compartment", &bound, sealed) {
                compartments.push((
                    key.compartment.clone(),
                    key.generation,
                    opened.try_into().unwrap(),
                ));
            }
        }
    }
    Keys {
        account: account.id,
        own,
        store: store_key,
        database: derive("database"),
        subjects: subjects(folder, &subjects_file),
        subjects_file,
        compartments,
    }
}

fn subjects(folder: &Path, key: &[u8; 32]) -> BTreeMap<Uuid, [u8; 32]> {
    let bytes = fs::read(folder.join("fairhold.subjects")).unwrap();
    let rest = bytes.strip_prefix(b"FAIRSUBJ").unwrap();
    let (salt, entries) = rest.split_first_chunk::<16>().unwrap();
    let key = derived(key, &[b"fairhold/2/subjects/", salt]);
    entries
        .chunks_exact(88)
        .map(|entry| {
            let (id, wrapped) = entry.split_first_chunk::<16>().unwrap();
            let opened = decrypted(&key, id, wrapped).unwrap();
            (Uuid::from_bytes(*id), opened.try_into().unwrap())
        })
        .collect()
}

/// The salt of the database's pages.
pub(super) fn salt(folder: &Path) -> [u8; 16] {
    key_file(folder).salt
}

/// The database, opened by SQLCipher with nothing of this program around it.
pub(crate) fn database(folder: &Path, keys: &Keys) -> Connection {
    #[expect(
        clippy::disallowed_methods,
        reason = "a stranger's program has no store to open it with"
    )]
    let connection = Connection::open(folder.join("fairhold.db")).unwrap();
    let key = hex::encode(keys.database) + &hex::encode(key_file(folder).salt);
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    connection
}

/// Every value of every row of every table, as bytes.
pub(super) fn everything(database: &Connection) -> BTreeMap<String, Vec<Vec<u8>>> {
    let tables: Vec<String> = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    tables
        .into_iter()
        .map(|table| {
            let mut statement = database
                .prepare(&format!("SELECT * FROM \"{table}\""))
                .unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            let mut values = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    values.push(match row.get(column).unwrap() {
                        Value::Text(text) => text.into_bytes(),
                        Value::Blob(bytes) => bytes,
                        Value::Integer(number) => number.to_string().into_bytes(),
                        Value::Real(number) => number.to_string().into_bytes(),
                        Value::Null => Vec::new(),
                    });
                }
            }
            (table, values)
        })
        .collect()
}

/// A sealed record as it lies in its row.
pub(super) struct Row {
    pub(super) candidate: Uuid,
    id: Uuid,
    pub(super) compartment: String,
    generation: u32,
    sealed: Vec<u8>,
    /// The copy of a paper, where one is kept with it.
    pub(super) copy: Option<Vec<u8>>,
}

impl Row {
    fn bound(&self) -> Vec<u8> {
        [
            self.candidate.as_bytes().as_slice(),
            self.id.as_bytes(),
            self.compartment.as_bytes(),
        ]
        .concat()
    }

    pub(super) fn parsed(&self) -> Sealed {
        postcard::from_bytes(&self.sealed).unwrap()
    }

    /// As the format says it is read, by who has the keys for it.
    pub(super) fn read(&self, keys: &Keys) -> Option<String> {
        let (_, _, key) = keys
            .compartments
            .iter()
            .find(|(compartment, generation, _)| {
                (compartment, *generation) == (&self.compartment, self.generation)
            })?;
        let inner = unsealed(key, "record", &self.bound(), &self.parsed())?;
        let text = decrypted(keys.subjects.get(&self.candidate)?, &self.bound(), &inner)?;
        String::from_utf8(text).ok()
    }

    /// The copy that is kept with it, by who has the keys for it.
    pub(super) fn read_copy(&self, keys: &Keys) -> Option<String> {
        let (generation, sealed): (u32, Sealed) =
            postcard::from_bytes(self.copy.as_ref()?).unwrap();
        let (_, _, key) = keys.compartments.iter().find(|(compartment, known, _)| {
            (compartment, *known) == (&self.compartment, generation)
        })?;
        let inner = unsealed(key, "copy", &self.bound(), &sealed)?;
        let bound = [self.bound().as_slice(), b"copy"].concat();
        let text = decrypted(keys.subjects.get(&self.candidate)?, &bound, &inner)?;
        String::from_utf8(text).ok()
    }

    /// Every key in every way that the format has: whether any gets anything out of it, or of its copy.
    pub(super) fn yields_to(&self, keys: &Keys) -> bool {
        let copy = self.copy.as_ref().is_some_and(|copy| {
            let (_, sealed): (u32, Sealed) = postcard::from_bytes(copy).unwrap();
            self.gives(keys, &sealed)
        });
        copy || self.gives(keys, &self.parsed())
    }

    fn gives(&self, keys: &Keys, sealed: &Sealed) -> bool {
        let copy = [self.bound().as_slice(), b"copy"].concat();
        let bounds: [&[u8]; 5] = [
            &self.bound(),
            &copy,
            self.candidate.as_bytes(),
            keys.account.as_bytes(),
            b"",
        ];
        keys.all().iter().any(|key| {
            bounds.into_iter().any(|bound| {
                ["record", "copy", "compartment", "store-key"]
                    .into_iter()
                    .any(|purpose| unsealed(key, purpose, bound, sealed).is_some())
                    || decrypted(key, bound, &sealed.text).is_some()
                    || decrypted(key, bound, &self.sealed).is_some()
            })
        })
    }
}

pub(super) fn sealed_rows(database: &Connection) -> Vec<Row> {
    database
        .prepare(
            "SELECT candidate.id, sealed_record.id, compartment, generation, sealed, copy
             FROM sealed_record
             JOIN candidate ON candidate.row = sealed_record.candidate",
        )
        .unwrap()
        .query_map([], |row| {
            Ok(Row {
                candidate: Uuid::from_bytes(row.get(0)?),
                id: Uuid::from_bytes(row.get(1)?),
                compartment: row.get(2)?,
                generation: row.get(3)?,
                sealed: row.get(4)?,
                copy: row.get(5)?,
            })
        })
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

pub(super) fn holds(values: &[Vec<u8>], word: &str) -> bool {
    values.iter().any(|value| {
        value
            .windows(word.len())
            .any(|part| part == word.as_bytes())
    })
}
