//! Today: what needs this viewer, by date.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::access::{self, Permit, Subject};
use domain::clock::london_date;
use domain::dates::{days_after, months_after};
use domain::id::{CandidateId, IncidentId, InterviewId, VacancyId};
use domain::incident::IncidentStep;
use domain::offer::OfferState;
use domain::retention::review_until;
use serde::Serialize;
use store::{CandidateList, PartCalendar};

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::incident;
use crate::interview::{self, Reminder};
use crate::offer;
use crate::reserve;
use crate::retention::awaiting_review;
use crate::view::{Nothing, days_left, number};

/// What needs this viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TodayView {
    /// Today, as the program's clock has it.
    pub today: NaiveDate,
    /// Soonest first.
    pub tasks: Vec<TodayTask>,
    /// Candidates this viewer may see.
    pub candidates: u32,
    /// Vacancies this viewer may see that are not closed out.
    pub vacancies: u32,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TodayTask {
    /// What it is.
    pub what: TodayWhat,
    /// The day it should be done by.
    pub by: NaiveDate,
    /// Days left until then; less than nought is late.
    pub days_left: i32,
}

/// The kinds of thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum TodayWhat {
    /// Records are due for erasure.
    EraseDue {
        /// How many.
        count: u32,
        /// How many parts of the records of people who stay; for those who erase.
        parts: u32,
    },
    /// Records go within thirty days, and nobody looked at them yet: the last chance to ask for permission.
    EraseSoon {
        /// How many.
        count: u32,
    },
    /// A place on the reserve list ends soon: from so many days before as the policy says (CON-06).
    ReserveEnding {
        /// Whose.
        candidate: CandidateId,
        /// Their name.
        name: String,
    },
    /// A vacancy has closed for applications, and applications wait at the first stage.
    ApplicationsWaiting {
        /// Which vacancy.
        vacancy: VacancyId,
        /// Its title.
        title: String,
        /// How many.
        count: u32,
    },
    /// A vacancy has closed for applications and nothing runs any more: it can be closed out.
    CloseOut {
        /// Which vacancy.
        vacancy: VacancyId,
        /// Its title.
        title: String,
    },
    /// A legal hold must be looked at again (RULEBOOK RET-06).
    HoldReview {
        /// Whose record it keeps.
        candidate: CandidateId,
        /// Their name.
        name: String,
    },
    /// Recipients must be told that what they were given was erased (RULEBOOK ERA-06).
    TellRecipients {
        /// How many.
        count: u32,
    },
    /// An interview that this viewer is on the panel of comes today or tomorrow.
    InterviewComing {
        /// Which.
        interview: InterviewId,
        /// The candidate's name, or an alias.
        name: String,
        /// The vacancy's title.
        title: String,
        /// When it begins: `09:30`.
        at: String,
    },
    /// Feedback of an interview is awaited of this viewer.
    FeedbackOwed {
        /// Which.
        interview: InterviewId,
        /// The candidate's name, or an alias.
        name: String,
        /// The vacancy's title.
        title: String,
    },
    /// A permission to be kept longer ends soon: the last time to ask for another (CON-06).
    PermissionEnding {
        /// Whose.
        candidate: CandidateId,
        /// Their name.
        name: String,
    },
    /// An offer waits for this viewer's approval.
    ApproveOffer {
        /// To whom.
        candidate: CandidateId,
        /// Their name, or an alias.
        name: String,
        /// For which role.
        title: String,
    },
    /// An offer was approved, and is to be made.
    MakeOffer {
        /// To whom.
        candidate: CandidateId,
        /// Their name, or an alias.
        name: String,
        /// For which role.
        title: String,
    },
    /// An offer's answer is asked for by a day that is near or past.
    AnswerOffer {
        /// To whom.
        candidate: CandidateId,
        /// Their name, or an alias.
        name: String,
        /// For which role.
        title: String,
    },
    /// Applications that were looked at wait for a decision, and nothing has happened to them for a fortnight.
    DecisionsWaiting {
        /// Which vacancy.
        vacancy: VacancyId,
        /// Its title.
        title: String,
        /// How many.
        count: u32,
    },
    /// An open incident waits for its next step (RULEBOOK §11).
    IncidentOpen {
        /// Which.
        incident: IncidentId,
        /// What it is called.
        number: String,
        /// What is to be done.
        step: IncidentStep,
        /// Until when the regulator is told, while that is not decided.
        until: Option<DateTime<Utc>>,
    },
    /// A hired candidate's record waits for the hand-over to HR to be confirmed (RULEBOOK RET-13).
    HandOver {
        /// Whose.
        candidate: CandidateId,
        /// Their name.
        name: String,
    },
}

/// What needs this viewer, soonest first.
///
/// # Errors
/// When the store can't be read.
pub fn overview(desk: &ReadDesk<'_>, _: Nothing) -> Result<TodayView, Error> {
    let listing = desk.permit_over_all::<access::ListCandidates>()?;
    let everyone = store::CandidateFilter::default();
    let candidates = number(
        desk.records
            .candidate_list(&listing, &everyone, store::CandidateSort::default())?
            .len(),
    );
    let vacancies = desk.permit_over_all::<access::ListVacancies>()?;
    let open: Vec<_> = desk
        .records
        .vacancies(&vacancies)?
        .into_iter()
        .filter(|row| row.vacancy.closed_out_on.is_none())
        .collect();
    let mut tasks = erasure(desk)?;
    tasks.extend(reserve_ending(desk, &listing)?);
    tasks.extend(interviews(desk, &listing)?);
    tasks.extend(permissions_ending(desk, &listing)?);
    tasks.extend(offers(desk, &listing)?);
    tasks.extend(decisions(desk, &vacancies)?);
    tasks.extend(hand_overs(desk)?);
    tasks.extend(hold_reviews(desk)?);
    tasks.extend(recipients_to_tell(desk)?);
    tasks.extend(incident::due(desk)?.into_iter().map(|due| {
        let what = TodayWhat::IncidentOpen {
            incident: due.incident,
            number: due.number,
            step: due.step,
            until: due.until,
        };
        task(desk.today, what, due.by)
    }));
    tasks.extend(open.iter().filter_map(|row| vacancy(desk.today, row)));
    tasks.sort_by_key(|task| task.by);
    Ok(TodayView {
        today: desk.today,
        tasks,
        candidates,
        vacancies: number(open.len()),
    })
}

/// Days in which an offer is approved, and made once it is.
const DAYS_TO_APPROVE: u64 = 3;

/// From how many days before its answer is asked for an offer is on Today.
const DAYS_BEFORE_AN_ANSWER: i32 = 3;

/// Days without anything happening after which an application waits for a decision.
const DAYS_BEFORE_A_DECISION_WAITS: i64 = 14;

fn task(today: NaiveDate, what: TodayWhat, by: NaiveDate) -> TodayTask {
    TodayTask {
        what,
        by,
        days_left: days_left(today, by),
    }
}

/// What is due for erasure, and what goes soon: for those who review it.
fn erasure(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let Ok(permit) = desk.permit_over_all::<access::ReviewRetention>() else {
        return Ok(Vec::new());
    };
    let mut tasks = Vec::new();
    let due = desk.records.due_list(&permit, desk.today)?;
    let parts = match desk.permit_on_organisation::<access::Erase>() {
        Ok(erasing) => desk.records.part_calendar(&erasing, desk.today, 0)?,
        Err(_) => PartCalendar::default(),
    };
    let since = first_day(desk, &permit, &due)?.into_iter();
    if let Some(since) = since.chain(parts.due_since).min() {
        let what = TodayWhat::EraseDue {
            count: number(due.len()),
            parts: number(parts.due.values().sum::<u64>()),
        };
        tasks.push(task(desk.today, what, since));
    }
    let list = desk
        .records
        .retention_list(&permit, awaiting_review(desk))?;
    if let Some(goes) = first_day(desk, &permit, &list)? {
        let what = TodayWhat::EraseSoon {
            count: number(list.len()),
        };
        tasks.push(task(desk.today, what, goes));
    }
    Ok(tasks)
}

/// The day on which the first of a list, which is sorted by it, goes or was to go.
fn first_day(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReviewRetention>,
    list: &CandidateList,
) -> Result<Option<NaiveDate>, Error> {
    let page = desk
        .records
        .candidate_page(permit, list, 0..1, desk.today)?;
    Ok(page.first().and_then(|row| row.erase_on))
}

/// Places on the reserve list that end soon, for those who may ask for a renewal.
fn reserve_ending(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let mut tasks = Vec::new();
    let reminder_days = i32::from(desk.policy()?.values().permission_reminder_days);
    for entry in reserve::current(desk.records.reserve_list(permit)?) {
        let ends_on = reserve::ends_on(&entry);
        let left = days_left(desk.today, ends_on);
        if (1..=reminder_days).contains(&left)
            && desk
                .permit_on_candidate::<access::RecordPermission>(entry.candidate)
                .is_ok()
        {
            let what = TodayWhat::ReserveEnding {
                candidate: entry.candidate,
                name: entry.name.full(),
            };
            tasks.push(task(desk.today, what, ends_on));
        }
    }
    Ok(tasks)
}

/// Interviews that come, and feedback that is owed.
fn interviews(
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

/// Permissions to be kept longer that end soon, for those who may ask for another.
fn permissions_ending(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ListCandidates>,
) -> Result<Vec<TodayTask>, Error> {
    let reminder_days = desk.policy()?.values().permission_reminder_days;
    let until = days_after(desk.today, reminder_days.into());
    let ending = desk.records.permissions_ending(permit, desk.today, until)?;
    Ok(ending
        .into_iter()
        .filter(|ending| {
            desk.permit_on_candidate::<access::RecordPermission>(ending.candidate)
                .is_ok()
        })
        .map(|ending| {
            let what = TodayWhat::PermissionEnding {
                candidate: ending.candidate,
                name: ending.name.full(),
            };
            task(desk.today, what, ending.ends_on)
        })
        .collect())
}

/// Offers that wait for this viewer: to approve, to make, or to hear what came of them.
fn offers(
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
fn decisions(
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
fn hand_overs(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
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

/// Legal holds that are to be looked at again within thirty days, or were to be, for those who manage them.
fn hold_reviews(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let Ok(permit) = desk.permit_over_all::<access::ManageHolds>() else {
        return Ok(Vec::new());
    };
    let last = review_until(desk.today);
    let holds = desk.records.holds_to_review(&permit, last)?;
    Ok(holds
        .into_iter()
        .map(|hold| {
            let what = TodayWhat::HoldReview {
                candidate: hold.candidate,
                name: hold.name.full(),
            };
            task(desk.today, what, hold.review_by)
        })
        .collect())
}

/// Recipients of what was erased who were not told yet, by their days: for those who may note that they were.
fn recipients_to_tell(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    if !desk.may::<access::RecordDisclosure>(Subject::Organisation) {
        return Ok(Vec::new());
    }
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let mut by_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for notice in desk.records.recipient_notices(&permit)? {
        if notice.told.is_none() {
            *by_day.entry(notice.to_tell.by).or_default() += 1;
        }
    }
    Ok(by_day
        .into_iter()
        .map(|(by, count)| task(desk.today, TodayWhat::TellRecipients { count }, by))
        .collect())
}

/// What a vacancy that has closed for applications waits for.
fn vacancy(today: NaiveDate, row: &store::VacancyRow) -> Option<TodayTask> {
    let closed = row
        .vacancy
        .details
        .closes_on
        .filter(|closes| *closes < today)?;
    let title = || row.vacancy.details.title.as_str().to_owned();
    let running: u64 = row.at_stage.iter().sum();
    let waiting = row.at_stage.first().copied().unwrap_or_default();
    if waiting > 0 {
        let what = TodayWhat::ApplicationsWaiting {
            vacancy: row.vacancy.id,
            title: title(),
            count: number(waiting),
        };
        return Some(task(today, what, closed));
    }
    (running == 0).then(|| {
        task(
            today,
            TodayWhat::CloseOut {
                vacancy: row.vacancy.id,
                title: title(),
            },
            closed,
        )
    })
}
