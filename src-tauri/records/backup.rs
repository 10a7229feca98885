//! Backups: making one, those that are known, and putting one back.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access;
use domain::id::BackupId;
use serde::{Deserialize, Serialize};

pub use store::{
    BACKUP_ENDING, BackupError, BackupFault, Restore, Restored, backup_name, backup_names,
    look_at_backup, restore, test_restore,
};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing};

/// The backups that are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Backups {
    /// The latest first.
    pub rows: Vec<BackupRow>,
    /// Days each is kept.
    pub days: u8,
    /// Whether this viewer may make one.
    pub may_make: bool,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BackupRow {
    /// Which.
    pub backup: BackupId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The name of the account that made it.
    pub by: String,
    /// Its size in bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub bytes: u64,
    /// Where it was saved.
    pub path: String,
    /// Until this day, people who were erased and are in it are beyond use, not gone.
    pub beyond_use_until: NaiveDate,
    /// Whether that day has come and its folder was not there, so that it could not be deleted.
    pub overdue: bool,
}

/// Takes a backup off the list whose folder is gone for good.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ForgetBackup {
    /// Which.
    pub backup: BackupId,
}

/// The backups that are known.
///
/// # Errors
/// A refusal for those who may not see what the organisation set.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<Backups, Error> {
    let permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    let names = desk.names()?;
    let rows = desk
        .records
        .backups(&permit, desk.today)?
        .into_iter()
        .map(|backup| BackupRow {
            backup: backup.id,
            made_at: backup.made_at,
            by: names.get(&backup.made_by).cloned().unwrap_or_default(),
            bytes: backup.bytes,
            path: backup.path.display().to_string(),
            beyond_use_until: backup.beyond_use_until,
            overdue: backup.overdue,
        })
        .collect();
    Ok(Backups {
        rows,
        days: desk.records.backup_days()?,
        may_make: desk.may::<access::ManageAccounts>(access::Subject::Organisation),
    })
}

/// Whether whoever is signed in may make a backup: asked before the system's dialog is opened.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn check(desk: &ReadDesk<'_>, _: Nothing) -> Result<Nothing, Error> {
    desk.permit_on_organisation::<access::ManageAccounts>()?;
    Ok(Nothing {})
}

/// Makes a backup: the file, or one of a name of its own where a folder is chosen.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Backup`] when the place is of no use.
pub fn make(desk: &mut WriteDesk<'_>, to: PathBuf) -> Result<BackupRow, Error> {
    let (permit, names) = desk.read(|desk| {
        let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
        Ok((permit, desk.names()?))
    })?;
    let backup = desk.store.make_backup(&permit, &to, desk.now)?;
    Ok(BackupRow {
        backup: backup.id,
        made_at: backup.made_at,
        by: names.get(&backup.made_by).cloned().unwrap_or_default(),
        bytes: backup.bytes,
        path: backup.path.display().to_string(),
        beyond_use_until: backup.beyond_use_until,
        overdue: backup.overdue,
    })
}

/// Takes a backup off the list; its file is deleted where it is still there.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::NotFound`] when none is known by that id.
pub fn forget(desk: &mut WriteDesk<'_>, request: ForgetBackup) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    let now = desk.now;
    desk.store.forget_backup(&permit, request.backup, now)?;
    Ok(Done { undo: None })
}

/// What happened, what is safe and what to do, in a sentence or two.
pub fn sentence(error: &BackupError) -> Option<String> {
    Some(match error {
        BackupError::AlreadyThere => {
            "There is something in that place already. It was left as it is: choose another place.".to_owned()
        }
        BackupError::Inside => {
            "That place is inside the store’s own folder, and would be lost with it. Choose another folder.".to_owned()
        }
        BackupError::Name => "That name can’t be used. Choose another.".to_owned(),
        BackupError::Fault(fault) => of_fault(*fault).to_owned(),
        BackupError::TooOld { since } => format!(
            "The days of this backup were over on {}: who was erased before then is no longer listed, so they could come \
             back. Nothing was put back.",
            since.format("%-d %B %Y")
        ),
        BackupError::SealedKeysMissing => {
            "Some sealed records in this backup can’t be read without the keys that lie beside backups \
             (fairhold-….subjects). Nothing was put back: put that file beside the backup, or go on without those \
             records."
                .to_owned()
        }
        BackupError::Place(kind) => {
            format!("The place can’t be read or written ({kind}). Nothing was changed.")
        }
        BackupError::Open(_) | BackupError::Store(_) => return None,
    })
}

const fn of_fault(fault: BackupFault) -> &'static str {
    match fault {
        BackupFault::Missing => "The backup is not there. Nothing was put back.",
        BackupFault::NotOne => "This file is no backup of Fairhold’s. Nothing was put back.",
        BackupFault::Truncated => {
            "The backup is cut short. Nothing was put back: copy it again from where it was kept, or use another."
        }
        BackupFault::Damaged => {
            "The backup is damaged or was changed. Nothing was put back: copy it again from where it was kept, or use \
             another."
        }
        BackupFault::Forged => {
            "The backup is not as the person who is said to have made it left it. Nothing was put back: ask who had the \
             file."
        }
        BackupFault::Newer => {
            "A newer Fairhold made this backup. Nothing was put back: use the newer program."
        }
        BackupFault::Unsound => {
            "The records in the backup do not verify. Nothing was put back: use another backup."
        }
    }
}
