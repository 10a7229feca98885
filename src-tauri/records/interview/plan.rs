//! When an interview is, who interviews, and how it stands.

use std::collections::BTreeSet;

use domain::access::{self, Action, Permit, Subject};
use domain::id::{AccountId, ApplicationId, CandidateId, InterviewId};
use domain::interview::{InterviewPlan, InterviewState, TimeProblem};
use store::{About, Detail, Entry, InterviewRecord, NewPanel, StoreError};

use super::list::could_assess;
use super::{ChangeInterview, Interviewer, MarkInterview, ScheduleInterview, ScheduledInterview};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::Done;

/// Schedules an interview of a running application.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] for an application that has ended; [`Error::Invalid`]
/// for a time no clock shows, or a panel of nobody or of somebody who may not assess.
pub fn schedule(
    desk: &mut WriteDesk<'_>,
    request: ScheduleInterview,
) -> Result<ScheduledInterview, Error> {
    let ScheduleInterview {
        application,
        plan,
        panel,
    } = request;
    check_plan(&plan)?;
    let (permit, candidate) = desk.read(|desk| {
        let permit = desk.permit_on_application::<access::DecideApplication>(application)?;
        let record = desk.records.application(&permit, application)?;
        if record.outcome.is_some() || record.vacancy_closed_out_on.is_some() {
            return Err(Error::rule(
                "RET-02",
                "This application has ended, so there is nobody to interview. Take its outcome back first if it was a \
                 mistake.",
            ));
        }
        check_panel(desk, permit.subject(), &panel, &[])?;
        Ok((permit, record.candidate))
    })?;
    let members = members(panel);
    let interview = desk.write(&permit, |tx| {
        let interview = tx.insert_interview(&permit, application, &plan, &members)?;
        Ok((interview, entry("schedule-interview", candidate, &plan)))
    })?;
    let undo = desk.keep(Undoable::ScheduledInterview {
        interview,
        application,
        candidate,
        revision: FIRST_REVISION,
    });
    Ok(ScheduledInterview {
        interview,
        undo: Some(undo),
    })
}

/// Changes when and where an interview is, and who interviews.
///
/// # Errors
/// As [`schedule`]; [`Error::Stale`] when it was changed since it was opened; [`Error::Invalid`] when somebody who
/// submitted feedback is left out.
pub fn change(desk: &mut WriteDesk<'_>, request: ChangeInterview) -> Result<Done, Error> {
    let ChangeInterview {
        interview,
        revision,
        plan,
        panel,
    } = request;
    check_plan(&plan)?;
    let (permit, before) = desk.read(|desk| {
        let (permit, before) = of_interview::<access::DecideApplication>(desk, interview)?;
        check_panel(desk, permit.subject(), &panel, &accounts(&before))?;
        Ok((permit, before))
    })?;
    let members = members(panel);
    let now = desk
        .write(&permit, |tx| {
            let now = tx.update_interview(&permit, interview, &plan, &members, revision)?;
            Ok((now, entry("change-interview", before.candidate, &plan)))
        })
        .map_err(|error| {
            if matches!(error, Error::Store(StoreError::InUse)) {
                Error::invalid(
                    "panel",
                    "Somebody you left out has submitted feedback, which stays. Keep them on the panel.",
                )
            } else {
                error
            }
        })?;
    Ok(kept(desk, before, now))
}

/// Notes how an interview stands: that it took place, was called off, or that the candidate did not come. Whoever is on
/// the panel was there, and may note it too, but does not call it off.
///
/// # Errors
/// A refusal for everybody else; [`Error::Stale`] when it was changed since it was opened; [`Error::Rule`] where feedback
/// says that it took place.
pub fn mark(desk: &mut WriteDesk<'_>, request: MarkInterview) -> Result<Done, Error> {
    let MarkInterview {
        interview,
        revision,
        state,
    } = request;
    let of_panel = desk.read(|desk| {
        let application = application_of::<access::DecideApplication>(desk, interview)?;
        match desk.permit_on_application::<access::DecideApplication>(application) {
            Ok(_) => Ok(false),
            Err(error @ Error::Refused(_)) => {
                let (_, record) = of_interview::<access::AssessCandidate>(desk, interview)
                    .map_err(|_no_part| error)?;
                let may = record.member(desk.viewer.account).is_some()
                    && state != InterviewState::Cancelled
                    && record.state != InterviewState::Cancelled;
                if may {
                    Ok(true)
                } else {
                    Err(access::Refusal::NotInRelation.into())
                }
            }
            Err(error) => Err(error),
        }
    })?;
    let (before, now) = if of_panel {
        set_state::<access::AssessCandidate>(desk, interview, revision, state, "mark-interview")?
    } else {
        set_state::<access::DecideApplication>(desk, interview, revision, state, "mark-interview")?
    };
    Ok(kept(desk, before, now))
}

fn set_state<A: Action>(
    desk: &mut WriteDesk<'_>,
    interview: InterviewId,
    revision: u32,
    state: InterviewState,
    action: &'static str,
) -> Result<(InterviewRecord, u32), Error> {
    let (permit, before) = desk.read(|desk| of_interview::<A>(desk, interview))?;
    let submitted = before.panel.iter().any(|member| member.submitted.is_some());
    if submitted && !state.is_assessed() {
        return Err(Error::rule(
            "ACC-08",
            "Feedback was submitted for this interview, so it took place (rule ACC-08).",
        ));
    }
    let now = desk.write(&permit, |tx| {
        let now = tx.set_interview_state(&permit, interview, state, revision)?;
        let entry = Entry::new(action)
            .about(About::Candidate(before.candidate))
            .with("state", Detail::Word(state.code()));
        Ok((now, entry))
    })?;
    Ok((before, now))
}

fn kept(desk: &WriteDesk<'_>, before: InterviewRecord, now: u32) -> Done {
    let undo = desk.keep(Undoable::ChangedInterview {
        interview: before.id,
        before: Box::new(before),
        revision: Revisions::made(now),
    });
    Done { undo: Some(undo) }
}

/// Takes back that an interview was scheduled.
pub(crate) fn take_back_schedule(
    desk: &mut WriteDesk<'_>,
    interview: InterviewId,
    revision: u32,
) -> Result<(), Error> {
    let (permit, before) =
        desk.read(|desk| of_interview::<access::DecideApplication>(desk, interview))?;
    desk.write(&permit, |tx| {
        tx.remove_interview(&permit, interview, revision)?;
        Ok((
            (),
            Entry::new("undo-schedule-interview").about(About::Candidate(before.candidate)),
        ))
    })
}

/// Puts an interview back as it was. Whoever marked one as a member of the panel takes that back as one.
pub(crate) fn take_back_change(
    desk: &mut WriteDesk<'_>,
    before: &InterviewRecord,
    revision: u32,
) -> Result<u32, Error> {
    let runs = desk.read(|desk| super::list::may_change(desk, before.application))?;
    if !runs {
        let (_, now) = set_state::<access::AssessCandidate>(
            desk,
            before.id,
            revision,
            before.state,
            "undo-change-interview",
        )?;
        return Ok(now);
    }
    let (permit, _) =
        desk.read(|desk| of_interview::<access::DecideApplication>(desk, before.id))?;
    let panel: Vec<NewPanel> = before
        .panel
        .iter()
        .map(|member| NewPanel {
            account: member.account,
            criteria: member.criteria.clone(),
        })
        .collect();
    desk.write(&permit, |tx| {
        let middle = tx.update_interview(&permit, before.id, &before.plan, &panel, revision)?;
        let now = tx.set_interview_state(&permit, before.id, before.state, middle)?;
        let entry = Entry::new("undo-change-interview").about(About::Candidate(before.candidate));
        Ok((now, entry))
    })
}

/// Of which application an interview is; what is not there is refused as what is nobody's.
pub(super) fn application_of<A: Action>(
    desk: &ReadDesk<'_>,
    interview: InterviewId,
) -> Result<ApplicationId, Error> {
    match desk.records.interview_application(interview) {
        Err(StoreError::NotFound) => Err(desk.absent::<A>()),
        found => Ok(found?),
    }
}

/// A permit on the application of an interview, and the interview.
pub(super) fn of_interview<A: Action>(
    desk: &ReadDesk<'_>,
    interview: InterviewId,
) -> Result<(Permit<A>, InterviewRecord), Error> {
    let application = application_of::<A>(desk, interview)?;
    let permit = desk.permit_on_application::<A>(application)?;
    let record = desk.records.interview(&permit, interview)?;
    Ok((permit, record))
}

fn accounts(record: &InterviewRecord) -> Vec<AccountId> {
    record.panel.iter().map(|member| member.account).collect()
}

fn members(panel: Vec<Interviewer>) -> Vec<NewPanel> {
    panel
        .into_iter()
        .map(|member| NewPanel {
            account: member.account,
            criteria: member.criteria,
        })
        .collect()
}

fn check_plan(plan: &InterviewPlan) -> Result<(), Error> {
    match plan.instants() {
        Ok(_) => Ok(()),
        Err(TimeProblem::Length) => Err(Error::invalid(
            "plan.minutes",
            "Enter from 5 to 600 minutes.",
        )),
        Err(TimeProblem::Skipped | TimeProblem::NotATime) => Err(Error::invalid(
            "plan.at",
            "Clocks skip this hour on that day. Enter another time.",
        )),
    }
}

/// A panel has somebody, each once, and nobody who may not assess for the vacancy. Who is on it already stays, though
/// their part has ended since.
fn check_panel(
    desk: &ReadDesk<'_>,
    subject: &Subject,
    panel: &[Interviewer],
    before: &[AccountId],
) -> Result<(), Error> {
    if panel.is_empty() {
        return Err(Error::invalid("panel", "Choose at least one interviewer."));
    }
    let mut seen = BTreeSet::new();
    for member in panel {
        if !seen.insert(member.account) {
            return Err(Error::invalid("panel", "Name each interviewer once."));
        }
        if !before.contains(&member.account) && !could_assess(desk, subject, member.account)? {
            return Err(Error::invalid(
                "panel",
                "Choose people who are an interviewer or the recruiting manager of this vacancy, have taken their \
                 training, and have declared no conflict of interest.",
            ));
        }
    }
    Ok(())
}

fn entry(action: &'static str, candidate: CandidateId, plan: &InterviewPlan) -> Entry {
    Entry::new(action)
        .about(About::Candidate(candidate))
        .with("kind", Detail::Word(plan.kind.code()))
        .with("on", Detail::Day(plan.on))
}
