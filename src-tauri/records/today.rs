//! Today: what needs this viewer, by date.

mod application;
mod complaint;
mod incident;
mod request;
mod retention;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access;
use domain::complaint::ComplaintStep;
use domain::id::{
    AccountId, CandidateId, ComplaintId, IncidentId, InterviewId, RegisterItemId, RightsRequestId,
    VacancyId,
};
use domain::incident::IncidentStep;
use domain::rights::{CaseStep, ClockTone};
use domain::sharing::{ItemKind, Standing};
use serde::Serialize;

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, days_left, number};
use crate::{notice, register};

use application::{decisions, hand_overs, interviews, offers};
use complaint::complaints;
use incident::incidents;
use request::requests;
use retention::{erasure, hold_reviews, permissions_ending, recipients_to_tell, reserve_ending};

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
    /// An open request waits for its next step (RULEBOOK §6).
    RequestOpen {
        /// Which.
        request: RightsRequestId,
        /// What it is called.
        number: String,
        /// What is to be done.
        step: CaseStep,
        /// How its clock stands.
        tone: ClockTone,
    },
    /// A line of a register is to be looked at, or ends or ended (RULES D9).
    RegisterReview {
        /// Which.
        item: RegisterItemId,
        /// Of which register.
        register: ItemKind,
        /// What it is called.
        title: String,
        /// Whether its last day is past.
        lapsed: bool,
    },
    /// Somebody's training ends soon, or is over (RULEBOOK ACC-07).
    TrainingEnding {
        /// Whose.
        account: AccountId,
        /// Their name.
        name: String,
    },
    /// An open complaint waits for its next step (RULEBOOK §14).
    ComplaintOpen {
        /// Which.
        complaint: ComplaintId,
        /// What it is called.
        number: String,
        /// What is to be done.
        step: ComplaintStep,
        /// Since when it has been open for sixty days, where it has.
        slow_since: Option<NaiveDate>,
    },
    /// Nothing says that people were given the privacy notice, or need not be (RULEBOOK NOT-01, NOT-02).
    NoticesMissing {
        /// Of how many.
        count: u32,
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
    tasks.extend(requests(desk)?);
    tasks.extend(incidents(desk)?);
    tasks.extend(registers(desk)?);
    tasks.extend(complaints(desk)?);
    tasks.extend(notices_missing(desk)?);
    tasks.extend(open.iter().filter_map(|row| vacancy(desk.today, row)));
    tasks.sort_by_key(|task| task.by);
    Ok(TodayView {
        today: desk.today,
        tasks,
        candidates,
        vacancies: number(open.len()),
    })
}

/// What is to be looked at again in the registers, and whose training ends.
fn registers(desk: &ReadDesk<'_>) -> Result<Vec<TodayTask>, Error> {
    let mut tasks = Vec::new();
    for (item, register, title, stands) in register::due(desk)? {
        let what = TodayWhat::RegisterReview {
            item,
            register,
            title,
            lapsed: matches!(stands, Standing::Lapsed(_)),
        };
        tasks.push(task(desk.today, what, stands.on()));
    }
    for (account, name, stands) in register::training_due(desk)? {
        tasks.push(task(
            desk.today,
            TodayWhat::TrainingEnding { account, name },
            stands.on(),
        ));
    }
    Ok(tasks)
}

/// People of whom nothing says that they were given the notice, by the first of their last days: for those who answer for it.
fn notices_missing(desk: &ReadDesk<'_>) -> Result<Option<TodayTask>, Error> {
    if desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_err()
    {
        return Ok(None);
    }
    let lacking = notice::lacking(desk)?;
    let count = lacking.iter().map(|line| line.count).sum();
    let first = lacking.first();
    Ok(first.map(|first| task(desk.today, TodayWhat::NoticesMissing { count }, first.until)))
}

fn task(today: NaiveDate, what: TodayWhat, by: NaiveDate) -> TodayTask {
    TodayTask {
        what,
        by,
        days_left: days_left(today, by),
    }
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
