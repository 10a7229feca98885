//! Incidents that wait for their next step.

use super::{TodayTask, TodayWhat, task};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::incident;

/// What is to be done about each open incident, for those who answer them.
pub(super) fn incidents(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    Ok(incident::due(desk)?
        .into_iter()
        .map(|due| {
            let what = TodayWhat::IncidentOpen {
                incident: due.incident,
                number: due.number,
                step: due.step,
                until: due.until,
            };
            task(desk.today, what, due.by)
        })
        .collect())
}
