//! Requests of people about their data that wait for their next step.

use super::{TodayTask, TodayWhat, task};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::rights;

/// What is to be done about each open request, for those who answer them.
pub(super) fn requests(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    Ok(rights::due(desk)?
        .into_iter()
        .map(|due| {
            let what = TodayWhat::RequestOpen {
                request: due.request,
                number: due.number,
                step: due.step,
                tone: due.tone,
            };
            task(desk.today, what, due.by)
        })
        .collect())
}
