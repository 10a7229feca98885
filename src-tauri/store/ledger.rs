//! The erasure ledger: the ids of erased records, kept outside the database as well, so that an earlier database that
//! is put back is rid of them before anybody sees it.
//!
//! A line is a random record id, what it was, the day and the rule: nothing of the person (ERA-08). The file says
//! what the table `erasure_ledger` says. It is replaced whole, and is on the disk before an erasure is called done.

mod file;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::column::{Day, Id, decode};
use crate::error::StoreError;
use crate::files::Folder;
use crate::key_file::{KeyFile, Opened};
use crate::outside::OutsideKey;
use crate::read::Records;
use crate::write::{Store, Tx};

pub(crate) use file::write;
use file::{Read, bytes_of, parse, unwrap};

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
