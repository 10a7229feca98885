//! Looking for what should be gone, without SQLite: an own reader of sealed pages, and a search for the end of
//! every word of a person in every page and file.
//!
//! A search for whole words passes falsely, because the full-text index keeps only the part of a word that
//! differs from the one before it. So the end of a word is looked for, from five bytes up, and how much of it
//! stands before that end.

mod cells;
mod elsewhere;
mod pages;
mod scan;
mod tokens;

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::files::Folder;
use crate::keys::DatabaseKey;

pub(crate) use elsewhere::verify_elsewhere;
pub(crate) use pages::{PageReader, PageSum, first_page_verifies};
use scan::{Ends, Needles};
pub(crate) use tokens::Tokens;

/// What was looked at, and what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Pages decrypted, of the database and its log.
    pub pages: u64,
    /// Bytes searched, pages and other files.
    pub bytes: u64,
    /// Files searched.
    pub files: u64,
    /// Words of the erased people that were looked for.
    pub tokens: u64,
    /// Of these, those that someone who stays has too, so that finding them says nothing.
    pub shared: u64,
    /// Words found that nobody who stays explains. Nought, or the erasure failed.
    pub found: u64,
    /// Whether the database was rebuilt from its living records before the search.
    pub rebuilt: bool,
    /// What was searched outside the store's folder. Nothing in what an earlier version kept.
    #[serde(default)]
    pub elsewhere: Elsewhere,
}

/// What was searched outside the store's folder: what the window keeps, the program's log, its temporary files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// Files searched.
    pub files: u64,
    /// Bytes searched.
    pub bytes: u64,
    /// Files and folders passed over: larger than 256 MB, or not to be read.
    pub skipped: u64,
}

/// A found end of a word is chance unless it is this much longer than what someone who stays explains.
const BEYOND_CHANCE: usize = 3;
/// The shortest end of a word that is looked for.
const SHORTEST_END: usize = 6;
/// What is looked for in the pages.
const RAW_WINDOW: usize = 5;
/// What is looked for in the records that stay: one shorter, so that a nearly explained word counts as explained.
const LIVING_WINDOW: usize = 4;

/// Searches every page and file of a store for words of erased people.
///
/// # Errors
/// [`StoreError`] when a file or the records that stay cannot be read.
pub(crate) fn verify(
    folder: &Folder,
    key: &DatabaseKey,
    connection: &Connection,
    tokens: &Tokens,
) -> Result<Verification, StoreError> {
    let needles = Needles::new(tokens, RAW_WINDOW, |_| true);
    let mut verification = Verification {
        tokens: count(tokens.len()),
        ..Verification::default()
    };
    let mut found = needles.blank();
    let reader = PageReader::new(key);
    for item in fs::read_dir(folder.path())? {
        let path = item?.path();
        if !path.is_file() {
            continue;
        }
        verification.files += 1;
        let (sum, ends) = search_file(&reader, &path, &needles)?;
        verification.pages += sum.pages;
        verification.bytes += sum.bytes;
        found.merge(&ends);
    }
    let ends = needles.lengths(&found);
    let hit = |token: usize| ends.get(token).is_some_and(|end| *end >= RAW_WINDOW);
    if (0..tokens.len()).any(hit) {
        let living = Needles::new(tokens, LIVING_WINDOW, hit);
        let explained = search_living(connection, &living)?;
        for (token, end) in ends.iter().enumerate() {
            let known = explained
                .get(token)
                .copied()
                .unwrap_or(0)
                .max(LIVING_WINDOW - 1);
            let whole = tokens.bytes_of(token).len();
            let enough = SHORTEST_END.min(whole).max(RAW_WINDOW);
            let beyond = if whole == RAW_WINDOW {
                BEYOND_CHANCE - 1
            } else {
                BEYOND_CHANCE
            };
            if *end >= enough && *end >= known + beyond {
                verification.found += 1;
            } else if *end >= enough {
                verification.shared += 1;
            }
        }
    }
    Ok(verification)
}

/// For every token, whether the end of it stands in some page or file.
#[cfg(feature = "testing")]
pub(crate) fn ends_in_files(
    folder: &Folder,
    key: &DatabaseKey,
    tokens: &Tokens,
) -> Result<Vec<bool>, StoreError> {
    let needles = Needles::new(tokens, RAW_WINDOW, |_| true);
    let reader = PageReader::new(key);
    let mut found = needles.blank();
    for item in fs::read_dir(folder.path())? {
        let path = item?.path();
        if path.is_file() {
            found.merge(&search_file(&reader, &path, &needles)?.1);
        }
    }
    Ok(needles
        .lengths(&found)
        .into_iter()
        .map(|end| end >= RAW_WINDOW)
        .collect())
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Databases, logs and sealed copies are searched page by page, everything else as it stands.
fn search_file(
    reader: &PageReader,
    path: &Path,
    needles: &Needles<'_>,
) -> Result<(PageSum, Ends), StoreError> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    if path
        .extension()
        .is_some_and(|end| end == "db" || end == "sealed")
    {
        reader.search_database(path, needles)
    } else if name.ends_with(".db-wal") {
        reader.search_log(path, needles)
    } else {
        let bytes = fs::read(path)?;
        let mut ends = needles.blank();
        needles.search(&bytes, &mut ends);
        Ok((
            PageSum {
                pages: 0,
                bytes: count(bytes.len()),
            },
            ends,
        ))
    }
}

/// How much of each word the records that stay explain.
fn search_living(connection: &Connection, needles: &Needles<'_>) -> Result<Vec<usize>, StoreError> {
    let mut ends = needles.blank();
    let tables: Vec<String> = connection
        .prepare(
            "SELECT name
             FROM sqlite_master
             WHERE type = 'table'
               AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
               AND name NOT LIKE 'candidate\\_search%' ESCAPE '\\'
               AND name NOT LIKE 'document\\_search%' ESCAPE '\\'
             UNION ALL
             SELECT 'sqlite_master'",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut record = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            record.clear();
            for column in 0..columns {
                append(&mut record, row.get_ref(column)?);
            }
            needles.search_text(&record, &mut ends);
        }
    }
    Ok(needles.lengths(&ends))
}

/// Adds a value as the search sees it in a page: text runs into text, for nothing stands between two values, and
/// a number is blank.
fn append(record: &mut Vec<u8>, value: rusqlite::types::ValueRef<'_>) {
    use rusqlite::types::ValueRef;
    match value {
        // A record keeps no byte for these.
        ValueRef::Null | ValueRef::Integer(0 | 1) => {}
        ValueRef::Integer(_) | ValueRef::Real(_) => record.push(0),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => record.extend_from_slice(bytes),
    }
}
