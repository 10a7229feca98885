//! Subject keys: one for each candidate who has something sealed, in a small file beside the database.
//!
//! What is sealed of a candidate is encrypted under their key first. When they are erased, the file is written
//! anew without it, under another file key: a copy of their sealed records that survives somewhere, in a backup
//! or in a worn block of a disk, is noise.
//!
//! The file: `FAIRSUBJ`, a salt (16 bytes), then for each key the candidate's id (16), a nonce (24) and the
//! wrapped key (48). A key is added at the end; a part of one at the end, left by a crash, belongs to a record
//! that never came to be and is passed over.
//!
//! Backups leave this file out, or an erased person's sealed records could be read from one (SECURITY §4). Beside
//! them lies a *copy* of it, one for all, that is replaced by the newest: `FAIRSUBC`, the store's id (16), and the
//! same entries without the salt, encrypted under the outside key, since an earlier backup has an earlier store key.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use domain::id::CandidateId;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::files::{Folder, owner_only, replace_and_blank};
use crate::keys::{decrypt, encrypt, expand, random, without_secrets};
use crate::outside::OutsideKey;

const MAGIC: &[u8; 8] = b"FAIRSUBJ";
const HEADER: usize = 24;
const COPY_MAGIC: &[u8; 8] = b"FAIRSUBC";
const ENTRY: usize = 16 + 24 + 48;

/// The subject keys of a store.
#[derive(Debug)]
pub(crate) struct SubjectKeys {
    folder: Folder,
    salt: [u8; 16],
    file_key: Box<Zeroizing<[u8; 32]>>,
    keys: BTreeMap<Uuid, SubjectKey>,
}

/// One candidate's key; wiped when dropped.
#[derive(Clone)]
pub(crate) struct SubjectKey(Zeroizing<[u8; 32]>);

without_secrets!(SubjectKey);

impl SubjectKey {
    /// Encrypts under the candidate's key, bound to what the text belongs to.
    pub(crate) fn encrypt(&self, bound: &[u8], text: &[u8]) -> Result<Vec<u8>, StoreError> {
        encrypt(&self.0, bound, text)
    }

    /// Decrypts what [`Self::encrypt`] made.
    pub(crate) fn decrypt(
        &self,
        bound: &[u8],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        decrypt(&self.0, bound, sealed).ok_or(StoreError::Damaged)
    }
}

impl SubjectKeys {
    /// Reads the file, or begins an empty one where there is none.
    pub(crate) fn open(folder: &Folder, key: &[u8; 32]) -> Result<Self, StoreError> {
        let bytes = match fs::read(folder.subjects()) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut fresh = Self {
                    folder: folder.clone(),
                    salt: [0; 16],
                    file_key: Box::new(Zeroizing::new([0; 32])),
                    keys: BTreeMap::new(),
                };
                fresh.rewrite(key)?;
                return Ok(fresh);
            }
            Err(error) => return Err(error.into()),
        };
        let (header, entries) = bytes
            .split_first_chunk::<HEADER>()
            .ok_or(StoreError::Damaged)?;
        let salt: [u8; 16] = header
            .strip_prefix(MAGIC)
            .and_then(|salt| salt.try_into().ok())
            .ok_or(StoreError::Damaged)?;
        let file_key = file_key(key, &salt);
        let mut keys = BTreeMap::new();
        for entry in entries.chunks_exact(ENTRY) {
            let (id, key) = unwrap(&file_key, entry).ok_or(StoreError::Damaged)?;
            keys.insert(id, key);
        }
        Ok(Self {
            folder: folder.clone(),
            salt,
            file_key,
            keys,
        })
    }

    /// A candidate's key, if they have one.
    pub(crate) fn get(&self, candidate: CandidateId) -> Option<&SubjectKey> {
        self.keys.get(&candidate.uuid())
    }

    /// A candidate's key, made and on the disk before anything is sealed under it.
    pub(crate) fn get_or_make(&mut self, candidate: CandidateId) -> Result<SubjectKey, StoreError> {
        let id = candidate.uuid();
        if let Some(key) = self.keys.get(&id) {
            return Ok(key.clone());
        }
        let key = SubjectKey(Zeroizing::new(random()?));
        let entry = wrap(&self.file_key, id, &key)?;
        let mut file = owner_only().append(true).open(self.folder.subjects())?;
        let length = file.metadata()?.len();
        // What a crash left of an entry would shift every later one.
        let header = u64::try_from(HEADER).unwrap_or(u64::MAX);
        let size = u64::try_from(ENTRY).unwrap_or(u64::MAX);
        let over = length.saturating_sub(header) % size;
        if over > 0 {
            file.set_len(length.saturating_sub(over))?;
        }
        file.write_all(&entry)?;
        file.sync_all()?;
        self.keys.insert(id, key.clone());
        Ok(key)
    }

    /// Keeps the keys of these candidates alone, and writes the file anew under a fresh file key.
    pub(crate) fn keep_only(
        &mut self,
        living: &BTreeSet<Uuid>,
        key: &[u8; 32],
    ) -> Result<(), StoreError> {
        if self.keys.keys().all(|id| living.contains(id)) {
            return Ok(());
        }
        self.keys.retain(|id, _| living.contains(id));
        self.rewrite(key)
    }

    /// The copy that is kept beside backups.
    pub(crate) fn to_copy(&self, store: Uuid, outside: &OutsideKey) -> Result<Vec<u8>, StoreError> {
        let copy_key = outside.derive(store, "subjects");
        let mut bytes = Vec::with_capacity(HEADER + self.keys.len() * ENTRY);
        bytes.extend(COPY_MAGIC);
        bytes.extend(store.as_bytes());
        for (id, key) in &self.keys {
            bytes.extend(wrap(&copy_key, *id, key)?);
        }
        Ok(bytes)
    }

    /// Takes keys over from a copy, or from the file of the folder that the store was in: those of these candidates
    /// that are missing here. A file that is neither of this store's is passed over.
    pub(crate) fn bring_back(
        &mut self,
        copy: &Path,
        (store, outside, key): (Uuid, &OutsideKey, &[u8; 32]),
        wanted: &[Uuid],
    ) -> Result<(), StoreError> {
        let bytes = match fs::read(copy) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let of_copy = bytes
            .strip_prefix(COPY_MAGIC)
            .and_then(|rest| rest.strip_prefix(store.as_bytes()))
            .map(|entries| (outside.derive(store, "subjects"), entries));
        let of_folder = bytes
            .strip_prefix(MAGIC)
            .and_then(<[u8]>::split_first_chunk::<16>)
            .map(|(salt, entries)| (file_key(key, salt), entries));
        let Some((copy_key, entries)) = of_copy.or(of_folder) else {
            return Ok(());
        };
        for entry in entries.chunks_exact(ENTRY) {
            if let Some((id, key)) = unwrap(&copy_key, entry)
                && wanted.contains(&id)
            {
                self.keys.entry(id).or_insert(key);
            }
        }
        Ok(())
    }

    /// Whose keys there are.
    pub(crate) fn subjects(&self) -> Vec<Uuid> {
        self.keys.keys().copied().collect()
    }

    /// Writes the file anew, under a fresh file key of this key.
    pub(crate) fn rewrite(&mut self, key: &[u8; 32]) -> Result<(), StoreError> {
        self.salt = random()?;
        self.file_key = file_key(key, &self.salt);
        let mut bytes = Vec::with_capacity(HEADER + self.keys.len() * ENTRY);
        bytes.extend(MAGIC);
        bytes.extend(self.salt);
        for (id, key) in &self.keys {
            bytes.extend(wrap(&self.file_key, *id, key)?);
        }
        replace_and_blank(&self.folder.subjects(), &bytes)?;
        Ok(())
    }
}

#[expect(
    clippy::unnecessary_box_returns,
    reason = "a value that is moved leaves its bytes behind, a box does not"
)]
fn file_key(key: &[u8; 32], salt: &[u8; 16]) -> Box<Zeroizing<[u8; 32]>> {
    expand(key, &[b"fairhold/2/subjects/", salt])
}

fn wrap(file_key: &[u8; 32], id: Uuid, key: &SubjectKey) -> Result<Vec<u8>, StoreError> {
    let wrapped = encrypt(file_key, id.as_bytes(), key.0.as_slice())?;
    Ok([id.as_bytes().as_slice(), &wrapped].concat())
}

fn unwrap(file_key: &[u8; 32], entry: &[u8]) -> Option<(Uuid, SubjectKey)> {
    let (id, wrapped) = entry.split_first_chunk::<16>()?;
    let opened = decrypt(file_key, id, wrapped)?;
    let key: [u8; 32] = opened.as_slice().try_into().ok()?;
    Some((Uuid::from_bytes(*id), SubjectKey(Zeroizing::new(key))))
}
