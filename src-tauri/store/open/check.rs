//! What is wrong with a store's files, in a clear word and before anything is written.

use std::fs;
use std::io::{self, Read};

use rusqlite::Connection;
use uuid::Uuid;

use super::{Beside, exists};
use crate::column::Id;
use crate::connection;
use crate::error::{DatabaseFault, OpenError, StoreError};
use crate::files::Folder;
use crate::forensic::first_page_verifies;
use crate::head::{self, HeadCheck};
use crate::key_change::open_subjects;
use crate::key_file::{KeyFile, Opened};
use crate::keys::DatabaseKey;
use crate::ledger::Found;
use crate::subjects::SubjectKeys;

/// How an unsealed SQLite database begins.
const UNSEALED: &[u8; 16] = b"SQLite format 3\0";

/// A database without keys: a plain one is somebody else's.
pub(super) fn missing_keys(folder: &Folder) -> OpenError {
    let mut start = [0_u8; 16];
    let read = fs::File::open(folder.database()).and_then(|mut file| file.read_exact(&mut start));
    if read.is_ok() && start == *UNSEALED {
        OpenError::Database(DatabaseFault::Unsealed)
    } else {
        OpenError::KeysMissing
    }
}

/// An earlier key file, put back, knows neither later passphrases nor the key that the database is under.
pub(super) fn of_later_keys(folder: &Folder, keys: &KeyFile, error: OpenError) -> OpenError {
    let may_be = matches!(error, OpenError::WrongPassphrase | OpenError::Database(_));
    if may_be && head::is_of_later_keys(folder, keys) {
        OpenError::KeysOlder
    } else {
        error
    }
}

/// Looks at a database file before SQLite does, for a clear word on what is wrong with it.
pub(super) fn check_file(folder: &Folder, key: &DatabaseKey) -> Result<(), OpenError> {
    let fault = |fault| Err(OpenError::Database(fault));
    let path = folder.database();
    let mut file = fs::File::open(&path)?;
    let length = file.metadata()?.len();
    let mut start = [0_u8; 16];
    match file.read_exact(&mut start) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            return fault(DatabaseFault::Truncated);
        }
        Err(error) => return Err(error.into()),
    }
    if start == *UNSEALED {
        return fault(DatabaseFault::Unsealed);
    }
    // A page that a crash tore while the log was being moved is whole in the log: SQLite decides then.
    let log = fs::metadata(folder.log()).map_or(0, |log| log.len());
    if log > 0 {
        return Ok(());
    }
    if start != *key.salt() {
        return fault(DatabaseFault::Foreign);
    }
    let page = u64::try_from(connection::PAGE_SIZE).unwrap_or(u64::MAX);
    if length < page || length % page != 0 {
        return fault(DatabaseFault::Truncated);
    }
    if first_page_verifies(&path, key)? {
        Ok(())
    } else {
        fault(DatabaseFault::Damaged)
    }
}

/// Refuses a database that lacks what the journal had, or of which nobody can say.
pub(super) fn heed(head: HeadCheck) -> Result<(), OpenError> {
    match head {
        HeadCheck::Agrees | HeadCheck::NotChecked => Ok(()),
        HeadCheck::Missing | HeadCheck::Damaged => Err(OpenError::HeadDamaged),
        HeadCheck::Differs { expected, found } => Err(OpenError::RolledBack { expected, found }),
    }
}

/// The subject keys, if there is one for everybody of whom something is sealed or a document kept and who was not erased
/// meanwhile; and of whom there is none, where that is given up.
pub(super) fn subjects_of(
    folder: &Folder,
    keys: &KeyFile,
    opened: &Opened,
    writer: &Connection,
    ledger: &Found,
    beside: &Beside,
) -> Result<(SubjectKeys, Vec<Uuid>), OpenError> {
    let sealed_of: Vec<Uuid> = writer
        .prepare(
            "SELECT id
             FROM candidate
             WHERE row IN (
                 SELECT candidate FROM sealed_record
                 UNION SELECT candidate FROM document
                 UNION SELECT application.candidate
                 FROM interview
                 JOIN application ON application.row = interview.application
                 WHERE interview.row IN (SELECT interview FROM feedback UNION SELECT interview FROM feedback_draft)
             )",
        )?
        .query_map([], |row| Ok(row.get::<_, Id>(0)?.0))?
        .collect::<rusqlite::Result<Vec<_>>>()?
        .into_iter()
        .filter(|candidate| !ledger.has(*candidate))
        .collect();
    let is_there = exists(&folder.subjects())?;
    if !sealed_of.is_empty() && !is_there && beside.subjects.is_empty() && !beside.give_up_sealed {
        return Err(OpenError::SubjectsDamaged);
    }
    let mut subjects = match open_subjects(folder, keys, &opened.key, opened.outgoing.as_ref()) {
        Err(StoreError::Damaged) => return Err(OpenError::SubjectsDamaged),
        subjects => subjects?,
    };
    let subjects_key = keys.subjects_key(&opened.key);
    for copy in &beside.subjects {
        let by = (keys.store, &ledger.key, &**subjects_key);
        subjects.bring_back(copy, by, &sealed_of)?;
    }
    if !beside.subjects.is_empty() {
        subjects.rewrite(&subjects_key)?;
    }
    let known = subjects.subjects();
    let lost: Vec<Uuid> = sealed_of
        .into_iter()
        .filter(|candidate| !known.contains(candidate))
        .collect();
    if lost.is_empty() || beside.give_up_sealed {
        Ok((subjects, lost))
    } else {
        Err(OpenError::SubjectsDamaged)
    }
}

/// A database that lacks pages at its end opens as if nothing were wrong, until one of them is read.
pub(super) fn check_length(folder: &Folder, writer: &Connection) -> Result<(), OpenError> {
    let pages: u64 = writer
        .query_row("PRAGMA page_count", [], |row| row.get::<_, i64>(0))
        .map(crate::column::count)?;
    let log = fs::metadata(folder.log()).map_or(0, |log| log.len());
    let length = fs::metadata(folder.database())?.len();
    let page = u64::try_from(connection::PAGE_SIZE).unwrap_or(u64::MAX);
    if log == 0 && length < pages.saturating_mul(page) {
        return Err(OpenError::Database(DatabaseFault::Truncated));
    }
    Ok(())
}
