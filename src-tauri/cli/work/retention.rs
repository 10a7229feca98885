//! `retention` and `sweep`: who is due, and erasing them.

use std::process::ExitCode;

use chrono::NaiveDate;
use domain::clock::Clock;
use records::retention::{self, Due, DuePart, DueRow, ErasureReceipt};
use records::{ReadDesk, Unwatched, WriteDesk};
use serde::Serialize;

use super::{CHECK_FAILED, closing};
use crate::arguments::{Arguments, Second};
use crate::failure::Failure;
use crate::{say, sign_in};

/// Who is due. Names stay in the store: what a timer prints ends up in a log.
#[derive(Serialize)]
struct Reviewed {
    as_of: NaiveDate,
    due: usize,
    rows: Vec<DueRow>,
    kept: Vec<DueRow>,
    parts: Vec<DuePart>,
}

/// What a sweep erased, and who was kept.
#[derive(Serialize)]
struct Swept {
    #[serde(flatten)]
    receipt: ErasureReceipt,
    kept: Vec<DueRow>,
}

/// Those who are kept in spite of their day, with what keeps them.
fn kept_lines(kept: &[DueRow]) -> Vec<String> {
    if kept.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![match kept.len() {
        1 => "1 person is past their date and kept.".to_owned(),
        number => format!("{number} people are past their date and kept."),
    }];
    lines.extend(kept.iter().map(line));
    lines
}

/// Parts of the records of people who stay whose day has come.
fn part_lines(due: &[DuePart]) -> Vec<String> {
    if due.is_empty() {
        return Vec::new();
    }
    let number = u32::try_from(due.len()).unwrap_or(u32::MAX);
    let mut lines = vec![format!(
        "{} of records of people who stay {} due.",
        parts(number),
        if number == 1 { "is" } else { "are" }
    )];
    lines.extend(due.iter().map(|part| {
        format!(
            "{}  {}  {}  {}",
            part.candidate.uuid(),
            part.erase_on.map_or_else(String::new, |on| on.to_string()),
            part.class,
            part.sentence
        )
    }));
    lines
}

fn parts(number: u32) -> String {
    match number {
        1 => "1 part".to_owned(),
        number => format!("{number} parts"),
    }
}

fn line(row: &DueRow) -> String {
    format!(
        "{}  {}  {}",
        row.candidate.uuid(),
        row.erase_on.map_or_else(String::new, |on| on.to_string()),
        row.sentence
    )
}

/// Says who is due.
pub(crate) fn list(
    arguments: &Arguments,
    as_of: Option<NaiveDate>,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (store, session) = sign_in::open(arguments, clock)?;
    let Due { goes, kept, parts } = closing(store, |store| {
        ReadDesk::noted(store, &session, clock, "retention_due", |desk| {
            retention::due(desk, as_of)
        })
        .map_err(Failure::from)
    })?;
    let answer = Reviewed {
        as_of: as_of.unwrap_or_else(|| clock.today()),
        due: goes.len(),
        rows: goes,
        kept,
        parts,
    };
    say::answer(arguments.json, &answer, || {
        let mut lines = vec![format!(
            "{} people are due for erasure on {}.",
            answer.due, answer.as_of
        )];
        lines.extend(answer.rows.iter().map(line));
        lines.extend(part_lines(&answer.parts));
        lines.extend(kept_lines(&answer.kept));
        lines
    });
    Ok(ExitCode::SUCCESS)
}

/// Erases everyone who is due.
pub(crate) fn sweep(
    arguments: &Arguments,
    as_of: Option<NaiveDate>,
    second: &Second,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let word = sign_in::second(arguments, second)?;
    let (store, session) = sign_in::open(arguments, clock)?;
    let (receipt, kept) = closing(store, |store| {
        let receipt = WriteDesk::noted(store, &session, clock, &Unwatched, "sweep", |desk| {
            retention::sweep(desk, as_of, word.as_ref())
        })
        .map_err(Failure::from)?;
        let due = ReadDesk::noted(store, &session, clock, "retention_due", |desk| {
            retention::due(desk, as_of)
        })
        .map_err(Failure::from)?;
        Ok((receipt, due.kept))
    })?;
    let verified = receipt.verified;
    let swept = Swept { receipt, kept };
    say::answer(arguments.json, &swept, || {
        let receipt = &swept.receipt;
        let mut lines = vec![format!("Erased {} people.", receipt.people)];
        lines.extend(
            receipt
                .rules
                .iter()
                .map(|rule| format!("  {} under {}", rule.people, rule.rule)),
        );
        if receipt.parts > 0 {
            lines.push(format!(
                "Erased {} of records of people who stay.",
                parts(receipt.parts)
            ));
            lines.extend(
                receipt
                    .parts_by_class
                    .iter()
                    .map(|each| format!("  {} of class {}", each.count, each.class.code())),
            );
        }
        lines.push(format!(
            "Looked for {} names, addresses and numbers in {} pages and {} files: {} found.",
            receipt.searched, receipt.pages, receipt.files, receipt.found
        ));
        lines.extend(receipt.recipients.iter().map(|one| {
            format!(
                "To be told by {}: {} ({}).",
                one.by,
                one.recipient,
                one.category.phrase()
            )
        }));
        lines.extend(kept_lines(&swept.kept));
        lines
    });
    Ok(if verified {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    })
}
