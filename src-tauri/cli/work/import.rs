//! `import`: what a file would bring in, and bringing it in.

use std::process::ExitCode;

use domain::clock::Clock;
use records::import::{DryRun, ImportChoices};
use records::{Unwatched, WriteDesk, import};
use serde::Serialize;

use super::closing;
use crate::arguments::{Arguments, Dates, Import};
use crate::failure::Failure;
use crate::{say, sign_in};

/// Says what a file would bring in.
pub(crate) fn dry_run(
    arguments: &Arguments,
    asked: &Import,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let bytes = import::read_file(&asked.file)?;
    let today = asked.as_of.unwrap_or_else(|| clock.today());
    let result = import::dry_run(&bytes, &choices(&bytes, asked)?, today)?;
    say::answer(arguments.json, &result, || lines(&result));
    Ok(ExitCode::SUCCESS)
}

/// Brings a file in.
pub(crate) fn run(
    arguments: &Arguments,
    asked: &Import,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let bytes = import::read_file(&asked.file)?;
    let choices = choices(&bytes, asked)?;
    // Before signing in: a broken file is told apart without the store being touched at all.
    let seen = import::dry_run(&bytes, &choices, clock.today())?;
    let (store, session) = sign_in::open(arguments, clock)?;
    let receipt = closing(store, |store| {
        WriteDesk::noted(store, &session, clock, &Unwatched, "run_import", |desk| {
            import::bring_in(desk, bytes, choices)
        })
        .map_err(Failure::from)
    })?;
    let answer = Imported {
        seen,
        import: receipt.import.uuid().to_string(),
        added: receipt.added,
        joined: receipt.joined,
        applications: receipt.applications,
        vacancies: receipt.vacancies,
        not_to_approach: receipt.not_to_approach,
    };
    say::answer(arguments.json, &answer, || {
        let mut lines = lines(&answer.seen);
        lines.push(format!(
            "Added {} people and {} applications; {} people were here already. Import {}.",
            answer.added, answer.applications, answer.joined, answer.import
        ));
        lines.extend(left_out(answer.not_to_approach));
        lines
    });
    Ok(ExitCode::SUCCESS)
}

/// What is said of prospects who asked not to be approached.
fn left_out(people: u32) -> Option<String> {
    match people {
        0 => None,
        1 => Some("1 person asked not to be approached: left out.".to_owned()),
        more => Some(format!(
            "{more} people asked not to be approached: left out."
        )),
    }
}

fn choices(bytes: &[u8], asked: &Import) -> Result<ImportChoices, Failure> {
    let choices = ImportChoices {
        undated_received_on: asked.undated,
        ..ImportChoices::default()
    };
    Ok(match asked.dates {
        None => choices,
        Some(dates) => import::with_dates(bytes, choices, dates == Dates::MonthFirst)?,
    })
}

/// What was brought in.
#[derive(Serialize)]
struct Imported {
    #[serde(flatten)]
    seen: DryRun,
    import: String,
    added: u32,
    joined: u32,
    applications: u32,
    vacancies: u32,
    not_to_approach: u32,
}

fn lines(result: &DryRun) -> Vec<String> {
    let mut lines = vec![format!(
        "Layout {}: {} rows, {} people, {} repeats, {} empty, {} past retention, {} refused in all.",
        result.layout,
        result.rows,
        result.people,
        result.repeats,
        result.empty,
        result.past_retention,
        result.refused.len()
    )];
    lines.extend(
        result
            .refused
            .iter()
            .map(|refused| format!("row {}: {}", refused.row, refused.reason)),
    );
    lines
}
