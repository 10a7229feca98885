//! Deciding who is due: every record whose day has come, weighed anew by the rules.

use std::time::Duration;

use domain::clock::Clock;
use records::retention;

use crate::Outcome;
use crate::arguments::Arguments;
use crate::office::Office;
use crate::plain::Plain;
use crate::sample::clock;
use crate::table::{Measured, Target};
use crate::timing::Times;

/// The use case, against counting.
pub(crate) fn measure(
    office: &mut Office,
    plain: &Plain,
    arguments: Arguments,
) -> Outcome<Measured> {
    let rounds = arguments.quick_or(3, 10);
    let today = clock().today().to_string();
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let mut due = 0;
    for _ in 0..rounds {
        due = ours
            .run(|| office.read(|desk| retention::due(desk, None)))?
            .goes
            .len();
        theirs.run(|| {
            let mut statement = plain
                .sql()
                .prepare_cached("SELECT count(*) FROM candidate WHERE erase_on <= ?1")?;
            Ok(statement.query_row([&today], |row| row.get::<_, i64>(0))?)
        })?;
    }
    // UX.md asks for a second at 100,000 due.
    let time = Duration::from_micros(10).saturating_mul(u32::try_from(due)?);
    Ok(Measured::new(
        "retention, decide",
        format!("{due} due × {rounds}"),
        &ours,
        &theirs,
        Target {
            time: Some(time),
            ratio: None,
        },
    ))
}
