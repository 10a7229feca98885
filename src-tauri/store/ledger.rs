//! The erasure ledger: the ids of erased records, kept outside the database as well, so that an earlier database that
//! is put back is rid of them before anybody sees it.
//!
//! A line is a random record id, what it was, the day and the rule: nothing of the person (ERA-08). The file says
//! what the table `erasure_ledger` says. It is replaced whole, and is on the disk before an erasure is called done.
//!
//! The file: `FAIRERAS`, a version (2 bytes, big-endian), the store's id (16), how many lines there are (4), the
//! outside key wrapped under the store key of the time (72; for a database that is older than the key), an
//! HMAC-SHA-256 of all above and of the lines, and the lines, each encrypted by itself and bound to its place. So a
//! file that was cut or changed is noticed, and what is whole of it still counts.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::column::{Day, Id, decode};
use crate::error::StoreError;
use crate::files::{Folder, replace_and_blank};
use crate::key_file::{KeyFile, Opened};
use crate::keys::{StoreKey, decrypt, encrypt, mac, same};
use crate::outside::OutsideKey;
use crate::read::Records;
use crate::write::{Store, Tx};

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

/// What a record was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A person with everything of theirs.
    Person,
    /// An application, of somebody who stayed.
    Application,
    /// What happened to an application that stayed; its id is the application's.
    History,
    /// A sealed record, of somebody who stayed.
    Sealed,
    /// A document, of somebody who stayed.
    Document,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Person,
        Self::Application,
        Self::History,
        Self::Sealed,
        Self::Document,
    ];

    /// The word the store holds.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Application => "application",
            Self::History => "history",
            Self::Sealed => "sealed-record",
            Self::Document => "document",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Person => 1,
            Self::Application => 2,
            Self::History => 3,
            Self::Sealed => 4,
            Self::Document => 5,
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.byte() == byte)
    }
}

/// One erased record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Erased {
    pub(crate) kind: Kind,
    pub(crate) record: Uuid,
    pub(crate) on: NaiveDate,
    pub(crate) rule: String,
}

/// How the ledger outside stands at an opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerCheck {
    /// Whole.
    Whole,
    /// There is none, though there was.
    Missing,
    /// Cut, changed or another store's: what is whole of it was used.
    Damaged,
}

impl LedgerCheck {
    /// The word the journal holds.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Missing => "missing",
            Self::Damaged => "damaged",
        }
    }
}

/// Why a file given as a ledger is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerFault {
    /// It is not there.
    Missing,
    /// It is no erasure ledger, or another store's.
    Foreign,
    /// It was cut or changed.
    Damaged,
    /// A newer program wrote it.
    Newer,
}

/// What a file says.
#[derive(Debug)]
struct Read {
    lines: Vec<Erased>,
    whole: bool,
}

/// What all copies say that could be found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) key: OutsideKey,
    pub(crate) check: LedgerCheck,
    /// By id; each once.
    pub(crate) lines: BTreeMap<Uuid, Erased>,
    /// Whether the file beside the database is to be written anew.
    stale: bool,
}

impl Found {
    /// Whether a record was erased, by a copy of the ledger.
    pub(crate) fn has(&self, record: Uuid) -> bool {
        self.lines.contains_key(&record)
    }
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
    fn supersedes(&self, known: &Self) -> bool {
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

fn parse(bytes: &[u8], store: Uuid, key: &OutsideKey) -> Result<Read, LedgerFault> {
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

fn unwrap(bytes: &[u8], store: Uuid, wrap: &[u8; 32]) -> Option<OutsideKey> {
    let wrapped = parts(bytes, store)
        .ok()?
        .start
        .get(START.checked_sub(WRAP)?..)?;
    OutsideKey::from_bytes(&decrypt(wrap, store.as_bytes(), wrapped)?)
}

fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::metadata(path) {
        Ok(about) if about.len() > LONGEST => return Ok(Some(Vec::new())),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    Ok(Some(fs::read(path)?))
}

/// Reads the ledger beside a database, and other copies of it where they are of any use.
///
/// The outer error is the disk's, the inner one that of a copy somebody named.
pub(crate) fn gather(
    folder: &Folder,
    keys: &KeyFile,
    opened: &Opened,
    connection: &Connection,
    named: &[PathBuf],
    nearby: &[PathBuf],
) -> Result<Result<Found, LedgerFault>, StoreError> {
    let beside = bytes_of(&folder.ledger())?;
    let mut others = Vec::new();
    for path in named.iter().chain(nearby) {
        others.push(bytes_of(path)?);
    }
    let known = OutsideKey::of(connection)?;
    let had_one = known.is_some();
    let current = keys.ledger_key(&opened.key);
    let before = opened
        .outgoing
        .as_ref()
        .and_then(|outgoing| keys.outgoing_ledger_key(outgoing));
    let of_file = |bytes: &Vec<u8>| {
        unwrap(bytes, keys.store, &current).or_else(|| {
            before
                .as_ref()
                .and_then(|before| unwrap(bytes, keys.store, before))
        })
    };
    let key = match known {
        Some(key) => key,
        None => match beside
            .iter()
            .chain(others.iter().flatten())
            .find_map(of_file)
        {
            Some(key) => key,
            None => OutsideKey::generate()?,
        },
    };
    let mut found = Found {
        key,
        check: LedgerCheck::Whole,
        lines: BTreeMap::new(),
        stale: false,
    };
    match beside.as_deref() {
        None => {
            found.stale = true;
            if had_one {
                found.check = LedgerCheck::Missing;
            }
        }
        Some(bytes) => {
            found.stale = unwrap(bytes, keys.store, &current).is_none();
            match parse(bytes, keys.store, &found.key) {
                Ok(read) => {
                    if !read.whole {
                        found.check = LedgerCheck::Damaged;
                    }
                    found.take(read);
                }
                Err(_) => found.check = LedgerCheck::Damaged,
            }
            found.stale |= found.check != LedgerCheck::Whole;
        }
    }
    for (number, bytes) in others.iter().enumerate() {
        let must = number < named.len();
        match bytes
            .as_ref()
            .ok_or(LedgerFault::Missing)
            .and_then(|bytes| parse(bytes, keys.store, &found.key))
        {
            Ok(read) if read.whole || !must => found.take(read),
            Ok(_) => return Ok(Err(LedgerFault::Damaged)),
            Err(fault) if must => return Ok(Err(fault)),
            Err(_) => {}
        }
    }
    Ok(Ok(found))
}

impl Found {
    fn take(&mut self, read: Read) {
        for line in read.lines {
            match self.lines.get(&line.record) {
                Some(known) if !line.supersedes(known) => {}
                Some(_) | None => {
                    self.lines.insert(line.record, line);
                }
            }
        }
    }

    /// Whether the file beside the database does not say what the table does.
    pub(crate) fn differs(&self, table: &[Erased]) -> bool {
        self.stale
            || self.lines.len() != table.len()
            || !table.iter().all(|line| {
                self.lines
                    .get(&line.record)
                    .is_some_and(|found| found.kind == line.kind)
            })
    }
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

impl Records<'_> {
    /// The table's lines, oldest first.
    pub(crate) fn ledger(&self) -> Result<Vec<Erased>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT record, part, erased_on, rule
             FROM erasure_ledger
             ORDER BY erased_on, record",
        )?;
        let mut rows = statement.query([])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let part: String = row.get("part")?;
            lines.push(Erased {
                kind: decode("erasure_ledger.part", Kind::from_word(&part))?,
                record: row.get::<_, Id>("record")?.0,
                on: row.get::<_, Day>("erased_on")?.0,
                rule: row.get("rule")?,
            });
        }
        Ok(lines)
    }
}

impl Tx<'_> {
    /// Takes a line over from outside.
    pub(crate) fn adopt_ledger_line(
        &self,
        line: &Erased,
        erasure: Option<i64>,
    ) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "INSERT INTO erasure_ledger (record, part, erasure, erased_on, rule)
                 VALUES (:record, :part, :erasure, :erased_on, :rule)
                 ON CONFLICT (record) DO UPDATE
                     SET part = excluded.part, erasure = excluded.erasure, erased_on = excluded.erased_on,
                         rule = excluded.rule
                     WHERE erasure_ledger.part = 'history' AND excluded.part = 'application'",
            )?
            .execute(named_params! {
                ":record": Id(line.record),
                ":part": line.kind.word(),
                ":erasure": erasure,
                ":erased_on": Day(line.on),
                ":rule": line.rule,
            })?;
        Ok(())
    }
}

impl Store {
    /// Writes the ledger outside as the table has it.
    pub(crate) fn write_ledger(&self) -> Result<(), StoreError> {
        let records = self.records();
        write(
            &self.folder.ledger(),
            &self.keys,
            &self.key,
            &records.outside_key()?,
            &records.ledger()?,
        )
    }
}
