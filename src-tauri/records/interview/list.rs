//! Interviews of a candidate or for a vacancy, as a viewer may see them.

use std::collections::BTreeMap;

use domain::access::{self, DataClass, Permit, Subject};
use domain::id::{AccountId, ApplicationId};
use domain::interview::{FeedbackSight, InterviewState, OwnPart, feedback_sight};
use store::{InterviewRecord, InterviewsOf, PanelMember};

use super::{
    FeedbackState, InterviewList, InterviewRow, InterviewsFor, ListInterviews, PanelRow,
    Schedulable,
};
use crate::desk::ReadDesk;
use crate::error::Error;

/// Interviews of a candidate or for a vacancy.
///
/// # Errors
/// A refusal for those without a part in a role the candidate applied for, or in the vacancy.
pub fn list(desk: &ReadDesk<'_>, request: ListInterviews) -> Result<InterviewList, Error> {
    let (records, schedulable) = match request.of {
        InterviewsFor::Candidate { candidate } => {
            let permit = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
            let name = desk.records.candidate(&permit)?.called.full();
            let mut schedulable = Vec::new();
            for application in desk.records.applications(&permit)? {
                let running =
                    application.outcome.is_none() && application.vacancy_closed_out_on.is_none();
                if running && may_change(desk, application.id)? {
                    schedulable.push(Schedulable {
                        application: application.id,
                        vacancy: application.vacancy,
                        vacancy_title: application.vacancy_title.into(),
                        name: name.clone(),
                    });
                }
            }
            let of = InterviewsOf::Candidate(candidate);
            (desk.records.interviews(&permit, of)?, schedulable)
        }
        InterviewsFor::Vacancy { vacancy } => {
            let permit = desk.permit_on_vacancy::<access::ReadVacancy>(vacancy)?;
            let of = InterviewsOf::Vacancy(vacancy);
            (desk.records.interviews(&permit, of)?, Vec::new())
        }
    };
    let mut sights: BTreeMap<ApplicationId, (FeedbackSight, bool)> = BTreeMap::new();
    let mut interviews = Vec::with_capacity(records.len());
    for record in records {
        let (sight, may_change) = match sights.get(&record.application) {
            Some(known) => *known,
            None => match desk.permit_on_application(record.application) {
                Ok(permit) => {
                    let found = (
                        sight_of(desk, &permit, record.application)?,
                        may_change(desk, record.application)?,
                    );
                    sights.insert(record.application, found);
                    found
                }
                Err(Error::Refused(_)) => continue,
                Err(error) => return Err(error),
            },
        };
        interviews.push(row(desk, &record, sight, may_change));
    }
    Ok(InterviewList {
        interviews,
        schedulable,
    })
}

/// Whether the viewer may schedule and change interviews of an application.
pub(super) fn may_change(desk: &ReadDesk<'_>, application: ApplicationId) -> Result<bool, Error> {
    match desk.permit_on_application::<access::DecideApplication>(application) {
        Ok(_) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// How much of others' feedback on an application the viewer reads: decided over all of its interviews, since one who is
/// still to interview should not know what an earlier panel thought.
pub(super) fn sight_of(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReadCandidate>,
    application: ApplicationId,
) -> Result<FeedbackSight, Error> {
    let of = InterviewsOf::Application(application);
    let interviews = desk.records.interviews(permit, of)?;
    let own = own_part(&interviews, desk.viewer.account);
    Ok(feedback_sight(
        permit.class(DataClass::Assessment),
        permit.sight(),
        own,
    ))
}

fn own_part(interviews: &[InterviewRecord], account: AccountId) -> OwnPart {
    let mut own = OwnPart::default();
    for interview in interviews {
        let Some(member) = interview.member(account) else {
            continue;
        };
        own.submitted |= member.submitted.is_some();
        own.owes |= interview.state.is_assessed() && member.submitted.is_none();
    }
    own
}

/// How a panel member's feedback stands.
pub(super) fn feedback_state(
    desk: &ReadDesk<'_>,
    record: &InterviewRecord,
    member: &PanelMember,
) -> FeedbackState {
    if member.submitted.is_some() {
        return FeedbackState::Submitted;
    }
    match record.state {
        InterviewState::Cancelled | InterviewState::DidNotCome => FeedbackState::NotNeeded,
        InterviewState::Held => FeedbackState::Owed,
        InterviewState::Planned => {
            if record.plan.is_over(desk.now) {
                FeedbackState::Owed
            } else {
                FeedbackState::ToCome
            }
        }
    }
}

pub(super) fn row(
    desk: &ReadDesk<'_>,
    record: &InterviewRecord,
    sight: FeedbackSight,
    may_change: bool,
) -> InterviewRow {
    let reads = matches!(sight, FeedbackSight::Summary | FeedbackSight::Everything);
    let panel = record
        .panel
        .iter()
        .map(|member| {
            let is_you = member.account == desk.viewer.account;
            PanelRow {
                account: member.account,
                name: member.name.as_str().to_owned(),
                is_you,
                criteria: member.criteria.clone(),
                feedback: (is_you || may_change || reads)
                    .then(|| feedback_state(desk, record, member)),
            }
        })
        .collect();
    InterviewRow {
        interview: record.id,
        application: record.application,
        candidate: record.candidate,
        name: record.called.full(),
        blind: record.called.name().is_none(),
        vacancy: record.vacancy,
        vacancy_title: record.vacancy_title.as_str().to_owned(),
        plan: record.plan.clone(),
        state: record.state,
        over: record.plan.is_over(desk.now),
        revision: record.revision,
        panel,
        may_change,
        may_assess: may_assess(desk, record),
    }
}

fn may_assess(desk: &ReadDesk<'_>, record: &InterviewRecord) -> bool {
    record.member(desk.viewer.account).is_some()
        && desk
            .permit_on_application::<access::AssessCandidate>(record.application)
            .is_ok()
}

/// Whether an account may say what it found of an application's candidate: what a place on a panel takes.
pub(super) fn could_assess(
    desk: &ReadDesk<'_>,
    subject: &Subject,
    account: AccountId,
) -> Result<bool, Error> {
    let viewer = desk.records.viewer(account)?;
    let permit = access::decide::<access::AssessCandidate>(&viewer, subject.clone(), desk.today);
    Ok(permit.is_ok())
}
