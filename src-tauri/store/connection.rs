//! The only place that opens a database: key first, then proof, then pragmas.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{OpenError, StoreError};
use crate::keys::DatabaseKey;
use crate::scrub::scrubbed;

/// `FAIR`: says in the file's header whose it is.
pub(crate) const APPLICATION_ID: i64 = 0x4641_4952;
/// The size of a page, SQLCipher's own.
pub(crate) const PAGE_SIZE: usize = 4096;
/// Statements kept prepared.
const STATEMENTS: usize = 160;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Make a new database; one that is there is opened by mistake never.
    Create,
    /// Read and write.
    Write,
    /// Read only.
    Read,
}

/// Build options that must be there, and those that must not.
const NEEDED: [(&str, &str); 3] = [
    ("SECURE_DELETE", "secure deletion"),
    ("TEMP_STORE=2", "temporary tables in memory"),
    ("ENABLE_FTS5", "full-text search"),
];
const FORBIDDEN: [(&str, &str); 2] = [
    (
        "ENABLE_STAT4",
        "a build without STAT4, which keeps the words of erased people",
    ),
    ("ENABLE_LOAD_EXTENSION", "a build without extension loading"),
];

/// What one that writes may keep of the database in memory, and one that reads, in KiB: a large import touches every index,
/// while what is read again and again is little.
const CACHE: (u32, u32) = (65_536, 16_384);

/// Settings of every connection. ARCHITECTURE.md gives the reason for each.
const PRAGMAS: &str = "
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA journal_size_limit = 0;
    PRAGMA recursive_triggers = ON;
    PRAGMA busy_timeout = 2000;
";

/// Opens the database, proves the key and applies the settings.
pub(crate) fn open(path: &Path, key: &DatabaseKey, purpose: Use) -> Result<Connection, OpenError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if purpose == Use::Create {
        // Made here, so that it is the owner's alone from its first byte; fails when it is there.
        crate::files::owner_only()
            .write(true)
            .create_new(true)
            .open(path)?;
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that opens a database"
    )]
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Neither of these touches the file. Without the first, a wrong key prints to the terminal; without the
    // second, every page read is wiped from memory: eight times slower on search.
    connection
        .execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = OFF;")?;
    scrubbed(|| {
        connection.execute_batch(&key.pragma())?;
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| {
            row.get::<_, i64>(0)
        })
    })?;
    check_build(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Without it, SQLite plans many a prepared query anew whenever another value is bound to it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(PRAGMAS)?;
    #[cfg(feature = "testing")]
    if crate::testing::leaves_residue() {
        connection.execute_batch("PRAGMA secure_delete = OFF")?;
    }
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(OpenError::ReadOnly);
    }
    let (writing, reading) = CACHE;
    let cache = match purpose {
        Use::Create | Use::Write => writing,
        Use::Read => reading,
    };
    connection.execute_batch(&format!("PRAGMA cache_size = -{cache}"))?;
    if purpose == Use::Read {
        connection.execute_batch("PRAGMA query_only = ON")?;
    }
    Ok(connection)
}

fn check_build(connection: &Connection) -> Result<(), OpenError> {
    let mut statement = connection.prepare("PRAGMA compile_options")?;
    let options: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for (option, missing) in NEEDED {
        if !options.iter().any(|found| found == option) {
            return Err(OpenError::Build { missing });
        }
    }
    for (option, missing) in FORBIDDEN {
        if options.iter().any(|found| found == option) {
            return Err(OpenError::Build { missing });
        }
    }
    let cipher: Option<String> = connection
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(OpenError::Build {
            missing: "encryption",
        });
    }
    Ok(())
}

/// Moves the log into the database and empties it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        Err(StoreError::Busy)
    }
}
