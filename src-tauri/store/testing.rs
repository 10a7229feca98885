//! For tests of the whole product: what stands in a store's bytes, without SQLite and without the program.

use std::fs;
use std::path::Path;

use crate::error::{OpenError, StoreError};
use crate::files::Folder;
use crate::forensic::{self, Tokens};
use crate::key_file::{Credential, KeyFile};
use crate::write::Store;

/// Whether this process was told to wipe nothing, so that a test of erasure is seen to fail.
pub(crate) fn leaves_residue() -> bool {
    std::env::var_os("FAIRHOLD_TEST_LEAVE_RESIDUE").is_some()
}

/// How many of these words stand in a store's files: in any decrypted page of the database and its log, or in
/// any other file as it is. The store may be open meanwhile.
///
/// # Errors
/// [`OpenError`] when the passphrase opens no slot, or a file can't be read.
pub fn words_in_bytes(
    folder: &Path,
    sign_in_name: &str,
    passphrase: &str,
    words: &[&str],
) -> Result<usize, OpenError> {
    let folder = Folder::new(folder);
    let keys = KeyFile::read(&folder)?;
    let key = keys
        .open(sign_in_name, Credential::Passphrase(passphrase))?
        .key;
    let mut tokens = Tokens::default();
    for word in words {
        tokens.add(word);
    }
    tokens.dedup();
    Ok(
        forensic::ends_in_files(&folder, &keys.database_key(&key), &tokens)?
            .into_iter()
            .filter(|found| *found)
            .count(),
    )
}

/// The secrets that open a store, as bytes, and what each is. To look for where they must not be.
///
/// # Errors
/// [`OpenError`] when the passphrase opens no slot.
pub fn secrets(
    folder: &Path,
    sign_in_name: &str,
    passphrase: &str,
) -> Result<Vec<(&'static str, Vec<u8>)>, OpenError> {
    let keys = KeyFile::read(&Folder::new(folder))?;
    let opened = keys.open(sign_in_name, Credential::Passphrase(passphrase))?;
    let private = opened.identity.to_bytes();
    let (sealing, signing) = private.split_at(32);
    Ok(vec![
        ("the store key", opened.key.bytes().to_vec()),
        (
            "the database key",
            keys.database_key(&opened.key).key().to_vec(),
        ),
        ("an account's sealing key", sealing.to_vec()),
        ("an account's signing key", signing.to_vec()),
    ])
}

/// The files of a store, by name, as they lie on the disk.
///
/// # Errors
/// When the folder can't be read.
pub fn raw_files(folder: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for item in fs::read_dir(folder)? {
        let item = item?;
        if item.file_type()?.is_file() {
            files.push((
                item.file_name().to_string_lossy().into_owned(),
                fs::read(item.path())?,
            ));
        }
    }
    Ok(files)
}

/// A word that stands in the database of somebody: in which table and column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldText {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// The text.
    pub text: String,
}

/// Every text in every table that leads to a candidate, by the schema's own foreign keys and by nothing else.
///
/// # Errors
/// When the database can't be read.
pub fn texts_of(store: &Store, candidate: uuid::Uuid) -> Result<Vec<HeldText>, StoreError> {
    let sql = &store.writer;
    let tables: Vec<String> = sql
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut leads: Vec<(String, String)> =
        vec![("candidate".to_owned(), "candidate.id = ?1".to_owned())];
    loop {
        let mut more = Vec::new();
        for table in tables
            .iter()
            .filter(|table| leads.iter().all(|(known, _)| known != *table))
        {
            let keys: Vec<(String, String, Option<String>)> = sql
                .prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)")?
                .query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<rusqlite::Result<_>>()?;
            let conditions: Vec<String> = keys
                .iter()
                .filter_map(|(from, parent, to)| {
                    let (_, condition) = leads.iter().find(|(known, _)| known == parent)?;
                    let to = to.clone().unwrap_or_else(|| "row".to_owned());
                    Some(format!(
                        "{table}.{from} IN (SELECT {parent}.{to} FROM {parent} WHERE {condition})"
                    ))
                })
                .collect();
            if !conditions.is_empty() {
                more.push((table.clone(), format!("({})", conditions.join(" OR "))));
            }
        }
        if more.is_empty() {
            break;
        }
        leads.extend(more);
    }
    let mut found = Vec::new();
    for (table, condition) in leads {
        let mut statement = sql.prepare(&format!("SELECT * FROM {table} WHERE {condition}"))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([crate::column::Id(candidate)])?;
        while let Some(row) = rows.next()? {
            for (place, column) in columns.iter().enumerate() {
                if let rusqlite::types::ValueRef::Text(text) = row.get_ref(place)? {
                    found.push(HeldText {
                        table: table.clone(),
                        column: column.clone(),
                        text: String::from_utf8_lossy(text).into_owned(),
                    });
                }
            }
        }
    }
    Ok(found)
}
