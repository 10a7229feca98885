//! The journal's head kept outside the database, so that a database put back to an older state is noticed.
//!
//! The file says in clear under which epoch of the store key it was written: a key file of an earlier epoch, put
//! back in the newest one's place, can then be called what it is.
//!
//! The file is written when the store is made, when it closes, and after each erasure and each change of the store
//! key. The database may be ahead of it, after a crash; it may never be behind, nor have another entry at the
//! file's place. Nor is it ever missing: without it, a database put back would not be noticed.

use std::io;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::error::StoreError;
use crate::files::{Folder, replace};
use crate::journal::{self, Detail, Entry, Head};
use crate::key_file::KeyFile;
use crate::keys::{StoreKey, same};
use crate::write::Store;

const MAGIC: &[u8; 8] = b"FAIRHEAD";

/// How the journal compares with the head that was kept outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadCheck {
    /// The journal holds the entry that was its last, and perhaps more.
    Agrees,
    /// A page of the database is damaged, so that nothing could be compared.
    NotChecked,
    /// There is nothing outside to compare with.
    Missing,
    /// What is outside was not written by this program for this store.
    Damaged,
    /// The database is older than the head, or another one: was it restored from a backup?
    Differs {
        /// How many entries the journal had.
        expected: i64,
        /// How many it has.
        found: i64,
    },
}

impl HeadCheck {
    /// The word the journal holds.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::NotChecked => "not-checked",
            Self::Missing => "missing",
            Self::Damaged => "damaged",
            Self::Differs { .. } => "differs",
        }
    }
}

/// Writes the head beside the database.
pub(crate) fn write(
    folder: &Folder,
    keys: &KeyFile,
    key: &StoreKey,
    head: Head,
) -> Result<(), StoreError> {
    replace(&folder.head(), &to_bytes(keys, key, head))?;
    Ok(())
}

/// The head as its file holds it.
pub(crate) fn to_bytes(keys: &KeyFile, key: &StoreKey, head: Head) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(84);
    bytes.extend(MAGIC);
    bytes.extend(keys.epoch().to_be_bytes());
    bytes.extend(head.seq.to_be_bytes());
    bytes.extend(head.hash);
    let mac = keys.head_mac(key, &bytes);
    bytes.extend(mac);
    bytes
}

/// What the file says, if it was written under the store key, or under the one before where a change of it was
/// interrupted.
fn parse(
    bytes: &[u8],
    keys: &KeyFile,
    key: &StoreKey,
    outgoing: Option<&StoreKey>,
) -> Option<Head> {
    let (body, mac) = bytes.split_last_chunk::<32>()?;
    let before = outgoing.and_then(|outgoing| keys.outgoing_head_mac(outgoing, body));
    let is_ours =
        same(&keys.head_mac(key, body), mac) || before.is_some_and(|before| same(&before, mac));
    if !is_ours {
        return None;
    }
    let (_epoch, rest) = body.strip_prefix(MAGIC)?.split_first_chunk::<4>()?;
    let (seq, hash) = rest.split_first_chunk::<8>()?;
    Some(Head {
        seq: i64::from_be_bytes(*seq),
        hash: hash.try_into().ok()?,
    })
}

/// The epoch under which the head was written; nothing vouches for it.
fn epoch(folder: &Folder) -> Option<u32> {
    let bytes = std::fs::read(folder.head()).ok()?;
    let epoch = bytes.strip_prefix(MAGIC)?.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*epoch))
}

/// Whether the head says that the store key was changed since a key file was written; nothing vouches for it.
pub(crate) fn is_of_later_keys(folder: &Folder, keys: &KeyFile) -> bool {
    epoch(folder).is_some_and(|epoch| epoch > keys.epoch())
}

/// Compares the journal with the head outside.
pub(crate) fn check(
    folder: &Folder,
    keys: &KeyFile,
    key: &StoreKey,
    outgoing: Option<&StoreKey>,
    connection: &Connection,
) -> Result<HeadCheck, StoreError> {
    let bytes = match std::fs::read(folder.head()) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(HeadCheck::Missing),
        Err(error) => return Err(error.into()),
    };
    let Some(outside) = parse(&bytes, keys, key, outgoing) else {
        return Ok(HeadCheck::Damaged);
    };
    compare(connection, &outside)
}

fn compare(connection: &Connection, outside: &Head) -> Result<HeadCheck, StoreError> {
    if outside.seq == 0 {
        return Ok(HeadCheck::Agrees);
    }
    let hash: Option<[u8; 32]> = connection
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([outside.seq], |row| row.get(0))
        .optional()?;
    if hash == Some(outside.hash) {
        return Ok(HeadCheck::Agrees);
    }
    Ok(HeadCheck::Differs {
        expected: outside.seq,
        found: journal::head(connection)?.seq,
    })
}

impl Head {
    /// As a keychain keeps it: the number of the entry, a colon, and its hash in hexadecimal.
    pub fn to_text(self) -> String {
        format!("{}:{}", self.seq, hex::encode(self.hash))
    }

    /// Reads what [`Self::to_text`] wrote; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let (seq, hash) = text.split_once(':')?;
        let mut head = Self {
            seq: seq.parse().ok()?,
            hash: [0; 32],
        };
        hex::decode_to_slice(hash, &mut head.hash).ok()?;
        Some(head)
    }
}

impl Store {
    /// The journal's last entry, to be kept outside the folder.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn journal_head(&self) -> Result<Head, StoreError> {
        journal::head(&self.writer)
    }

    /// Compares the journal with a head that was kept outside the folder; a difference is journalled.
    ///
    /// # Errors
    /// When the database can't be read or written.
    pub fn compare_head(
        &mut self,
        outside: &Head,
        at: DateTime<Utc>,
    ) -> Result<HeadCheck, StoreError> {
        let found = compare(&self.writer, outside)?;
        if let HeadCheck::Differs { .. } = found {
            let entry = Entry::new("compare-head").with("head", Detail::Word(found.word()));
            self.note(Some(self.account), at, entry)?;
        }
        Ok(found)
    }
}
