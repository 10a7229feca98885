//! Verifying a store as a whole: its journal, its pages, its references.

use domain::access::{Permit, ReadJournal};
use rusqlite::Connection;

use crate::connection::{self, Use, checkpoint};
use crate::data_map::DATA_MAP;
use crate::error::{OpenError, StoreError};
use crate::forensic::PageReader;
use crate::head::{self, HeadCheck};
use crate::journal;
use crate::signed;
use crate::write::Store;

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreVerification {
    /// The first entry of the journal that does not verify; 0 where a bad page kept it from being read.
    pub journal_broken_at: Option<i64>,
    /// How many entries the journal has.
    pub journal_entries: i64,
    /// How the journal compares with the head kept outside.
    pub head: HeadCheck,
    /// Signed checkpoints of the journal.
    pub checkpoints: u64,
    /// The entry of the first checkpoint that does not verify.
    pub checkpoint_broken_at: Option<i64>,
    /// Pages whose sum is wrong.
    pub damaged_pages: u64,
    /// What SQLite says of the database's structure; empty when it is sound.
    pub structure: Vec<String>,
    /// References to records that are not there.
    pub dangling: u64,
    /// Tables that hold something of a person and are not in the data map.
    pub unmapped: Vec<String>,
}

impl StoreVerification {
    /// Whether everything is as it should be. A head that could not be compared is no fault of its own.
    pub fn is_sound(&self) -> bool {
        self.journal_broken_at.is_none()
            && self.checkpoint_broken_at.is_none()
            && matches!(self.head, HeadCheck::Agrees | HeadCheck::NotChecked)
            && self.damaged_pages == 0
            && self.structure.is_empty()
            && self.dangling == 0
            && self.unmapped.is_empty()
    }
}

impl Store {
    /// Verifies the store. Empties the log first: SQLCipher's own check reads the database file alone, and
    /// finds fault with pages whose newer state is still in the log.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when a reader is at work, or what the files say.
    pub fn verify_store(
        &mut self,
        _permit: &Permit<ReadJournal>,
    ) -> Result<StoreVerification, StoreError> {
        self.verify_whole()
    }

    pub(crate) fn verify_whole(&mut self) -> Result<StoreVerification, StoreError> {
        let folder = self.folder.clone();
        let key = self.keys.database_key(&self.key);
        spared(checkpoint(&self.writer))?;
        let own = PageReader::new(&key).damaged_pages(&folder.database())?;
        // A connection that met a bad page is of no use afterwards, so every check gets its own.
        let ask = || match connection::open(&folder.database(), &key, Use::Read) {
            Ok(connection) => Ok(connection),
            Err(OpenError::Store(error)) => Err(error),
            Err(_) => Err(StoreError::Damaged),
        };
        let by_sqlcipher =
            spared(ask().and_then(|found| rows_of(&found, "PRAGMA cipher_integrity_check")))?;
        let dangling = spared(ask().and_then(|found| rows_of(&found, "PRAGMA foreign_key_check")))?;
        let structure = spared(ask().and_then(|found| structure(&found)))?;
        let unmapped = spared(ask().and_then(|found| unmapped(&found)))?;
        let head = spared(
            ask().and_then(|found| head::check(&folder, &self.keys, &self.key, None, &found)),
        )?;
        let entries = spared(ask().and_then(|found| journal::head(&found)))?;
        let journal_broken_at = match ask().and_then(|found| journal::verify(&found)) {
            Ok(_) => None,
            Err(StoreError::Journal { seq }) => Some(seq),
            Err(StoreError::Damaged) => Some(0),
            Err(error) => return Err(error),
        };
        let store = self.keys.store;
        let checkpoints =
            spared(ask().and_then(|found| signed::verify_checkpoints(&found, store)))?;
        let (checkpoints, checkpoint_broken_at) = checkpoints.unwrap_or((0, None));
        Ok(StoreVerification {
            checkpoints,
            checkpoint_broken_at,
            journal_broken_at,
            journal_entries: entries.map_or(0, |head| head.seq),
            head: head.unwrap_or(HeadCheck::NotChecked),
            damaged_pages: own.max(by_sqlcipher.unwrap_or(1)),
            structure: structure.unwrap_or_else(|| vec!["a page cannot be read".to_owned()]),
            dangling: dangling.unwrap_or(0),
            unmapped: unmapped.unwrap_or_default(),
        })
    }
}

/// What a check found; `None` where a bad page kept it from its end.
fn spared<T>(result: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::Damaged) => Ok(None),
        Err(error) => Err(error),
    }
}

fn rows_of(connection: &Connection, pragma: &str) -> Result<u64, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut number = 0_u64;
    while rows.next()?.is_some() {
        number += 1;
    }
    Ok(number)
}

fn structure(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let said: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// Tables that refer to a candidate, however indirectly, and are not in the data map.
pub(crate) fn unmapped(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "WITH RECURSIVE held (name) AS (
             SELECT 'candidate'
             UNION
             SELECT child.name
             FROM held, sqlite_master AS child, pragma_foreign_key_list(child.name) AS reference
             WHERE child.type = 'table' AND reference.\"table\" = held.name
         )
         SELECT name FROM held ORDER BY name",
    )?;
    let held: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(held
        .into_iter()
        .filter(|name| {
            !DATA_MAP
                .iter()
                .flat_map(|branch| branch.tables)
                .any(|held| held.table == name)
        })
        .collect())
}
