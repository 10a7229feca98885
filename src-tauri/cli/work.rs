//! What each subcommand does.

mod backup;
mod document;
mod import;
mod report;
mod retention;
mod store;
mod timer;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use records::clock::SystemClock;

use crate::arguments::{Arguments, Command, Document, Rules, Timer, Verify};
use crate::failure::Failure;
use crate::say;

/// The exit code of a check that failed.
pub(crate) const CHECK_FAILED: u8 = 5;

/// Does what the command line asks.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let clock = SystemClock;
    match &arguments.command {
        Command::Init(init) => store::init(arguments, init, &clock),
        Command::Import(import) if import.dry_run => import::dry_run(arguments, import, &clock),
        Command::Import(import) => import::run(arguments, import, &clock),
        Command::Search { text, limit } => store::search(arguments, text, *limit, &clock),
        Command::Document {
            what:
                Document::Add {
                    files,
                    candidate,
                    kind,
                    label,
                },
        } => document::add(
            arguments,
            files,
            (*candidate, *kind, label.as_deref()),
            &clock,
        ),
        Command::Document {
            what: Document::List { candidate },
        } => document::list(arguments, *candidate, &clock),
        Command::Retention { as_of }
        | Command::Sweep {
            as_of,
            dry_run: true,
            ..
        } => retention::list(arguments, *as_of, &clock),
        Command::Sweep {
            timer: true, key, ..
        } => timer::sweep(arguments, key, &clock),
        Command::Timer {
            what: Timer::Allow { key },
        } => timer::allow(arguments, key, &clock),
        Command::Timer {
            what: Timer::Remove { key },
        } => timer::remove(arguments, key, &clock),
        Command::Sweep {
            as_of,
            dry_run: false,
            second,
            timer: false,
            key: _,
        } => retention::sweep(arguments, *as_of, second, &clock),
        Command::Demo { people, seed } => store::demo(arguments, *people, *seed, &clock),
        Command::UseKeyCopy => store::use_key_copy(arguments),
        Command::Report(wanted) => report::make(arguments, wanted, &clock),
        Command::Verify {
            what: Verify::Store,
        } => store::verify(arguments, &clock),
        Command::Verify {
            what: Verify::Backup { file },
        } => backup::verify(arguments, file, &clock),
        Command::Verify {
            what: Verify::Report { file },
        } => report::verify(arguments, file, &clock),
        Command::Backup { to } => backup::make(arguments, to, &clock),
        Command::Restore(restore) => backup::restore(arguments, restore, &clock),
        Command::Rules {
            what: Rules::Check { file },
        } => check_rules(arguments, file),
    }
}

/// Works on a store and closes it, also where a rule said no, so that what was noted of it is kept as ever.
fn closing<T>(
    mut store: records::Store,
    work: impl FnOnce(&mut records::Store) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let done = work(&mut store);
    let closed = store.close().map_err(records::Error::from);
    let done = done?;
    closed?;
    Ok(done)
}

fn check_rules(arguments: &Arguments, file: &Path) -> Result<ExitCode, Failure> {
    let text = fs::read_to_string(file).map_err(Failure::file(file))?;
    let report = domain::rules::check(&text).map_err(|error| {
        Failure::Vectors(format!(
            "The file holds no vectors this program reads: {error}."
        ))
    })?;
    say::answer(arguments.json, &report, || {
        let mut lines = Vec::new();
        for failure in &report.failed {
            let name = failure
                .id
                .clone()
                .unwrap_or_else(|| format!("#{}", failure.index));
            for difference in &failure.differences {
                lines.push(format!(
                    "{} {name} ({}): {} should be {}, is {}",
                    failure.rule,
                    failure.kind,
                    difference.field,
                    difference.expected,
                    difference.got
                ));
            }
        }
        lines.push(format!(
            "{} passed, {} failed",
            report.passed,
            report.failed.len()
        ));
        lines
    });
    Ok(if report.failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    })
}
