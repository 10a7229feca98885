//! The notice, promise by promise, as a report.

use report::proof::fingerprint;
use report::{Operator, PromiseEvidence, PromiseLine, PromisesReport};

use super::{PROGRAM, organisation};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::promise;
use crate::view::Nothing;

/// How the promises stand today.
pub(super) fn report(
    desk: &ReadDesk<'_>,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<PromisesReport, Error> {
    let view = promise::list(desk, Nothing {})?;
    Ok(PromisesReport {
        organisation: organisation(desk)?,
        on: desk.today,
        made_at: desk.now,
        made_by,
        program: PROGRAM.to_owned(),
        key: fingerprint(key),
        promises: view
            .rows
            .into_iter()
            .map(|row| PromiseLine {
                number: row.number,
                promised: row.promised.to_owned(),
                kept_by: row.kept_by.to_owned(),
                evidence: row
                    .evidence
                    .into_iter()
                    .map(|line| PromiseEvidence {
                        words: line.words,
                        overdue: line.overdue,
                    })
                    .collect(),
            })
            .collect(),
    })
}
