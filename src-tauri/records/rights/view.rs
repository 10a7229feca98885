//! Requests as their viewers see them: the log, and one of it.

use chrono::NaiveDate;
use domain::access::{self, Shown};
use domain::clock::london_date;
use domain::deadline::{RequestDeadline, Right};
use domain::id::{AccountId, CandidateId, RightsRequestId};
use domain::rights::{CaseStep, ClockTone, Exemption, RequestCase, clock, clock_of, next};
use serde::{Deserialize, Serialize};
use store::RequestRecord;

use super::related::{CorrectionView, LinkedComplaint, Related, ToldRecipient, related};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::organisation::calendar;
use crate::view::{Nothing, Why, days_left};

/// Names a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneRequest {
    /// Which.
    pub request: RightsRequestId,
}

/// The log of requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestsView {
    /// Open ones first, the soonest due at the top; then closed ones, the latest first.
    pub rows: Vec<RequestRow>,
    /// Whether this viewer may log one.
    pub may_keep: bool,
}

/// A request in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestRow {
    /// Which.
    pub request: RightsRequestId,
    /// What it is called: "R-0001".
    pub number: String,
    /// The rights that were used.
    pub rights: Vec<Right>,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// Whom it is about, as far as this viewer may know.
    pub person: RequestPerson,
    /// The clock.
    pub clock: RequestClockView,
    /// What is to be done next; `None` once it is closed.
    pub next: Option<CaseStep>,
}

/// Whom a request is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RequestPerson {
    /// Somebody whose record is here.
    Here {
        /// Whom.
        candidate: CandidateId,
        /// Their name.
        name: String,
    },
    /// Somebody who was not found here, or was erased since.
    NotHere,
    /// This viewer does not see who.
    Withheld,
}

/// How the clock of a request stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestClockView {
    /// How it stands.
    pub tone: ClockTone,
    /// The day the answer is due; `None` while there is no clock.
    pub due_on: Option<NaiveDate>,
    /// Whole days until then; less than nought when it has passed.
    pub days_left: Option<i32>,
    /// The day by which the person must be told of an extension; `None` where there is none to be told.
    pub tell_by: Option<NaiveDate>,
    /// The last day the law would allow, where that is another.
    pub latest_lawful: Option<NaiveDate>,
    /// Why it stands where it does.
    pub because: Why,
}

/// One right of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestItemView {
    /// Which.
    pub right: Right,
    /// The day its answer is due; `None` while there is no clock.
    pub due_on: Option<NaiveDate>,
    /// The grounds on which it may be refused.
    pub grounds: Vec<Exemption>,
    /// Whether what was decided waits for another person, who may be this viewer.
    pub waits_for_another: bool,
    /// Whether this viewer may agree.
    pub may_agree: bool,
}

/// Words that were written of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestWords {
    /// What they are of: "asker", "asked", "question-0", "answer-0", "fee", "extension", "reasons-access".
    pub about: String,
    /// The words.
    pub words: String,
}

/// An account that did something on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestAccount {
    /// Which.
    pub account: AccountId,
    /// Its name.
    pub name: String,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RequestView {
    /// Which.
    pub request: RightsRequestId,
    /// Its revision.
    pub revision: u32,
    /// What it is called: "R-0001".
    pub number: String,
    /// What is known of it, but for words.
    pub case: RequestCase,
    /// Whom it is about, as far as this viewer may know.
    pub person: RequestPerson,
    /// The clock.
    pub clock: RequestClockView,
    /// Right by right.
    pub items: Vec<RequestItemView>,
    /// What is to be done next; `None` once it is closed.
    pub next: Option<CaseStep>,
    /// The day from which the record is only stored, while it is.
    pub restricted_on: Option<NaiveDate>,
    /// The name of the account that logged it.
    pub logged_by: String,
    /// The day of that.
    pub logged_on: NaiveDate,
    /// The name of the account that closed it.
    pub closed_by: Option<String>,
    /// The accounts that decided, agreed or proposed something.
    pub accounts: Vec<RequestAccount>,
    /// The words that were written of it, for those who answer for it.
    pub words: Shown<Vec<RequestWords>>,
    /// What was corrected by it, for those who answer for it.
    pub corrected: Vec<CorrectionView>,
    /// Who is told of what it had corrected or restricted, for those who answer for it.
    pub recipients: Vec<ToldRecipient>,
    /// Complaints that are about it, or came with it.
    pub complaints: Vec<LinkedComplaint>,
    /// Whether this viewer answers for it.
    pub may_keep: bool,
    /// Whether this viewer may erase.
    pub may_erase: bool,
    /// Whether this viewer proposed a fee that another has to agree to.
    pub own_fee: bool,
}

/// The log of requests.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<RequestsView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let mut rows = Vec::new();
    for record in desk.records.requests(&permit)? {
        rows.push(RequestRow {
            request: record.id,
            number: number_of(record.number),
            rights: record.case.items.iter().map(|item| item.right).collect(),
            received_on: record.case.received_on,
            person: person(desk, &record)?,
            clock: clock_view(desk, &record.case)?,
            next: next(&record.case, record.candidate.is_some()),
        });
    }
    rows.sort_by_key(|row| {
        (
            row.next.is_none(),
            row.next.and(row.clock.due_on).unwrap_or(NaiveDate::MAX),
        )
    });
    Ok(RequestsView {
        rows,
        may_keep: keeps(desk),
    })
}

/// One request.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors.
pub fn open(desk: &ReadDesk<'_>, request: OneRequest) -> Result<RequestView, Error> {
    let record = find(desk, request.request)?;
    let names = desk.names()?;
    let name = |account: AccountId| names.get(&account).cloned().unwrap_or_default();
    let Related {
        corrected,
        recipients,
        complaints,
    } = related(desk, record.id, &name)?;
    let words = match desk.permit_on_organisation::<access::KeepRegisters>() {
        Ok(permit) => Shown::Shown {
            value: desk
                .records
                .request_notes(&permit, record.id)?
                .into_iter()
                .map(|note| RequestWords {
                    about: note.about,
                    words: note.words.into(),
                })
                .collect(),
        },
        Err(Error::Refused(refusal)) => Shown::withheld(refusal),
        Err(error) => return Err(error),
    };
    let case = record.case.clone();
    let viewer = desk.viewer.account;
    let calendar = calendar(desk.records)?;
    let items = case
        .items
        .iter()
        .map(|item| {
            let waits = item
                .decision
                .as_ref()
                .filter(|decision| decision.waits_for_another());
            RequestItemView {
                right: item.right,
                due_on: clock_of(&case, item.right, calendar).due_on(),
                grounds: Exemption::of(item.right).collect(),
                waits_for_another: waits.is_some(),
                may_agree: waits.is_some_and(|decision| decision.by != viewer),
            }
        })
        .collect();
    let proposer = match case.fee {
        domain::rights::FeeStep::Proposed { by } => Some(by),
        domain::rights::FeeStep::None
        | domain::rights::FeeStep::Asked { .. }
        | domain::rights::FeeStep::Paid { .. } => None,
    };
    let mut accounts: Vec<AccountId> = case
        .items
        .iter()
        .filter_map(|item| item.decision.as_ref())
        .flat_map(|decision| std::iter::once(decision.by).chain(decision.agreed_by))
        .chain(proposer)
        .collect();
    accounts.sort_unstable();
    accounts.dedup();
    let lifted = record.lifted_on.is_some();
    Ok(RequestView {
        request: record.id,
        revision: record.revision,
        number: number_of(record.number),
        person: person(desk, &record)?,
        clock: clock_view(desk, &case)?,
        items,
        next: next(&case, record.candidate.is_some()),
        restricted_on: record.restricted_on.filter(|_| !lifted),
        logged_by: name(record.logged_by),
        logged_on: london_date(record.logged_at),
        closed_by: record.closed.map(|(by, _)| name(by)),
        accounts: accounts
            .into_iter()
            .map(|account| RequestAccount {
                account,
                name: name(account),
            })
            .collect(),
        words,
        corrected,
        recipients,
        complaints,
        may_keep: keeps(desk),
        may_erase: desk.permit_on_organisation::<access::Erase>().is_ok(),
        own_fee: proposer == Some(viewer),
        case,
    })
}

/// A request of the log.
pub(crate) fn find(desk: &ReadDesk<'_>, request: RightsRequestId) -> Result<RequestRecord, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    Ok(desk.records.request(&permit, request)?)
}

fn keeps(desk: &ReadDesk<'_>) -> bool {
    desk.permit_on_organisation::<access::KeepRegisters>()
        .is_ok()
}

/// Whom it is about: shown to those who may read the record, and to nobody else.
fn person(desk: &ReadDesk<'_>, record: &RequestRecord) -> Result<RequestPerson, Error> {
    let Some(candidate) = record.candidate else {
        return Ok(RequestPerson::NotHere);
    };
    if !keeps(desk) {
        return Ok(RequestPerson::Withheld);
    }
    match desk.permit_on_candidate::<access::ReadCandidate>(candidate) {
        Ok(permit) => {
            let found = desk.records.candidate(&permit)?;
            Ok(RequestPerson::Here {
                candidate,
                name: found.called.full(),
            })
        }
        Err(Error::Refused(_) | Error::NotFound) => Ok(RequestPerson::Withheld),
        Err(error) => Err(error),
    }
}

fn clock_view(desk: &ReadDesk<'_>, case: &RequestCase) -> Result<RequestClockView, Error> {
    let found = clock(case, calendar(desk.records)?, desk.today).ok_or(Error::NotFound)?;
    let due_on = found.deadline.due_on();
    let running = match found.deadline {
        RequestDeadline::Running(running) => Some(running),
        RequestDeadline::WaitingIdentity
        | RequestDeadline::WaitingFee
        | RequestDeadline::Paused { .. } => None,
    };
    Ok(RequestClockView {
        tone: found.tone,
        due_on,
        days_left: due_on.map(|due| days_left(desk.today, due)),
        tell_by: running
            .filter(|running| {
                case.is_open() && case.extension.is_none() && running.tell_by >= desk.today
            })
            .map(|running| running.tell_by),
        latest_lawful: running
            .map(|running| running.latest_lawful)
            .filter(|latest| Some(*latest) != due_on),
        because: Why {
            rule: found.deadline.rule().to_owned(),
            sentence: found.sentence,
        },
    })
}

/// What a request is called.
pub(crate) fn number_of(number: u32) -> String {
    format!("R-{number:04}")
}
