//! Complaints that wait for their next step.

use super::{TodayTask, TodayWhat, task};
use crate::complaint;
use crate::desk::ReadDesk;
use crate::error::Error;

/// What is to be done about each open complaint, for those who answer them.
pub(super) fn complaints(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    Ok(complaint::due(desk)?
        .into_iter()
        .map(|due| {
            let what = TodayWhat::ComplaintOpen {
                complaint: due.complaint,
                number: due.number,
                step: due.step,
                slow_since: due.slow_since,
            };
            task(desk.today, what, due.by)
        })
        .collect())
}
