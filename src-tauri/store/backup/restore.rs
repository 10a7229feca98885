//! Putting a backup back: taken apart and proved in a folder of its own, rid of everybody who was erased since, and
//! only then given its name. Nothing is ever put over a store that is there.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::deadline::backups_cleared;
use uuid::Uuid;

use super::companion::{ledger_beside, subjects_beside};
use super::file::unpack;
use super::{BackupAbout, BackupError, BackupFault, look_at_backup, place};
use crate::account::Passphrase;
use crate::column::Id;
use crate::error::{OpenError, StoreError};
use crate::files::{Folder, erase_file, sync_folder};
use crate::journal::{Detail, Entry};
use crate::keys::random;
use crate::lock::StoreLock;
use crate::open::{Beside, Unlocked, unlock_put_back};
use crate::verify::StoreVerification;
use crate::write::Store;

/// What is put back, and where.
#[derive(Debug)]
pub struct Restore<'a> {
    /// The backup.
    pub backup: &'a Path,
    /// The folder of the store that it becomes.
    pub to: &'a Path,
    /// Copies of the erasure ledger, beside those that are found.
    pub ledgers: &'a [PathBuf],
    /// A name that the backup knows.
    pub sign_in_name: &'a str,
    /// Its passphrase of then.
    pub passphrase: &'a Passphrase,
    /// Whether a store that is in the folder is moved aside first.
    pub move_aside: bool,
    /// Whether sealed records whose keys are nowhere are given up.
    pub without_sealed: bool,
    /// Whether it is put back although its days are over.
    pub although_old: bool,
}

/// What was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup says of itself.
    pub about: BackupAbout,
    /// People in it, those erased again left out.
    pub people: u64,
    /// People who were erased since it was made, and were erased again.
    pub erased_again: u64,
    /// Whether nothing was found of them afterwards.
    pub proved: bool,
    /// People whose sealed records were given up, since their keys are nowhere.
    pub sealed_given_up: u64,
    /// What verifying found.
    pub verification: StoreVerification,
    /// Where the store that was there is now.
    pub moved_to: Option<PathBuf>,
}

/// Puts a backup back into a folder. Whatever ends the program, the folder holds what it held, or the whole store.
///
/// # Errors
/// [`BackupError`]; nothing that was there was changed.
pub fn restore(request: &Restore<'_>, now: DateTime<Utc>) -> Result<Restored, BackupError> {
    let about = look_at_backup(request.backup)?;
    if let Some(parent) = request.to.parent().filter(|parent| **parent != *"") {
        Folder::new(parent).make()?;
    }
    let to = target(request.to)?;
    let occupied = is_occupied(&to)?;
    if occupied && !request.move_aside {
        return Err(BackupError::AlreadyThere);
    }
    let stage = sibling(&to, ".restoring")?;
    clear(&stage)?;
    let beside = beside(request, &about, &to)?;
    let made = put_into(&stage, request, &beside, now).and_then(|restored| {
        let moved_to = if occupied {
            Some(move_aside(&to)?)
        } else {
            None
        };
        Ok((restored, moved_to))
    });
    let (restored, moved_to) = match made {
        Ok(made) => made,
        Err(error) => {
            // What is left is cleared away the next time.
            clear(&stage).unwrap_or_default();
            return Err(error);
        }
    };
    if to.try_exists()? {
        // Empty: looked at above. Not every system renames over it.
        fs::remove_dir(&to)?;
    }
    fs::rename(&stage, &to)?;
    if let Some(parent) = to.parent() {
        sync_folder(parent)?;
    }
    Ok(Restored {
        moved_to,
        ..restored
    })
}

/// Puts a backup back into a folder that is thrown away afterwards, and says what it was.
///
/// # Errors
/// As [`restore`].
pub fn test_restore(
    backup: &Path,
    sign_in_name: &str,
    passphrase: &Passphrase,
    now: DateTime<Utc>,
) -> Result<Restored, BackupError> {
    let about = look_at_backup(backup)?;
    let number = hex::encode(random::<8>()?);
    let stage = std::env::temp_dir().join(format!("fairhold-test-{number}"));
    let request = Restore {
        backup,
        to: &stage,
        ledgers: &[],
        sign_in_name,
        passphrase,
        move_aside: false,
        without_sealed: true,
        although_old: true,
    };
    let beside = beside(&request, &about, &stage)?;
    let restored = put_into(&stage, &request, &beside, now);
    clear(&stage)?;
    restored
}

/// What may be of use beside the backup, and beside the store that was there.
fn beside(request: &Restore<'_>, about: &BackupAbout, to: &Path) -> Result<Beside, BackupError> {
    let (folder, _) = place(request.backup)?;
    let mut nearby_ledgers = vec![ledger_beside(&folder, about.store)];
    let mut subjects = vec![subjects_beside(&folder, about.store)];
    for number in 0..=MOST_ASIDE {
        let old = if number == 0 {
            to.to_owned()
        } else {
            aside(to, number)?
        };
        nearby_ledgers.push(Folder::new(&old).ledger());
        subjects.push(Folder::new(&old).subjects());
    }
    Ok(Beside {
        ledgers: request.ledgers.to_vec(),
        nearby_ledgers,
        subjects,
        give_up_sealed: request.without_sealed,
    })
}

fn put_into(
    stage: &Path,
    request: &Restore<'_>,
    beside: &Beside,
    now: DateTime<Utc>,
) -> Result<Restored, BackupError> {
    let folder = Folder::new(stage);
    folder.make()?;
    let about = unpack(request.backup, &folder)?;
    let Unlocked {
        mut store,
        erased_again,
        finished,
        sealed_given_up,
        ..
    } = unlock_put_back(stage, request.sign_in_name, request.passphrase, beside, now)
        .map_err(of_opening)?;
    let verification = store.verify_whole()?;
    if !verification.is_sound() {
        return Err(BackupError::Fault(BackupFault::Unsound));
    }
    let days = store.records().backup_days()?;
    let over = backups_cleared(london_date(about.made_at), days, london_date(now));
    if over.cleared && !request.although_old {
        return Err(too_old(over.beyond_use_until));
    }
    store.note_restored(&about, request.backup, over.cleared, now)?;
    let people = u64::try_from(store.records().number_of_candidates()?).unwrap_or(u64::MAX);
    store.close()?;
    Ok(Restored {
        about,
        people,
        erased_again,
        proved: finished
            .iter()
            .all(|report| report.state == crate::erase::ErasureState::Erased),
        sealed_given_up,
        verification,
        moved_to: None,
    })
}

const fn too_old(since: NaiveDate) -> BackupError {
    BackupError::TooOld { since }
}

/// A database that does not verify was changed within a file whose sum is right: somebody made it so.
fn of_opening(error: OpenError) -> BackupError {
    let fault = if matches!(error, OpenError::KeysForged | OpenError::KeysDamaged) {
        BackupFault::Forged
    } else if matches!(
        error,
        OpenError::Database(_) | OpenError::HeadDamaged | OpenError::RolledBack { .. }
    ) {
        BackupFault::Unsound
    } else if matches!(error, OpenError::Newer { .. }) {
        BackupFault::Newer
    } else {
        return error.into();
    };
    BackupError::Fault(fault)
}

/// The most stores that are kept aside of one folder.
const MOST_ASIDE: u8 = 9;

fn target(to: &Path) -> Result<PathBuf, BackupError> {
    let (folder, name) = place(to)?;
    Ok(folder.join(name))
}

fn sibling(to: &Path, ending: &str) -> Result<PathBuf, BackupError> {
    let mut name = OsString::from(if ending.starts_with('.') { "." } else { "" });
    name.push(to.file_name().ok_or(BackupError::Name)?);
    name.push(ending);
    Ok(to.with_file_name(name))
}

fn aside(to: &Path, number: u8) -> Result<PathBuf, BackupError> {
    sibling(to, &format!("-before-restore-{number}"))
}

fn is_occupied(folder: &Path) -> Result<bool, BackupError> {
    match fs::read_dir(folder) {
        Ok(mut items) => Ok(items.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Gives the folder of a store that is there another name. Not while somebody has it open.
fn move_aside(to: &Path) -> Result<PathBuf, BackupError> {
    let lock = StoreLock::take(&Folder::new(to))?;
    drop(lock);
    for number in 1..=MOST_ASIDE {
        let other = aside(to, number)?;
        if !other.try_exists()? {
            fs::rename(to, &other)?;
            return Ok(other);
        }
    }
    Err(BackupError::AlreadyThere)
}

/// Throws away what an unfinished restore left: a folder of that name, with nothing in it but what is a store's.
fn clear(stage: &Path) -> Result<(), BackupError> {
    let items = match fs::read_dir(stage) {
        Ok(items) => items,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for item in items {
        let item = item?;
        let name = item.file_name();
        let ours = name
            .to_str()
            .is_some_and(|name| name.starts_with("fairhold.") || name == "attempts.log");
        if !ours || !item.file_type()?.is_file() {
            return Err(BackupError::AlreadyThere);
        }
        erase_file(&item.path())?;
    }
    fs::remove_dir(stage)?;
    Ok(())
}

impl Store {
    fn note_restored(
        &mut self,
        about: &BackupAbout,
        file: &Path,
        although_old: bool,
        at: DateTime<Utc>,
    ) -> Result<(), BackupError> {
        let (folder, name) = place(file)?;
        let bytes = fs::metadata(file)?.len();
        let seq = about.seq;
        let path = folder.to_str().zip(name.to_str());
        self.transact(Some(self.account), at, |tx| {
            // The backup was made before it could be known: from here on it is.
            if let Some(path) = path {
                tx.insert_backup(about.id, about.made_at, seq, bytes, path)?;
            }
            let entry = Entry::new("restore-backup")
                .with("backup", Detail::Id(about.id.uuid()))
                .with("made", Detail::Day(london_date(about.made_at)))
                .with("although-old", Detail::Number(u64::from(although_old)));
            Ok::<_, StoreError>(((), entry))
        })?;
        Ok(())
    }

    /// Gives up sealed records, documents and feedback that nobody can read any more, since the keys of these candidates are
    /// nowhere.
    pub(crate) fn give_up_sealed(
        &mut self,
        candidates: &[Uuid],
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if candidates.is_empty() {
            return Ok(());
        }
        self.transact(Some(self.account), at, |tx| {
            let mut records = 0;
            for candidate in candidates {
                records += tx
                    .sql()
                    .prepare_cached(
                        "DELETE FROM sealed_record
                         WHERE candidate = (SELECT row FROM candidate WHERE id = ?1)",
                    )?
                    .execute([Id(*candidate)])?;
                for table in ["feedback", "feedback_draft"] {
                    records += tx
                        .sql()
                        .prepare_cached(&format!(
                            "DELETE FROM {table}
                             WHERE interview IN (
                                 SELECT interview.row
                                 FROM candidate
                                 JOIN application ON application.candidate = candidate.row
                                 JOIN interview ON interview.application = application.row
                                 WHERE candidate.id = ?1
                             )"
                        ))?
                        .execute([Id(*candidate)])?;
                }
                let row = tx
                    .records()
                    .candidate_row(domain::id::CandidateId::from_uuid(*candidate))?;
                records += tx.delete_documents_of_person(row)?;
                tx.touch(row);
            }
            let number = |number: usize| Detail::Number(u64::try_from(number).unwrap_or(u64::MAX));
            let entry = Entry::new("give-up-sealed-records")
                .with("records", number(records))
                .with("people", number(candidates.len()));
            Ok(((), entry))
        })
    }
}
