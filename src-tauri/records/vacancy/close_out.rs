//! Closing a vacancy out.

use chrono::NaiveDate;
use domain::access;
use domain::application::{Outcome, OutcomeKind};
use domain::id::VacancyId;
use serde::Deserialize;
use store::{About, Detail, Entry};

use crate::application::{Changed, MOST_AT_ONCE, check_outcome, decidable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::undo::{Revisions, Undoable};
use crate::view::{Done, number};

/// Closes a vacancy out: its undecided applications end on that day (RULEBOOK RET-01).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CloseOutVacancy {
    /// Which.
    pub vacancy: VacancyId,
    /// Whether it was cancelled, or ran its course.
    pub cancelled: bool,
    /// The day; never later than today.
    pub on: NaiveDate,
}

/// Closes a vacancy out. Cancelled, its undecided applications end as that; otherwise they end with it (RET-01).
///
/// # Errors
/// A refusal for those who don't run it; [`Error::Invalid`] for a day that has not come.
pub fn close_out(desk: &mut WriteDesk<'_>, request: CloseOutVacancy) -> Result<Done, Error> {
    desk.not_in_future("on", request.on)?;
    let (permit, before, undecided) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(request.vacancy)?;
        let before = desk.records.vacancy(&permit)?;
        Ok((
            permit,
            before,
            desk.records.undecided_applications(request.vacancy)?,
        ))
    })?;
    if before.closed_out_on.is_some() {
        return Err(Error::Stale);
    }
    if request.on < before.details.opens_on {
        return Err(Error::invalid(
            "on",
            "Enter a day on or after the one the vacancy opened.",
        ));
    }
    let outcome = Outcome {
        how: OutcomeKind::VacancyCancelled,
        on: request.on,
    };
    // Those that are closed out with the vacancy are looked at for taking it back alone.
    let found = if request.cancelled || undecided.len() <= MOST_AT_ONCE {
        decidable(desk, &undecided)?
    } else {
        Vec::new()
    };
    let (cancelled, closed) = if request.cancelled {
        (found, Vec::new())
    } else {
        (Vec::new(), found)
    };
    check_outcome(desk, &cancelled, outcome)?;
    let (revision, mut changed) = desk.write(&permit, |tx| {
        let mut changed = Vec::with_capacity(cancelled.len());
        for each in &cancelled {
            let revision = tx.set_outcome(
                &each.permit,
                each.record.id,
                Some(outcome),
                each.record.revision,
            )?;
            changed.push(Changed::new(&each.record, revision));
        }
        let revision = tx.close_out_vacancy(&permit, request.on, before.revision)?;
        let entry = Entry::new("close-out-vacancy")
            .about(About::Vacancy(request.vacancy))
            .with("on", Detail::Day(request.on))
            .with(
                "cancelled",
                Detail::Number(u64::from(number(changed.len()))),
            );
        Ok(((revision, changed), entry))
    })?;
    changed.extend(
        closed
            .iter()
            .map(|each| Changed::new(&each.record, each.record.revision.saturating_add(1))),
    );
    let undo = desk.keep(Undoable::ClosedOutVacancy {
        vacancy: request.vacancy,
        revision: Revisions::made(revision),
        cancelled: request.cancelled,
        undecided: changed,
    });
    Ok(Done { undo: Some(undo) })
}
