//! The file of a backup.
//!
//! `FAIRBACK`, a version (2 bytes, big-endian), the length of the header (4), the header in postcard's wire format;
//! then, one after the other, the key file, the journal's head, the erasure ledger and the database, each as it lies
//! in a store's folder; a SHA-256 of all above, and an Ed25519 signature of that by whoever made it. The key by which
//! it verifies is in the key file, which the store key vouches for: so the sum finds damage before any passphrase is
//! known, and the signature finds what somebody else made.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::id::{AccountId, BackupId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::companion::short;
use super::{BackupError, BackupFault};
use crate::files::{Folder, erase_file, owner_only, sync_folder};
use crate::head;
use crate::journal;
use crate::key_file::KeyFile;
use crate::seal::verify;
use crate::write::Store;

const MAGIC: &[u8; 8] = b"FAIRBACK";
/// The version of the file that this program reads and writes.
const VERSION: u16 = 1;
const START: usize = 8 + 2 + 4;
const SUM: usize = 32;
const SIGNATURE: usize = 64;
/// A longer header is none of ours.
const LONGEST_HEADER: usize = 4096;
/// The largest of the small files; the database has no bound of its own.
const LARGEST_PART: u64 = 256 << 20;
const AT_ONCE: usize = 1 << 20;
const SIGNED: &str = "backup";

/// What the file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    store: Uuid,
    id: Uuid,
    /// Milliseconds since 1970.
    made_at: i64,
    made_by: Uuid,
    seq: i64,
    hash: [u8; 32],
    /// The format of the database.
    format: u32,
    keys: u64,
    head: u64,
    ledger: u64,
    database: u64,
}

/// What a backup says of itself before anybody opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupAbout {
    /// The store's id.
    pub store: Uuid,
    /// The backup's.
    pub id: BackupId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The last entry of the journal in it.
    pub seq: i64,
}

impl Header {
    fn about(&self) -> Result<BackupAbout, BackupFault> {
        Ok(BackupAbout {
            store: self.store,
            id: BackupId::from_uuid(self.id),
            made_at: DateTime::from_timestamp_millis(self.made_at).ok_or(BackupFault::Damaged)?,
            seq: self.seq,
        })
    }
}

/// Says what a file says of itself; nothing vouches for it.
///
/// # Errors
/// [`BackupError::Fault`] when it is no backup.
pub fn look_at_backup(path: &Path) -> Result<BackupAbout, BackupError> {
    let mut file = open(path)?;
    let length = file.metadata()?.len();
    let (_, header) = read_header(&mut file, length)?;
    header.about().map_err(BackupError::Fault)
}

/// The names that sign in to the store in a backup; nothing vouches for them.
///
/// # Errors
/// [`BackupError::Fault`] when it is no backup.
pub fn backup_names(path: &Path) -> Result<Vec<String>, BackupError> {
    let mut file = open(path)?;
    let length = file.metadata()?.len();
    let (_, header) = read_header(&mut file, length)?;
    let mut keys = vec![0; usize::try_from(header.keys).unwrap_or(0)];
    file.read_exact(&mut keys)?;
    let keys = KeyFile::parse(&keys).map_err(|_error| BackupError::Fault(BackupFault::Damaged))?;
    Ok(keys.doors().map(|door| door.sign_in_name).collect())
}

fn open(path: &Path) -> Result<File, BackupError> {
    match File::open(path) {
        Ok(file) => Ok(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(BackupError::Fault(BackupFault::Missing))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads as much as there is, up to a buffer's length.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// The start of the file with its header, and the header. What is cut is called so before what is changed.
fn read_header(file: &mut impl Read, length: u64) -> Result<(Vec<u8>, Header), BackupError> {
    let fault = |fault| Err(BackupError::Fault(fault));
    let mut start = vec![0; START];
    let filled = fill(file, &mut start)?;
    let magic = start.get(..filled.min(MAGIC.len())).unwrap_or_default();
    if filled == 0 || !MAGIC.starts_with(magic) {
        return fault(BackupFault::NotOne);
    }
    if filled < START {
        return fault(BackupFault::Truncated);
    }
    let numbers = start.get(MAGIC.len()..).unwrap_or_default();
    let Some((version, size)) = numbers.split_first_chunk::<2>() else {
        return fault(BackupFault::Truncated);
    };
    match u16::from_be_bytes(*version) {
        VERSION => {}
        found if found > VERSION => return fault(BackupFault::Newer),
        _ => return fault(BackupFault::Damaged),
    }
    let size = size.first_chunk::<4>().map_or(usize::MAX, |size| {
        usize::try_from(u32::from_be_bytes(*size)).unwrap_or(usize::MAX)
    });
    if size > LONGEST_HEADER {
        return fault(BackupFault::Damaged);
    }
    let mut body = vec![0; size];
    if fill(file, &mut body)? < size {
        return fault(BackupFault::Truncated);
    }
    let Ok((header, [])) = postcard::take_from_bytes::<Header>(&body) else {
        return fault(BackupFault::Damaged);
    };
    let small = [header.keys, header.head, header.ledger];
    let parts = small
        .into_iter()
        .chain([header.database])
        .try_fold(0_u64, u64::checked_add);
    let around = u64::try_from(START + size + SUM + SIGNATURE).unwrap_or(u64::MAX);
    let Some(whole) = parts.and_then(|parts| parts.checked_add(around)) else {
        return fault(BackupFault::Damaged);
    };
    if small.into_iter().any(|part| part > LARGEST_PART) || length > whole {
        return fault(BackupFault::Damaged);
    }
    if length < whole {
        return fault(BackupFault::Truncated);
    }
    start.extend(body);
    Ok((start, header))
}

/// Takes a backup apart into an empty folder, and says what it is. The sum and the signature are verified; whoever
/// opens what was put there proves the key file, and with it the key that was signed with.
pub(super) fn unpack(path: &Path, folder: &Folder) -> Result<BackupAbout, BackupError> {
    let file = open(path)?;
    let length = file.metadata()?.len();
    let mut from = BufReader::with_capacity(AT_ONCE, file);
    let (start, header) = read_header(&mut from, length)?;
    let mut sum = Sha256::new();
    sum.update(&start);
    let parts = [
        (header.keys, folder.keys()),
        (header.head, folder.head()),
        (header.ledger, folder.ledger()),
        (header.database, folder.database()),
    ];
    for (length, to) in parts {
        take(&mut from, length, &to, &mut sum)?;
    }
    let sum: [u8; SUM] = sum.finalize().into();
    let mut end = [0; SUM + SIGNATURE];
    from.read_exact(&mut end)?;
    let (expected, signature) = end
        .split_first_chunk::<SUM>()
        .ok_or(BackupError::Fault(BackupFault::Truncated))?;
    if sum != *expected {
        return Err(BackupError::Fault(BackupFault::Damaged));
    }
    let bytes = fs::read(folder.keys())?;
    let keys = KeyFile::parse(&bytes)?;
    let signed = keys
        .signing_key(AccountId::from_uuid(header.made_by))
        .ok()
        .zip(signature.first_chunk::<SIGNATURE>())
        .is_some_and(|(key, signature)| verify(&key, SIGNED, &sum, signature));
    if !signed || keys.store != header.store {
        return Err(BackupError::Fault(BackupFault::Forged));
    }
    crate::files::replace(&folder.keys_copy(), &bytes)?;
    sync_folder(folder.path())?;
    header.about().map_err(BackupError::Fault)
}

fn take(from: &mut impl Read, length: u64, to: &Path, sum: &mut Sha256) -> Result<(), BackupError> {
    let mut file = owner_only().write(true).create_new(true).open(to)?;
    let mut left = length;
    let mut buffer = vec![0; AT_ONCE];
    while left > 0 {
        let wanted = usize::try_from(left).unwrap_or(AT_ONCE).min(AT_ONCE);
        let part = buffer.get_mut(..wanted).unwrap_or_default();
        from.read_exact(part)?;
        sum.update(&*part);
        file.write_all(part)?;
        left -= u64::try_from(wanted).unwrap_or(left);
    }
    file.sync_all()?;
    Ok(())
}

/// A name for a part of a backup that is not finished: the same each time, so that the next one takes its place.
fn draft(folder: &Path, store: Uuid, end: &str) -> PathBuf {
    folder.join(format!(".fairhold-{}.{end}", short(store)))
}

impl Store {
    /// Writes the file; gives the last entry of the journal in it and its size.
    pub(super) fn write_backup(
        &mut self,
        to: &Path,
        folder: &Path,
        id: BackupId,
        at: DateTime<Utc>,
    ) -> Result<(i64, u64), BackupError> {
        let database = draft(folder, self.keys.store, "database");
        let whole = draft(folder, self.keys.store, "unfinished");
        erase_file(&database)?;
        erase_file(&whole)?;
        // Nobody else writes: what is copied ends with this entry.
        let head = journal::head(&self.writer)?;
        self.copy_database(&database)?;
        let keys = fs::read(self.folder.keys())?;
        let head_bytes = head::to_bytes(&self.keys, &self.key, head);
        let ledger = fs::read(self.folder.ledger())?;
        let length = |bytes: &[u8]| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let header = Header {
            store: self.keys.store,
            id: id.uuid(),
            made_at: at.timestamp_millis(),
            made_by: self.account.uuid(),
            seq: head.seq,
            hash: head.hash,
            format: self
                .writer
                .query_row("PRAGMA user_version", [], |row| row.get(0))?,
            keys: length(&keys),
            head: length(&head_bytes),
            ledger: length(&ledger),
            database: fs::metadata(&database)?.len(),
        };
        let header = postcard::to_allocvec(&header)
            .map_err(|_error| BackupError::Fault(BackupFault::Damaged))?;
        let mut out = Summed::new(&whole)?;
        out.put(MAGIC)?;
        out.put(&VERSION.to_be_bytes())?;
        out.put(
            &u32::try_from(header.len())
                .unwrap_or(u32::MAX)
                .to_be_bytes(),
        )?;
        for part in [&header, &keys, &head_bytes, &ledger] {
            out.put(part)?;
        }
        let mut from = File::open(&database)?;
        let mut buffer = vec![0; AT_ONCE];
        loop {
            let read = fill(&mut from, &mut buffer)?;
            if read == 0 {
                break;
            }
            out.put(buffer.get(..read).unwrap_or_default())?;
        }
        let bytes = out.finish(|sum| self.identity.sign(SIGNED, sum))?;
        erase_file(&database)?;
        fs::rename(&whole, to)?;
        sync_folder(folder)?;
        Ok((head.seq, bytes))
    }

    /// Copies the database as it is at this moment, under the same key, without the gaps that deleted rows left.
    fn copy_database(&self, to: &Path) -> Result<(), BackupError> {
        // Made here, so that it is the owner's alone; SQLite takes a file that is empty.
        owner_only().write(true).create_new(true).open(to)?;
        let name = to.to_str().ok_or(BackupError::Name)?;
        self.writer.execute("VACUUM INTO ?1", [name])?;
        File::open(to)?.sync_all()?;
        Ok(())
    }
}

/// A file being written, with the sum of what is in it.
struct Summed {
    file: BufWriter<File>,
    sum: Sha256,
    bytes: u64,
}

impl Summed {
    fn new(path: &Path) -> io::Result<Self> {
        let file = owner_only().write(true).create_new(true).open(path)?;
        Ok(Self {
            file: BufWriter::with_capacity(AT_ONCE, file),
            sum: Sha256::new(),
            bytes: 0,
        })
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.file.write_all(bytes)
    }

    /// Puts the sum and the signature at the end, and makes it durable.
    fn finish(mut self, sign: impl FnOnce(&[u8]) -> [u8; SIGNATURE]) -> io::Result<u64> {
        let sum: [u8; SUM] = self.sum.finalize().into();
        self.file.write_all(&sum)?;
        self.file.write_all(&sign(&sum))?;
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        Ok(self
            .bytes
            .saturating_add(u64::try_from(SUM + SIGNATURE).unwrap_or(0)))
    }
}
