//! From an older format to this version's, one step a transaction, with a sealed copy before the first.
//!
//! `user_version` is the format. The `migration` table keeps what each step was, by its hash, so that a store
//! says how it came to be what it is. A step that fails leaves the store at the format before it.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use crate::column::At;
use crate::connection::APPLICATION_ID;
use crate::error::{DatabaseFault, OpenError, StoreError};
use crate::files::{Folder, erase_file};

/// One step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Migration {
    /// The format it leads to: later than that of the step before.
    pub(crate) version: u32,
    /// Its file's name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) sql: &'static str,
}

/// Every step, in order. A released step is never changed: its hash is in every store it made.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "0001_init",
        sql: include_str!("migrations/0001_init.sql"),
    },
    Migration {
        version: 2,
        name: "0002_access",
        sql: include_str!("migrations/0002_access.sql"),
    },
    Migration {
        version: 3,
        name: "0003_keys",
        sql: include_str!("migrations/0003_keys.sql"),
    },
    Migration {
        version: 4,
        name: "0004_sealed_kind",
        sql: include_str!("migrations/0004_sealed_kind.sql"),
    },
    Migration {
        version: 5,
        name: "0005_holds",
        sql: include_str!("migrations/0005_holds.sql"),
    },
    Migration {
        version: 6,
        name: "0006_statistics",
        sql: include_str!("migrations/0006_statistics.sql"),
    },
    Migration {
        version: 7,
        name: "0007_parts",
        sql: include_str!("migrations/0007_parts.sql"),
    },
    Migration {
        version: 8,
        name: "0008_ledger",
        sql: include_str!("migrations/0008_ledger.sql"),
    },
    Migration {
        version: 9,
        name: "0009_sweep",
        sql: include_str!("migrations/0009_sweep.sql"),
    },
    Migration {
        version: 10,
        name: "0010_policy",
        sql: include_str!("migrations/0010_policy.sql"),
    },
    Migration {
        version: 11,
        name: "0011_reports",
        sql: include_str!("migrations/0011_reports.sql"),
    },
    Migration {
        version: 12,
        name: "0012_review",
        sql: include_str!("migrations/0012_review.sql"),
    },
    Migration {
        version: 13,
        name: "0013_disclosure",
        sql: include_str!("migrations/0013_disclosure.sql"),
    },
    Migration {
        version: 14,
        name: "0014_documents",
        sql: include_str!("migrations/0014_documents.sql"),
    },
    Migration {
        version: 15,
        name: "0015_interviews",
        sql: include_str!("migrations/0015_interviews.sql"),
    },
    Migration {
        version: 16,
        name: "0016_decisions",
        sql: include_str!("migrations/0016_decisions.sql"),
    },
    Migration {
        version: 17,
        name: "0017_saved_views",
        sql: include_str!("migrations/0017_saved_views.sql"),
    },
    Migration {
        version: 18,
        name: "0018_correspondence",
        sql: include_str!("migrations/0018_correspondence.sql"),
    },
    Migration {
        version: 19,
        name: "0019_copies",
        sql: include_str!("migrations/0019_copies.sql"),
    },
    Migration {
        version: 20,
        name: "0020_accountability",
        sql: include_str!("migrations/0020_accountability.sql"),
    },
    Migration {
        version: 21,
        name: "0021_rights",
        sql: include_str!("migrations/0021_rights.sql"),
    },
    Migration {
        version: 22,
        name: "0022_sharing",
        sql: include_str!("migrations/0022_sharing.sql"),
    },
    Migration {
        version: 23,
        name: "0023_complaints",
        sql: include_str!("migrations/0023_complaints.sql"),
    },
    Migration {
        version: 24,
        name: "0024_notices",
        sql: include_str!("migrations/0024_notices.sql"),
    },
    Migration {
        version: 25,
        name: "0025_asked",
        sql: include_str!("migrations/0025_asked.sql"),
    },
];

/// Sealed copies that are kept.
const COPIES_KEPT: usize = 2;

/// The newest format of a list of steps.
pub(crate) fn newest(steps: &[Migration]) -> u32 {
    steps.last().map_or(0, |step| step.version)
}

/// The format a database is in.
fn format_of(connection: &Connection) -> Result<u32, OpenError> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let owner: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    // Only a database without anything in it may lack the mark.
    if owner == APPLICATION_ID || (owner == 0 && version == 0 && tables == 0) {
        Ok(version)
    } else {
        Err(OpenError::Database(DatabaseFault::Foreign))
    }
}

/// The format of a database, if this program knows it.
///
/// # Errors
/// [`OpenError::Newer`] when it does not, [`DatabaseFault::Foreign`] when it is no store's.
pub(crate) fn known_format(connection: &Connection, steps: &[Migration]) -> Result<u32, OpenError> {
    let found = format_of(connection)?;
    let known = newest(steps);
    if found > known {
        return Err(OpenError::Newer { found, known });
    }
    Ok(found)
}

/// Brings a database to the newest format of the steps.
///
/// # Errors
/// [`OpenError::Newer`] when it is past them already, [`OpenError::Migration`] when a step fails, or what the
/// copy before the first step meets.
pub(crate) fn migrate(
    connection: &mut Connection,
    folder: &Folder,
    steps: &[Migration],
    now: DateTime<Utc>,
) -> Result<(), OpenError> {
    let found = known_format(connection, steps)?;
    let mut ahead = steps.iter().filter(|step| step.version > found).peekable();
    if ahead.peek().is_some() && found > 0 {
        seal_copy(connection, &folder.sealed_copy(found))?;
        keep_newest_copies(folder)?;
    }
    for step in ahead {
        apply(connection, step, now).map_err(|because| step_failed(step.version, because))?;
    }
    Ok(())
}

/// What needs no more than room or a permission is said as that.
fn step_failed(version: u32, because: StoreError) -> OpenError {
    match OpenError::from(because) {
        OpenError::Store(because) => OpenError::Migration { version, because },
        plain @ (OpenError::AlreadyThere
        | OpenError::Absent
        | OpenError::KeysMissing
        | OpenError::DatabaseMissing
        | OpenError::KeysDamaged
        | OpenError::KeysForged
        | OpenError::KeysOlder
        | OpenError::KeysCopy(_)
        | OpenError::SubjectsDamaged
        | OpenError::Ledger(_)
        | OpenError::RolledBack { .. }
        | OpenError::HeadDamaged
        | OpenError::Trial
        | OpenError::Database(_)
        | OpenError::Newer { .. }
        | OpenError::ReadOnly
        | OpenError::Full
        | OpenError::InUse
        | OpenError::WrongPassphrase
        | OpenError::Throttled { .. }
        | OpenError::Build { .. }
        | OpenError::Migration { .. }
        | OpenError::Unfinished(_)) => plain,
    }
}

/// Copies the database as it is, under the same key.
fn seal_copy(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    erase_file(path)?;
    let name = path.to_string_lossy();
    connection.execute("VACUUM INTO ?1", [name.as_ref()])?;
    Ok(())
}

fn keep_newest_copies(folder: &Folder) -> Result<(), OpenError> {
    let copies = folder.sealed_copies()?;
    let surplus = copies.len().saturating_sub(COPIES_KEPT);
    for old in copies.iter().take(surplus) {
        erase_file(old)?;
    }
    Ok(())
}

fn apply(
    connection: &mut Connection,
    step: &Migration,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    transaction.execute_batch(step.sql)?;
    let broken: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)",
        [],
        |row| row.get(0),
    )?;
    if broken {
        return Err(StoreError::InUse);
    }
    let sha256: [u8; 32] = Sha256::digest(step.sql).into();
    transaction.execute(
        "INSERT INTO migration (version, name, sha256, app_version, applied_at)
         VALUES (:version, :name, :sha256, :app_version, :applied_at)",
        named_params! {
            ":version": step.version,
            ":name": step.name,
            ":sha256": sha256,
            ":app_version": env!("CARGO_PKG_VERSION"),
            ":applied_at": At(now),
        },
    )?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", step.version)?;
    transaction.commit()?;
    Ok(())
}
