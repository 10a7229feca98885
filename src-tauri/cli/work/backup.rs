//! `backup`, `restore` and `verify backup`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use domain::clock::Clock;
use records::backup::{self, Restored};
use records::{Unwatched, WriteDesk};
use serde::Serialize;

use super::{CHECK_FAILED, closing};
use crate::arguments::{Arguments, Restore};
use crate::failure::Failure;
use crate::{say, sign_in};

#[derive(Serialize)]
struct Made {
    backup: String,
    file: String,
    bytes: u64,
    beyond_use_until: String,
}

/// Makes a backup.
pub(crate) fn make(
    arguments: &Arguments,
    to: &Path,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (store, session) = sign_in::open(arguments, clock)?;
    let to = to.to_owned();
    let row = closing(store, |store| {
        Ok(WriteDesk::noted(
            store,
            &session,
            clock,
            &Unwatched,
            "make_backup",
            |desk| backup::make(desk, to),
        )?)
    })?;
    let made = Made {
        backup: row.backup.uuid().to_string(),
        file: row.path,
        bytes: row.bytes,
        beyond_use_until: row.beyond_use_until.to_string(),
    };
    say::answer(arguments.json, &made, || {
        vec![format!(
            "Made a backup in {} ({} bytes), to be kept until {}. Keep the two files beside it with it.",
            made.file, made.bytes, made.beyond_use_until
        )]
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Seen {
    made_at: String,
    people: u64,
    journal_entries: i64,
    erased_again: u64,
    proved: bool,
    sealed_given_up: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to: Option<PathBuf>,
}

impl Seen {
    fn of(restored: &Restored) -> Self {
        Self {
            made_at: restored.about.made_at.to_rfc3339(),
            people: restored.people,
            journal_entries: restored.about.seq,
            erased_again: restored.erased_again,
            proved: restored.proved,
            sealed_given_up: restored.sealed_given_up,
            moved_to: restored.moved_to.clone(),
        }
    }

    fn lines(&self, did: String) -> Vec<String> {
        let mut lines = vec![
            did,
            format!(
                "Made {}; {} in it; {} entries in its journal, each following the one before; every page verifies.",
                self.made_at,
                if self.people == 1 {
                    "1 person".to_owned()
                } else {
                    format!("{} people", self.people)
                },
                self.journal_entries
            ),
        ];
        if self.erased_again > 0 {
            lines.push(sign_in::erased_since(self.erased_again, self.proved));
        }
        if self.sealed_given_up > 0 {
            lines.push(format!(
                "The keys of sealed records of {} people are nowhere.",
                self.sealed_given_up
            ));
        }
        if let Some(moved) = &self.moved_to {
            lines.push(format!(
                "The store that was there is now in {}. Delete it once it is of no more use: it still holds what was \
                 erased since, until its own days are over.",
                moved.display()
            ));
        }
        lines
    }
}

/// The name of the command line, or the only one there is.
fn name(arguments: &Arguments, file: &Path) -> Result<String, Failure> {
    if let Some(name) = &arguments.account {
        return Ok(name.clone());
    }
    let names = backup::backup_names(file).map_err(records::Error::from)?;
    match names.as_slice() {
        [name] => Ok(name.clone()),
        _ => Err(Failure::Usage(
            "The store in the backup has several accounts: name one with --account NAME."
                .to_owned(),
        )),
    }
}

/// Puts a backup back.
pub(crate) fn restore(
    arguments: &Arguments,
    restore: &Restore,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let name = name(arguments, &restore.file)?;
    let passphrase = sign_in::passphrase(arguments)?;
    let request = backup::Restore {
        backup: &restore.file,
        to: &restore.to,
        ledgers: &restore.ledger,
        sign_in_name: &name,
        passphrase: &passphrase,
        move_aside: restore.move_aside,
        without_sealed: restore.without_sealed,
        although_old: restore.although_old,
    };
    let restored = backup::restore(&request, clock.now()).map_err(records::Error::from)?;
    let seen = Seen::of(&restored);
    say::answer(arguments.json, &seen, || {
        seen.lines(format!(
            "Put the backup back into {}.",
            restore.to.display()
        ))
    });
    Ok(code(restored.proved))
}

/// Puts a backup back into a folder that is thrown away, and says what it was.
pub(crate) fn verify(
    arguments: &Arguments,
    file: &Path,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let name = name(arguments, file)?;
    let passphrase = sign_in::passphrase(arguments)?;
    let restored = backup::test_restore(file, &name, &passphrase, clock.now())
        .map_err(records::Error::from)?;
    let seen = Seen::of(&restored);
    say::answer(arguments.json, &seen, || {
        seen.lines(
            "The backup can be put back: it was, into a folder that is gone again.".to_owned(),
        )
    });
    Ok(code(restored.proved))
}

fn code(proved: bool) -> ExitCode {
    if proved {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    }
}
