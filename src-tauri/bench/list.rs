//! The list of everyone: opened by name and by the day each record goes, and read at any place.

use std::time::Duration;

use domain::clock::Clock;
use records::candidate::{
    self, CandidateColumn, CandidateFilter, CandidateSort, ListCandidates, ReadCandidates,
};
use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params};

use crate::Outcome;
use crate::arguments::Arguments;
use crate::office::Office;
use crate::plain::Plain;
use crate::sample::clock;
use crate::table::{Measured, Target};
use crate::timing::{Dice, Times};

const BY_NAME: &str = "
    SELECT candidate.row
    FROM candidate
    ORDER BY candidate.sort_name, candidate.row";
const BY_DAY: &str = "
    SELECT candidate.row
    FROM candidate
    ORDER BY candidate.erase_on NULLS LAST, candidate.row";
const LINE: &str = "
    SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
           candidate.source, candidate.received_on, candidate.erase_on,
           (SELECT address FROM candidate_email WHERE candidate = candidate.row AND position = 0) AS email,
           EXISTS (
               SELECT 1
               FROM reserve_entry
               WHERE reserve_entry.candidate = candidate.row
                 AND (reserve_entry.removed_on IS NULL OR reserve_entry.removed_on > :today)
                 AND (reserve_entry.until_on IS NULL OR reserve_entry.until_on > :today)
                 AND EXISTS (
                     SELECT 1
                     FROM permission
                     WHERE permission.row = reserve_entry.permission
                       AND (permission.withdrawn_on IS NULL OR permission.withdrawn_on > :today)
                       AND permission.ends_on > :today
                 )
           ) AS reserve,
           EXISTS (
               SELECT 1
               FROM application
               WHERE application.candidate = candidate.row
                 AND application.outcome = 'hired' AND application.handed_over_on IS NULL
           ) AS unconfirmed
    FROM candidate
    WHERE candidate.row = :candidate";
const APPLICATIONS: &str = "
    SELECT application.id, vacancy.id AS vacancy, vacancy.title, application.stage, application.outcome,
           application.reason, application.outcome_on, application.applied_on
    FROM application
    JOIN vacancy ON vacancy.row = application.vacancy
    WHERE application.candidate = ?1
    ORDER BY application.applied_on DESC, application.row DESC";

/// Rows on a page.
const PAGE: u32 = 100;

/// Opening the list in two orders, and reading a page of it.
pub(crate) fn measure(
    office: &mut Office,
    plain: &Plain,
    arguments: Arguments,
) -> Outcome<Vec<Measured>> {
    Ok(vec![
        opened(
            "list, opened by name",
            CandidateColumn::Name,
            BY_NAME,
            office,
            plain,
            arguments,
        )?,
        opened(
            "list, opened by day",
            CandidateColumn::EraseOn,
            BY_DAY,
            office,
            plain,
            arguments,
        )?,
        page(office, plain, arguments)?,
    ])
}

const TARGET: Target = Target {
    time: Some(Duration::from_millis(50)),
    ratio: Some(2.0),
};

fn opened(
    what: &'static str,
    by: CandidateColumn,
    sql: &str,
    office: &mut Office,
    plain: &Plain,
    arguments: Arguments,
) -> Outcome<Measured> {
    let rounds = arguments.quick_or(10, 50);
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for _ in 0..rounds {
        ours.run(|| office.read(|desk| candidate::list(desk, everyone(by))))?;
        theirs.run(|| {
            let rows = plain_rows(plain, sql)?;
            plain_page(plain, rows.get(..100).unwrap_or(&rows))
        })?;
    }
    let how = format!("first {PAGE} of all × {rounds}");
    Ok(Measured::new(what, how, &ours, &theirs, TARGET))
}

fn page(office: &mut Office, plain: &Plain, arguments: Arguments) -> Outcome<Measured> {
    let rounds = arguments.quick_or(100, 500);
    let list = office.read(|desk| candidate::list(desk, everyone(CandidateColumn::Name)))?;
    let rows = plain_rows(plain, BY_NAME)?;
    let mut dice = Dice(7);
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for _ in 0..rounds {
        let start = dice.below(rows.len().saturating_sub(100));
        let request = ReadCandidates {
            list: list.list,
            start: u32::try_from(start)?,
            count: PAGE,
        };
        ours.run(|| office.read(|desk| candidate::read_list(desk, request)))?;
        let places = start..start.saturating_add(100);
        theirs.run(|| plain_page(plain, rows.get(places).unwrap_or_default()))?;
    }
    let how = format!("{PAGE} rows anywhere × {rounds}");
    Ok(Measured::new("list, page", how, &ours, &theirs, TARGET))
}

/// Everyone, in an order.
pub(crate) fn everyone(by: CandidateColumn) -> ListCandidates {
    ListCandidates {
        filter: CandidateFilter::default(),
        sort: CandidateSort {
            by,
            descending: false,
        },
    }
}

fn plain_rows(plain: &Plain, sql: &str) -> Outcome<Vec<i64>> {
    let mut statement = plain.sql().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The lines of some rows, every value read and none understood.
pub(crate) fn plain_page(plain: &Plain, rows: &[i64]) -> Outcome<Vec<String>> {
    let today = clock().today().to_string();
    let mut lines = plain.sql().prepare_cached(LINE)?;
    let mut applications = plain.sql().prepare_cached(APPLICATIONS)?;
    let mut page = Vec::new();
    for row in rows {
        let mut found = lines.query(named_params! { ":candidate": row, ":today": today })?;
        while let Some(line) = found.next()? {
            values(line, 11, &mut page)?;
        }
        let mut found = applications.query([row])?;
        while let Some(application) = found.next()? {
            values(application, 8, &mut page)?;
        }
    }
    Ok(page)
}

/// Keeps the words of a row.
pub(crate) fn values(row: &Row<'_>, columns: usize, into: &mut Vec<String>) -> Outcome<()> {
    for column in 0..columns {
        if let ValueRef::Text(text) = row.get_ref(column)? {
            into.push(std::str::from_utf8(text)?.to_owned());
        }
    }
    Ok(())
}
