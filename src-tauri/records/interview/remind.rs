//! What Today says of interviews: those that come, and feedback that is owed. Neither of one that was called off or that
//! nobody came to.

use domain::access::{self, ListCandidates, Permit};
use domain::dates::days_after;
use domain::interview::InterviewState;
use store::{InterviewRecord, InterviewsOf};

use super::list::feedback_state;
use super::{FeedbackState, Reminder};
use crate::desk::ReadDesk;
use crate::error::Error;

fn mine(
    desk: &ReadDesk<'_>,
    permit: &Permit<ListCandidates>,
) -> Result<Vec<InterviewRecord>, Error> {
    let of = InterviewsOf::Interviewer(desk.viewer.account);
    Ok(desk.records.interviews(permit, of)?)
}

fn reminder(record: InterviewRecord) -> Reminder {
    Reminder {
        interview: record.id,
        name: record.called.full(),
        title: record.vacancy_title.into(),
        on: record.plan.on,
        at: record.plan.at.to_string(),
    }
}

/// Interviews of today and tomorrow that this viewer is on the panel of and that are not over, soonest first.
pub(crate) fn coming(
    desk: &ReadDesk<'_>,
    permit: &Permit<ListCandidates>,
) -> Result<Vec<Reminder>, Error> {
    let last = days_after(desk.today, 1);
    let mut found: Vec<Reminder> = mine(desk, permit)?
        .into_iter()
        .filter(|record| record.state == InterviewState::Planned)
        .filter(|record| record.plan.on <= last && !record.plan.is_over(desk.now))
        .map(reminder)
        .collect();
    found.sort_by(|one, other| (one.on, &one.at).cmp(&(other.on, &other.at)));
    Ok(found)
}

/// Interviews that are over and that this viewer's feedback is awaited of, as far as they may still give it.
pub(crate) fn owed(
    desk: &ReadDesk<'_>,
    permit: &Permit<ListCandidates>,
) -> Result<Vec<Reminder>, Error> {
    let mut found = Vec::new();
    for record in mine(desk, permit)? {
        let owes = record
            .member(desk.viewer.account)
            .is_some_and(|member| feedback_state(desk, &record, member) == FeedbackState::Owed);
        let may = owes
            && desk
                .permit_on_application::<access::AssessCandidate>(record.application)
                .is_ok();
        if may {
            found.push(reminder(record));
        }
    }
    Ok(found)
}
