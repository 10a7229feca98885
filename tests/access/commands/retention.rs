//! The policy, what goes, what is said of it, backups and imports.

use domain::id::{BackupId, ImportId};
use domain::retention::PolicyValues;
use records::backup::ForgetBackup;
use records::import::{ImportChoices, RunImport, UndoImport};
use records::report::{MakeReport, ReportForm, ReportOf, WriteLetter, WriteNotices};
use records::retention::{
    Erase, ReviewRecords, SetRetentionPolicy, SetSweepAtSignIn, SweepAtSignIn,
};
use records::{backup, import, report, retention};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case { candidate, at, .. } = case;
    Some(match command {
        // The periods in use, so that nobody's date moves: the call is let in, and told that nothing changed.
        "set_retention_policy" => answer(world.write(who, |desk| {
            retention::set_policy(
                desk,
                SetRetentionPolicy {
                    version: 1,
                    values: PolicyValues::default(),
                    reason: None,
                },
            )
        })),
        "review_records" => answer(world.write(who, |desk| {
            retention::review(
                desk,
                ReviewRecords {
                    candidates: vec![candidate],
                },
            )
        })),
        "save_notices" => answer(world.write(who, |desk| {
            let files = report::write_notices(desk, WriteNotices { preview: 0 })?;
            Ok(files
                .into_iter()
                .map(|file| String::from_utf8(file.bytes).expect("text"))
                .collect::<String>())
        })),
        "save_report" => answer(world.write(who, |desk| {
            let request = MakeReport {
                of: ReportOf::Period {
                    from: TODAY,
                    to: TODAY,
                },
                form: ReportForm::Json,
            };
            let file = report::make_report(desk, request)?;
            Ok(String::from_utf8(file.bytes).expect("text"))
        })),
        "save_letter" => answer(world.write(who, |desk| {
            let file = report::write_letter(desk, WriteLetter { candidate })?;
            Ok(file.name)
        })),
        "erase" => answer(world.write(who, |desk| {
            retention::erase(
                desk,
                Erase {
                    preview: 0,
                    typed: String::new(),
                    do_not_approach: false,
                    second: None,
                    job: 0,
                },
            )
        })),
        "make_backup" => answer(world.write(who, |desk| {
            // A folder that is not there: whoever is let in is told so.
            backup::make(desk, std::path::PathBuf::from("nowhere/at/all/backup"))
        })),
        "forget_backup" => answer(world.write(who, |desk| {
            backup::forget(
                desk,
                ForgetBackup {
                    backup: BackupId::new(at),
                },
            )
        })),
        "sweep_at_sign_in" => answer(world.write(who, |desk| {
            retention::sweep_at_sign_in(desk, SweepAtSignIn { job: 0 })
        })),
        "set_sweep_at_sign_in" => answer(world.write(who, |desk| {
            retention::set_sweep_at_sign_in(desk, SetSweepAtSignIn { on: false })
        })),
        "run_import" => answer(world.write(who, |desk| {
            import::run(
                desk,
                RunImport {
                    file: 0,
                    choices: ImportChoices::default(),
                    job: 0,
                },
            )
        })),
        "undo_import" => answer(world.write(who, |desk| {
            import::take_back(
                desk,
                UndoImport {
                    import: ImportId::new(at),
                },
            )
        })),
        _ => return None,
    })
}
