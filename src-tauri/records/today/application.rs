//! Interviews and offers, decisions that wait, and details to be handed over.

use chrono::TimeDelta;
use domain::access::{self, Permit};
use domain::clock::london_date;
use domain::dates::{days_after, months_after};
use domain::offer::OfferState;

use super::{TodayTask, TodayWhat, task};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::interview::{self, Reminder};
use crate::offer;
use crate::view::{days_left, number};

/// Days in which an offer is approved, and made once it is.
const DAYS_TO_APPROVE: u64 = 3;

/// From how many days before its answer is asked for an offer is on Today.
const DAYS_BEFORE_AN_ANSWER: i32 = 3;

/// Days without anything happening after which an application waits for a decision.
const DAYS_BEFORE_A_DECISION_WAITS: i64 = 14;

/// Interviews that come, and feedback that is owed.
pub(super) fn interviews(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let coming = interview::coming(desk, permit)?.into_iter().map(|found| {
        let Reminder {
            interview,
            name,
            title,
            on,
            at,
        } = found;
        let what = TodayWhat::InterviewComing {
            interview,
            name,
            title,
            at,
        };
        task(desk.today, what, on)
    });
    let owed = interview::owed(desk, permit)?.into_iter().map(|found| {
        let what = TodayWhat::FeedbackOwed {
            interview: found.interview,
            name: found.name,
            title: found.title,
        };
        task(desk.today, what, found.on)
    });
    Ok(coming.chain(owed).collect())
}

/// Offers that wait for this viewer: to approve, to make, or to hear what came of them.
pub(super) fn offers(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let mut tasks = Vec::new();
    for open in desk.records.open_offers(permit)? {
        let application = open.offer.application;
        let decides = desk.permit_on_application::<access::DecideApplication>(application);
        let approves = desk
            .permit_on_application::<access::ApproveOffer>(application)
            .is_ok_and(|permit| permit.actor() != open.offer.written_by);
        let reading = match desk.permit_on_application::<access::ReadCandidate>(application) {
            Ok(reading) => reading,
            Err(Error::Refused(_) | Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let state = offer::facts(desk, &reading, &open.offer, false)?.state();
        let (candidate, title) = (open.candidate, open.vacancy_title.into());
        let name = open.called.full();
        let written_on = london_date(open.offer.written_at);
        let found = match state {
            OfferState::AwaitingApproval if approves => Some((
                TodayWhat::ApproveOffer {
                    candidate,
                    name,
                    title,
                },
                days_after(written_on, DAYS_TO_APPROVE),
            )),
            OfferState::Approved if decides.is_ok() => {
                let approved_on = open.offer.decision.map_or(written_on, |made| made.on);
                let what = TodayWhat::MakeOffer {
                    candidate,
                    name,
                    title,
                };
                Some((what, days_after(approved_on, DAYS_TO_APPROVE)))
            }
            OfferState::Made if decides.is_ok() => open
                .offer
                .terms
                .answer_by
                .filter(|by| days_left(desk.today, *by) <= DAYS_BEFORE_AN_ANSWER)
                .map(|by| {
                    let what = TodayWhat::AnswerOffer {
                        candidate,
                        name,
                        title,
                    };
                    (what, by)
                }),
            OfferState::Drafted
            | OfferState::AwaitingApproval
            | OfferState::SentBack
            | OfferState::Approved
            | OfferState::Made
            | OfferState::Accepted
            | OfferState::Declined
            | OfferState::Withdrawn
            | OfferState::Lapsed => None,
        };
        tasks.extend(found.map(|(what, by)| task(desk.today, what, by)));
    }
    Ok(tasks)
}

/// Applications to which nothing has happened for a fortnight, for those who decide.
pub(super) fn decisions(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListVacancies>,
) -> Result<Vec<TodayTask>, Error> {
    let since = desk.now - TimeDelta::days(DAYS_BEFORE_A_DECISION_WAITS);
    let mut tasks = Vec::new();
    for waiting in desk.records.awaiting_decision(permit, since)? {
        if desk
            .permit_on_vacancy::<access::DecideApplication>(waiting.vacancy)
            .is_err()
        {
            continue;
        }
        let what = TodayWhat::DecisionsWaiting {
            vacancy: waiting.vacancy,
            title: waiting.title.into(),
            count: number(waiting.number),
        };
        let by = london_date(waiting.since + TimeDelta::days(DAYS_BEFORE_A_DECISION_WAITS));
        tasks.push(task(desk.today, what, by));
    }
    Ok(tasks)
}

/// Hired people whose hand-over nobody confirmed, for HR.
pub(super) fn hand_overs(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let Ok(permit) = desk.permit_on_organisation::<access::Erase>() else {
        return Ok(Vec::new());
    };
    let policy = desk.policy()?;
    let waiting = desk.records.awaiting_hand_over(&permit)?;
    Ok(waiting
        .into_iter()
        .map(|hired| {
            let what = TodayWhat::HandOver {
                candidate: hired.candidate,
                name: hired.name.full(),
            };
            let months = policy
                .values_for(Some(hired.applied_on))
                .unsuccessful_months;
            task(
                desk.today,
                what,
                months_after(hired.hired_on, months.into()),
            )
        })
        .collect())
}
