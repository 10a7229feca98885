//! The file: `FAIRERAS`, a version (2 bytes, big-endian), the store's id (16), how many lines there are (4), the
//! outside key wrapped under the store key of the time (72; for a database that is older than the key), an
//! HMAC-SHA-256 of all above and of the lines, and the lines, each encrypted by itself and bound to its place. So a
//! file that was cut or changed is noticed, and what is whole of it still counts.

use std::path::Path;
use std::{fs, io};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Erased, Kind, LedgerFault};
use crate::error::StoreError;
use crate::files::replace_and_blank;
use crate::key_file::KeyFile;
use crate::keys::{StoreKey, decrypt, encrypt, mac, same};
use crate::outside::OutsideKey;

const MAGIC: &[u8; 8] = b"FAIRERAS";

/// The version of the file that this program reads and writes.
const VERSION: u16 = 1;

/// A nonce, the key and its tag.
const WRAP: usize = 24 + 32 + 16;

/// What the authentication is made of, before the lines.
const START: usize = 8 + 2 + 16 + 4 + WRAP;

const HEADER: usize = START + 32;

/// The most bytes of a rule's name.
const RULE: usize = 24;

const PLAIN: usize = 1 + 16 + 4 + 1 + RULE;

const LINE: usize = 24 + PLAIN + 16;

/// A longer file is none of ours: a million lines stay under it.
const LONGEST: u64 = 128 << 20;

/// What a file says.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) lines: Vec<Erased>,
    pub(super) whole: bool,
}

impl Erased {
    fn to_plain(&self) -> Result<[u8; PLAIN], StoreError> {
        let rule = self.rule.as_bytes();
        let length = u8::try_from(rule.len()).unwrap_or(u8::MAX);
        let mut padded = [0; RULE];
        let place = padded.get_mut(..rule.len()).ok_or(StoreError::Unreadable {
            column: "erasure_ledger.rule",
        })?;
        place.copy_from_slice(rule);
        [
            [self.kind.byte()].as_slice(),
            self.record.as_bytes(),
            &self.on.num_days_from_ce().to_be_bytes(),
            &[length],
            &padded,
        ]
        .concat()
        .try_into()
        .map_err(|_length| StoreError::Keys)
    }

    /// Whether it says more than what was known: an application that went after its history did.
    pub(super) fn supersedes(&self, known: &Self) -> bool {
        (known.kind, self.kind) == (Kind::History, Kind::Application)
    }

    fn from_plain(plain: &[u8]) -> Option<Self> {
        let (kind, rest) = plain.split_first()?;
        let (record, rest) = rest.split_first_chunk::<16>()?;
        let (day, rest) = rest.split_first_chunk::<4>()?;
        let (length, rule) = rest.split_first()?;
        Some(Self {
            kind: Kind::from_byte(*kind)?,
            record: Uuid::from_bytes(*record),
            on: NaiveDate::from_num_days_from_ce_opt(i32::from_be_bytes(*day))?,
            rule: std::str::from_utf8(rule.get(..usize::from(*length))?)
                .ok()?
                .to_owned(),
        })
    }
}

fn place(store: Uuid, number: usize) -> Vec<u8> {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    [store.as_bytes().as_slice(), &number.to_be_bytes()].concat()
}

/// The file's bytes.
fn to_bytes(
    store: Uuid,
    key: &OutsideKey,
    wrap: &[u8; 32],
    lines: &[Erased],
) -> Result<Vec<u8>, StoreError> {
    let line_key = key.derive(store, "ledger");
    let mut start = Vec::with_capacity(HEADER + lines.len() * LINE);
    start.extend(MAGIC);
    start.extend(VERSION.to_be_bytes());
    start.extend(store.as_bytes());
    start.extend(u32::try_from(lines.len()).unwrap_or(u32::MAX).to_be_bytes());
    start.extend(encrypt(wrap, store.as_bytes(), key.bytes())?);
    let mut body = Vec::with_capacity(lines.len() * LINE);
    for (number, line) in lines.iter().enumerate() {
        body.extend(encrypt(
            &line_key,
            &place(store, number),
            &line.to_plain()?,
        )?);
    }
    let sum = sum(key, store, &start, &body);
    start.extend(sum);
    start.extend(body);
    Ok(start)
}

fn sum(key: &OutsideKey, store: Uuid, start: &[u8], body: &[u8]) -> [u8; 32] {
    mac(&key.derive(store, "ledger-sum"), &[start, body].concat())
}

/// A file's parts.
struct Parts<'b> {
    start: &'b [u8],
    sum: &'b [u8; 32],
    body: &'b [u8],
}

/// A file's parts, where it is one of this store's.
fn parts(bytes: &[u8], store: Uuid) -> Result<Parts<'_>, LedgerFault> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(LedgerFault::Foreign)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(LedgerFault::Damaged)?;
    match u16::from_be_bytes(*version) {
        VERSION => {}
        found if found > VERSION => return Err(LedgerFault::Newer),
        _ => return Err(LedgerFault::Damaged),
    }
    let whose = rest.first_chunk::<16>().ok_or(LedgerFault::Damaged)?;
    if *whose != store.into_bytes() {
        return Err(LedgerFault::Foreign);
    }
    let (start, rest) = bytes.split_at_checked(START).ok_or(LedgerFault::Damaged)?;
    let (sum, body) = rest.split_first_chunk::<32>().ok_or(LedgerFault::Damaged)?;
    Ok(Parts { start, sum, body })
}

pub(super) fn parse(bytes: &[u8], store: Uuid, key: &OutsideKey) -> Result<Read, LedgerFault> {
    let Parts {
        start,
        sum: expected,
        body,
    } = parts(bytes, store)?;
    let line_key = key.derive(store, "ledger");
    let lines = body
        .chunks(LINE)
        .enumerate()
        .filter_map(|(number, line)| {
            decrypt(&line_key, &place(store, number), line)
                .and_then(|plain| Erased::from_plain(&plain))
        })
        .collect();
    Ok(Read {
        lines,
        whole: same(&sum(key, store, start, body), expected),
    })
}

pub(super) fn unwrap(bytes: &[u8], store: Uuid, wrap: &[u8; 32]) -> Option<OutsideKey> {
    let wrapped = parts(bytes, store)
        .ok()?
        .start
        .get(START.checked_sub(WRAP)?..)?;
    OutsideKey::from_bytes(&decrypt(wrap, store.as_bytes(), wrapped)?)
}

pub(super) fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::metadata(path) {
        Ok(about) if about.len() > LONGEST => return Ok(Some(Vec::new())),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    Ok(Some(fs::read(path)?))
}

/// Writes the file beside a database.
pub(crate) fn write(
    path: &Path,
    keys: &KeyFile,
    store_key: &StoreKey,
    key: &OutsideKey,
    lines: &[Erased],
) -> Result<(), StoreError> {
    let bytes = to_bytes(keys.store, key, &keys.ledger_key(store_key), lines)?;
    // What dropped out of it is to be gone.
    replace_and_blank(path, &bytes)?;
    Ok(())
}
