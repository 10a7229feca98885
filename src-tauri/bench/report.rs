//! The report of an erasure of many people, as a PDF that is signed: its first one, and those after it.

use std::time::Duration;

use domain::id::CandidateId;
use records::report::{MakeReport, ReportForm, ReportOf, make_report};
use records::retention::{self, Erase, PreviewErasure};

use crate::Outcome;
use crate::arguments::Arguments;
use crate::memory::Memory;
use crate::office::Office;
use crate::plain::Plain;
use crate::sample::Scratch;
use crate::sweep;
use crate::table::{Measured, Target};
use crate::timing::Times;

/// How many people the erasure is of.
const PEOPLE: usize = 500;

/// The first report of a program's run, which reads the fonts, and the others, each against counting in plain SQLite.
pub(crate) fn measure(scratch: &Scratch, arguments: Arguments) -> Outcome<Vec<Measured>> {
    let mut office = Office::open(&scratch.store())?;
    let plain = Plain::open(&scratch.plain())?;
    let chosen: Vec<CandidateId> = office
        .read(|desk| retention::due(desk, None))?
        .goes
        .into_iter()
        .take(PEOPLE)
        .map(|row| row.candidate)
        .collect();
    let second = sweep::second_person(&mut office)?;
    let preview = office.read(|desk| {
        retention::preview(
            desk,
            PreviewErasure {
                candidates: Some(chosen),
            },
        )
    })?;
    let request = Erase {
        preview: preview.preview,
        typed: preview.confirm,
        second: Some(second),
        do_not_approach: false,
        job: 0,
    };
    let receipt = office.write(|desk| retention::erase(desk, request))?;
    let request = MakeReport {
        of: ReportOf::Erasure {
            erasure: receipt.erasure,
        },
        form: ReportForm::Pdf,
    };
    let (mut first, mut others, mut counted) =
        (Times::default(), Times::default(), Times::default());
    let memory = Memory::since_now();
    first.run(|| office.write(|desk| make_report(desk, request)))?;
    let peak = memory.peak();
    for _ in 0..arguments.quick_or(5, 20) {
        others.run(|| office.write(|desk| make_report(desk, request)))?;
        counted.run(|| {
            let count = "SELECT count(*) FROM candidate WHERE erase_on <= '2026-11-23'";
            Ok(plain
                .sql()
                .query_row(count, [], |row| row.get::<_, i64>(0))?)
        })?;
    }
    let target = Target {
        time: Some(Duration::from_millis(500)),
        ratio: None,
    };
    let of = receipt.people;
    Ok(vec![
        Measured::new(
            "report, first",
            format!("of {of}, PDF, +{peak} MB"),
            &first,
            &counted,
            target,
        ),
        Measured::new(
            "report, later",
            format!("of {of}, PDF"),
            &others,
            &counted,
            target,
        ),
    ])
}
