//! Backups: one sealed and signed file, made while people work; the register of those that may still hold somebody
//! who was erased; and what is kept beside them.
//!
//! A backup is the database as it is, under its own key, with the key file, the journal's head and the erasure ledger
//! of the moment. It holds no subject keys: those lie beside it in one small file that is replaced at every backup
//! and every erasure, so that what was sealed of somebody who is gone cannot be read from an older backup either. Nor
//! does it help to put an old backup back: the erasure ledger beside the database, or beside the backups, is replayed
//! before anybody signs in.

mod companion;
mod error;
mod file;
mod restore;

pub use error::{BackupError, BackupFault};
pub use file::{BackupAbout, backup_names, look_at_backup};
pub use restore::{Restore, Restored, restore, test_restore};

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{ManageAccounts, Permit, ReadAccounts};
use domain::clock::london_date;
use domain::deadline::backups_cleared;
use domain::id::{AccountId, BackupId};
use rusqlite::named_params;
use uuid::Uuid;

use crate::column::{At, Id, count};
use crate::error::StoreError;
use crate::files::erase_file;
use crate::journal::{Detail, Entry};
use crate::read::Records;
use crate::write::Store;

/// How a backup's name ends.
pub const BACKUP_ENDING: &str = "fairhold-backup";
/// Days a backup is kept, until an organisation sets another number (RULEBOOK backup.days).
const BACKUP_DAYS: u8 = 35;
/// The bounds of that.
const BOUNDS: std::ops::RangeInclusive<u8> = 1..=90;
/// The setting that holds it.
const DAYS: &str = "backup-days";

/// A backup that the store knows of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupRecord {
    /// Its id, which stands in its file.
    pub id: BackupId,
    /// Who made it.
    pub made_by: AccountId,
    /// When.
    pub made_at: DateTime<Utc>,
    /// The last entry of the journal in it.
    pub seq: i64,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where it was written to.
    pub path: PathBuf,
    /// Until this day, whoever was erased and is in it is beyond use, not gone (RET-18).
    pub beyond_use_until: NaiveDate,
    /// Whether that day has come. The file could not be deleted: its folder is not there.
    pub overdue: bool,
}

impl Records<'_> {
    /// Days a backup is kept.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when the stored number is outside its bounds.
    pub fn backup_days(&self) -> Result<u8, StoreError> {
        match self.setting(DAYS)? {
            None => Ok(BACKUP_DAYS),
            Some(text) => text
                .parse()
                .ok()
                .filter(|days| BOUNDS.contains(days))
                .ok_or(StoreError::Unreadable {
                    column: "setting.backup-days",
                }),
        }
    }

    /// The backups that are known, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn backups(
        &self,
        _permit: &Permit<ReadAccounts>,
        today: NaiveDate,
    ) -> Result<Vec<BackupRecord>, StoreError> {
        self.known_backups(today)
    }

    fn known_backups(&self, today: NaiveDate) -> Result<Vec<BackupRecord>, StoreError> {
        let days = self.backup_days()?;
        let mut statement = self.connection().prepare_cached(
            "SELECT backup.id, account.id AS account, backup.made_at, backup.seq, backup.bytes, backup.folder,
                    backup.file
             FROM backup
             JOIN account ON account.row = backup.made_by
             ORDER BY backup.made_at DESC, backup.row DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut backups = Vec::new();
        while let Some(row) = rows.next()? {
            let made_at = row.get::<_, At>("made_at")?.0;
            let kept = backups_cleared(london_date(made_at), days, today);
            let folder: String = row.get("folder")?;
            let file: String = row.get("file")?;
            backups.push(BackupRecord {
                id: BackupId::from_uuid(row.get::<_, Id>("id")?.0),
                made_by: AccountId::from_uuid(row.get::<_, Id>("account")?.0),
                made_at,
                seq: row.get("seq")?,
                bytes: count(row.get("bytes")?),
                path: Path::new(&folder).join(file),
                beyond_use_until: kept.beyond_use_until,
                overdue: kept.cleared,
            });
        }
        Ok(backups)
    }

    /// Until when somebody who was erased on a day is beyond use in a backup, not gone (RET-18); none where no backup
    /// is known that can hold them.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn beyond_use_until(&self, erased_on: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
        Ok(self
            .known_backups(erased_on)?
            .into_iter()
            .filter(|backup| london_date(backup.made_at) <= erased_on)
            .map(|backup| backup.beyond_use_until)
            .max())
    }

    /// When the oldest backup that is known was made.
    pub(crate) fn oldest_backup(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let oldest: Option<At> = self
            .connection()
            .prepare_cached("SELECT min(made_at) FROM backup")?
            .query_row([], |row| row.get(0))?;
        Ok(oldest.map(|at| at.0))
    }

    /// The folders that backups were written to.
    fn backup_folders(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT DISTINCT folder FROM backup")?;
        let found = statement.query_map([], |row| Ok(PathBuf::from(row.get::<_, String>(0)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// The name a backup is given where only a folder is chosen.
pub fn backup_name(at: DateTime<Utc>) -> String {
    format!("fairhold-{}.{BACKUP_ENDING}", at.format("%Y-%m-%d-%H%M%S"))
}

impl Store {
    /// Makes a backup: of the folder where one is named, under a name of its own, or of the file.
    ///
    /// # Errors
    /// [`BackupError::AlreadyThere`], [`BackupError::Inside`] the store's own folder, or what the disk says. No part
    /// of a backup that was not finished has its name.
    pub fn make_backup(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        to: &Path,
        at: DateTime<Utc>,
    ) -> Result<BackupRecord, BackupError> {
        let to = if to.is_dir() {
            to.join(backup_name(at))
        } else {
            to.to_owned()
        };
        let (folder, name) = place(&to)?;
        if folder.starts_with(fs::canonicalize(self.folder.path())?) {
            return Err(BackupError::Inside);
        }
        let to = folder.join(&name);
        if to.try_exists()? {
            return Err(BackupError::AlreadyThere);
        }
        let id = BackupId::new(at);
        let (seq, bytes) = self.write_backup(&to, &folder, id, at)?;
        self.write_companions(&folder)?;
        let path = (
            text(&folder).ok_or(BackupError::Name)?,
            text(Path::new(&name)).ok_or(BackupError::Name)?,
        );
        self.transact(Some(self.account), at, |tx| {
            tx.insert_backup(id, at, seq, bytes, path)?;
            let entry = Entry::new("make-backup")
                .with("backup", Detail::Id(id.uuid()))
                .with("entries", Detail::Number(count(seq)))
                .with("bytes", Detail::Number(bytes));
            Ok::<_, StoreError>(((), entry))
        })?;
        let today = london_date(at);
        let days = self.records().backup_days()?;
        let kept = backups_cleared(today, days, today);
        Ok(BackupRecord {
            id,
            made_by: self.account,
            made_at: at,
            seq,
            bytes,
            path: to,
            beyond_use_until: kept.beyond_use_until,
            overdue: kept.cleared,
        })
    }

    /// Takes a backup off the register whose folder is gone for good; a file that is still there is deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when none is known by that id.
    pub fn forget_backup(
        &mut self,
        _permit: &Permit<ManageAccounts>,
        id: BackupId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let known = self.read(|records| records.known_backups(london_date(at)))?;
        let backup = known
            .into_iter()
            .find(|backup| backup.id == id)
            .ok_or(StoreError::NotFound)?;
        let went = delete_file(&backup, self.keys.store)?;
        self.drop_backup(&backup, went, at)
    }

    /// Deletes backups whose days are over, and forgets them. One whose folder is not there stays known.
    pub(crate) fn forget_old_backups(
        &mut self,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let known = self.read(|records| records.known_backups(today))?;
        for backup in known.iter().filter(|backup| backup.overdue) {
            let there = backup.path.parent().is_some_and(Path::is_dir);
            if !there {
                continue;
            }
            // A file that may not be deleted now may be another time.
            if let Ok(went) = delete_file(backup, self.keys.store) {
                self.drop_backup(backup, went, at)?;
            }
        }
        Ok(())
    }

    fn drop_backup(
        &mut self,
        backup: &BackupRecord,
        went: Went,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.transact(Some(self.account), at, |tx| {
            tx.sql()
                .execute("DELETE FROM backup WHERE id = ?1", [Id(backup.id.uuid())])?;
            let entry = Entry::new("forget-backup")
                .with("backup", Detail::Id(backup.id.uuid()))
                .with("file", Detail::Word(went.word()));
            Ok(((), entry))
        })
    }
}

/// What became of a backup's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Went {
    Deleted,
    NotThere,
}

impl Went {
    const fn word(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::NotThere => "not-there",
        }
    }
}

/// Deletes a backup's file, if what is there by its name is that backup.
fn delete_file(backup: &BackupRecord, store: Uuid) -> Result<Went, StoreError> {
    match look_at_backup(&backup.path) {
        Ok(about) if about.id == backup.id && about.store == store => {
            erase_file(&backup.path)?;
            Ok(Went::Deleted)
        }
        _ => Ok(Went::NotThere),
    }
}

impl crate::write::Tx<'_> {
    fn insert_backup(
        &self,
        id: BackupId,
        made_at: DateTime<Utc>,
        seq: i64,
        bytes: u64,
        (folder, file): (&str, &str),
    ) -> Result<(), StoreError> {
        self.sql().execute(
            "INSERT INTO backup (id, made_by, made_at, seq, bytes, folder, file)
             VALUES (:id, :made_by, :made_at, :seq, :bytes, :folder, :file)
             ON CONFLICT (id) DO NOTHING",
            named_params! {
                ":id": Id(id.uuid()),
                ":made_by": self.actor_row()?,
                ":made_at": At(made_at),
                ":seq": seq,
                ":bytes": i64::try_from(bytes).unwrap_or(i64::MAX),
                ":folder": folder,
                ":file": file,
            },
        )?;
        Ok(())
    }
}

fn text(path: &Path) -> Option<&str> {
    path.to_str()
}

/// A file's folder, as the system names it, and its name in it.
fn place(file: &Path) -> Result<(PathBuf, std::ffi::OsString), BackupError> {
    let name = file.file_name().ok_or(BackupError::Name)?.to_owned();
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    Ok((fs::canonicalize(folder)?, name))
}
