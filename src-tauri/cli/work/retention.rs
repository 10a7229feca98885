//! `retention` and `sweep`: who is due, and erasing them.

use std::process::ExitCode;

use chrono::{NaiveDate, NaiveTime};
use domain::clock::{Clock, FixedClock};
use records::retention::{self, DueRow};
use records::{ReadDesk, Unwatched, WriteDesk};
use serde::Serialize;

use super::CHECK_FAILED;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::{say, sign_in};

/// Who is due. Names stay in the store: what a timer prints ends up in a log.
#[derive(Serialize)]
struct Reviewed {
    as_of: NaiveDate,
    due: usize,
    rows: Vec<DueRow>,
}

/// Says who is due.
pub(crate) fn list(
    arguments: &Arguments,
    as_of: Option<NaiveDate>,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (mut store, session) = sign_in::open(arguments, clock)?;
    let clock = at(as_of, clock);
    let rows = ReadDesk::with_store(&mut store, &session, &clock, retention::due)?;
    store.close().map_err(records::Error::from)?;
    let answer = Reviewed {
        as_of: clock.today(),
        due: rows.len(),
        rows,
    };
    say::answer(arguments.json, &answer, || {
        let mut lines = vec![format!(
            "{} people are due for erasure on {}.",
            answer.due, answer.as_of
        )];
        lines.extend(answer.rows.iter().map(|row| {
            format!(
                "{}  {}  {}",
                row.candidate.uuid(),
                row.erase_on.map_or_else(String::new, |on| on.to_string()),
                row.sentence
            )
        }));
        lines
    });
    Ok(ExitCode::SUCCESS)
}

/// Erases everyone who is due.
pub(crate) fn sweep(
    arguments: &Arguments,
    as_of: Option<NaiveDate>,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let (mut store, session) = sign_in::open(arguments, clock)?;
    let clock = at(as_of, clock);
    let receipt = retention::sweep(
        &mut WriteDesk::new(&mut store, &session, &clock, &Unwatched),
        as_of,
    )?;
    store.close().map_err(records::Error::from)?;
    say::answer(arguments.json, &receipt, || {
        let mut lines = vec![format!("Erased {} people.", receipt.people)];
        lines.extend(
            receipt
                .rules
                .iter()
                .map(|rule| format!("  {} under {}", rule.people, rule.rule)),
        );
        lines.push(format!(
            "Looked for {} names, addresses and numbers in {} pages and {} files: {} found.",
            receipt.searched, receipt.pages, receipt.files, receipt.found
        ));
        lines
    });
    Ok(if receipt.verified {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHECK_FAILED)
    })
}

/// The clock, moved to noon of another day where one was asked for.
fn at(as_of: Option<NaiveDate>, clock: &dyn Clock) -> FixedClock {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    FixedClock(as_of.map_or_else(|| clock.now(), |day| day.and_time(noon).and_utc()))
}
