//! Complaints as their viewers see them: the register, and one of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, Refusal, Shown};
use domain::clock::london_date;
use domain::complaint::{
    ComplaintClockState, ComplaintFacts, ComplaintOutcome, ComplaintStep, ComplaintTopic,
    ComplaintWordKind, check_handler, clock_sentence, next,
};
use domain::correspondence::MessageChannel;
use domain::id::{AccountId, CandidateId, ComplaintId, RightsRequestId};
use domain::statistics::Quarter;
use serde::{Deserialize, Serialize};
use store::{ComplaintRecord, ComplaintWord};

use super::{clock_on, facts, sees_whom};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::incident::IncidentAccount;
use crate::rights;
use crate::view::{Nothing, Why, days_left};

/// Names a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneComplaint {
    /// Which.
    pub complaint: ComplaintId,
}

/// The register of complaints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintsView {
    /// Open ones first, the soonest due at the top; then closed ones, the latest first.
    pub rows: Vec<ComplaintRow>,
    /// How many came in each quarter, the latest first (DPA 2018 s.164B).
    pub quarters: Vec<QuarterCount>,
    /// Whom of the organisation a complaint can be about; empty for those who enter none.
    pub accounts: Vec<IncidentAccount>,
    /// Whether this viewer enters and answers complaints.
    pub may_keep: bool,
}

/// How many complaints came in a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct QuarterCount {
    /// The quarter: "2026-Q4".
    pub quarter: String,
    /// How many.
    pub count: u32,
}

/// A complaint in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintRow {
    /// Which.
    pub complaint: ComplaintId,
    /// What it is called: "C-0003".
    pub number: String,
    /// What it is about.
    pub topic: ComplaintTopic,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What is to be done next; `None` once the outcome has gone.
    pub next: Option<ComplaintStep>,
    /// The days it works to.
    pub clock: ComplaintClockView,
    /// What came of it.
    pub outcome: Option<ComplaintOutcome>,
}

/// How the days of a complaint stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintClockView {
    /// How they stand.
    pub state: ComplaintClockState,
    /// The day it works to now; the day of the outcome once it has gone.
    pub by: NaiveDate,
    /// Days left until then; less than nought when it has passed.
    pub days_left: i32,
    /// Days since it came.
    pub days_open: i32,
    /// Why they stand so.
    pub because: Why,
}

/// A day on which the person was written or spoken to, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TalkView {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub how: MessageChannel,
}

/// A request that a complaint is about, or that came with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LinkedRequest {
    /// Which.
    pub request: RightsRequestId,
    /// What it is called: "R-0001".
    pub number: String,
}

/// One complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintView {
    /// Which.
    pub complaint: ComplaintId,
    /// Its revision.
    pub revision: u32,
    /// What it is called: "C-0003".
    pub number: String,
    /// What it is about.
    pub topic: ComplaintTopic,
    /// The day it came, and how.
    pub received: TalkView,
    /// The name of the account that entered it.
    pub recorded_by: String,
    /// The day.
    pub recorded_on: NaiveDate,
    /// When its receipt was confirmed.
    pub acknowledged: Option<TalkView>,
    /// By when the person is told how far it has come; `None` before its receipt was confirmed, and once it is closed.
    pub progress_by: Option<NaiveDate>,
    /// What came of it.
    pub outcome: Option<ComplaintOutcome>,
    /// The name of the account that decided.
    pub decided_by: Option<String>,
    /// What was changed because of it; empty where nothing was.
    pub changes: String,
    /// When the person was told: it is closed.
    pub told: Option<TalkView>,
    /// What is to be done next; `None` once the outcome has gone.
    pub next: Option<ComplaintStep>,
    /// The days it works to.
    pub clock: ComplaintClockView,
    /// The request that it is about, or that came with it.
    pub request: Option<LinkedRequest>,
    /// Who complains and what was written of it, for those who answer complaints and may see whom it is about.
    pub file: Shown<ComplaintFile>,
    /// Whether this viewer answers it, and it is open.
    pub may_keep: bool,
    /// Why this viewer does not answer it, where it is about them.
    pub not_yours: Option<Why>,
}

/// Who complains, and what was written of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintFile {
    /// Whom it is about, where they have a record here.
    pub candidate: Option<CandidateId>,
    /// Their name; `None` once the file has gone.
    pub name: Option<String>,
    /// What they say; empty once the file has gone.
    pub said: String,
    /// Whom of the organisation it is about.
    pub against: Option<String>,
    /// What was found out, done and told, in the order in which it was noted.
    pub notes: Vec<ComplaintNote>,
    /// What was found; empty while nothing is decided.
    pub reasons: String,
    /// Whether the words went, with the person or after a year.
    pub gone: bool,
}

/// Something that was noted of a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ComplaintNote {
    /// Whether the person was told this.
    pub told: bool,
    /// The day.
    pub on: NaiveDate,
    /// The name of the account that noted it.
    pub by: String,
    /// The words.
    pub words: String,
}

/// The register of complaints: it names nobody who complains.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors of the organisation.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<ComplaintsView, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let records = desk.records.complaints(&permit)?;
    let mut quarters: BTreeMap<Quarter, u32> = BTreeMap::new();
    for record in &records {
        *quarters.entry(Quarter::of(record.received_on)).or_default() += 1;
    }
    let mut rows = records
        .iter()
        .map(|record| row(desk, record))
        .collect::<Result<Vec<ComplaintRow>, Error>>()?;
    rows.sort_by(|one, other| match (one.next, other.next) {
        (Some(_), Some(_)) => one.clock.by.cmp(&other.clock.by),
        (None, None) => other.clock.by.cmp(&one.clock.by),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    let may_keep = keeps(desk);
    let mut accounts = Vec::new();
    if may_keep {
        for account in desk.records.accounts()? {
            if account.role.role.is_a_persons() {
                accounts.push(IncidentAccount {
                    account: account.id,
                    name: account.name.into(),
                });
            }
        }
    }
    Ok(ComplaintsView {
        rows,
        quarters: quarters
            .into_iter()
            .rev()
            .map(|(quarter, count)| QuarterCount {
                quarter: quarter.to_string(),
                count,
            })
            .collect(),
        accounts,
        may_keep,
    })
}

/// One complaint.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors of the organisation.
pub fn open(desk: &ReadDesk<'_>, request: OneComplaint) -> Result<ComplaintView, Error> {
    let record = find(desk, request.complaint)?;
    let names = desk.names()?;
    let name = |account: AccountId| names.get(&account).cloned().unwrap_or_default();
    let facts = facts(&record);
    let step = next(&facts, desk.today);
    let file = file(desk, &record, &names)?;
    let handles = check_handler(&facts, record.against, desk.viewer.account);
    let keeps = keeps(desk);
    let not_yours = match handles {
        Err(refusal) if keeps && step.is_some() => Some(Why {
            rule: refusal.rule().to_owned(),
            sentence: refusal.sentence(),
        }),
        Ok(()) | Err(_) => None,
    };
    Ok(ComplaintView {
        complaint: record.id,
        revision: record.revision,
        number: number_of(record.number),
        topic: record.topic,
        received: TalkView {
            on: record.received_on,
            how: record.received_how,
        },
        recorded_by: name(record.recorded_by),
        recorded_on: london_date(record.recorded_at),
        acknowledged: record.acknowledged.map(talk),
        progress_by: step.and(facts.progress_by()),
        outcome: record.outcome.map(|(outcome, _)| outcome),
        decided_by: record.outcome.map(|(_, by)| name(by)),
        changes: record.changes.into(),
        told: record.told.map(talk),
        next: step,
        clock: clock_view(desk, &facts)?,
        request: record.request.map(|(request, number)| LinkedRequest {
            request,
            number: rights::number_of(number),
        }),
        may_keep: keeps && handles.is_ok() && matches!(file, Shown::Shown { .. }),
        file,
        not_yours,
    })
}

/// A complaint of the register.
pub(crate) fn find(desk: &ReadDesk<'_>, complaint: ComplaintId) -> Result<ComplaintRecord, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    desk.records
        .complaints(&permit)?
        .into_iter()
        .find(|record| record.id == complaint)
        .ok_or(Error::NotFound)
}

/// What a complaint is called.
pub(crate) fn number_of(number: u32) -> String {
    format!("C-{number:04}")
}

fn keeps(desk: &ReadDesk<'_>) -> bool {
    desk.permit_on_organisation::<access::KeepRegisters>()
        .is_ok()
}

fn row(desk: &ReadDesk<'_>, record: &ComplaintRecord) -> Result<ComplaintRow, Error> {
    let facts = facts(record);
    Ok(ComplaintRow {
        complaint: record.id,
        number: number_of(record.number),
        topic: record.topic,
        received_on: record.received_on,
        next: next(&facts, desk.today),
        clock: clock_view(desk, &facts)?,
        outcome: record.outcome.map(|(outcome, _)| outcome),
    })
}

fn clock_view(desk: &ReadDesk<'_>, facts: &ComplaintFacts) -> Result<ComplaintClockView, Error> {
    let today = desk.today;
    let found = clock_on(desk.records, facts, today)?;
    Ok(ComplaintClockView {
        state: found.state,
        by: found.by,
        days_left: days_left(today, found.by),
        days_open: days_left(facts.received_on, facts.told_on.unwrap_or(today)),
        because: Why {
            rule: match found.state {
                ComplaintClockState::Unacknowledged | ComplaintClockState::Late => "CMP-02",
                ComplaintClockState::Running
                | ComplaintClockState::Slow
                | ComplaintClockState::Overdue
                | ComplaintClockState::Answered => "CMP-03",
            }
            .to_owned(),
            sentence: clock_sentence(facts, &found),
        },
    })
}

const fn talk((on, how): (NaiveDate, MessageChannel)) -> TalkView {
    TalkView { on, how }
}

/// Who complains and what was written of it: for those who answer complaints, and may see whom it is about.
fn file(
    desk: &ReadDesk<'_>,
    record: &ComplaintRecord,
    names: &BTreeMap<AccountId, String>,
) -> Result<Shown<ComplaintFile>, Error> {
    let permit = match desk.permit_on_organisation::<access::KeepRegisters>() {
        Ok(permit) => permit,
        Err(Error::Refused(refusal)) => return Ok(Shown::withheld(refusal)),
        Err(error) => return Err(error),
    };
    let whom = match sees_whom(desk, record.candidate) {
        Ok(whom) => whom,
        Err(Error::Refused(refusal)) => return Ok(Shown::withheld(refusal)),
        // Somebody whose day has come, to those who do not erase.
        Err(Error::NotFound) => return Ok(Shown::withheld(Refusal::HrOnly)),
        Err(error) => return Err(error),
    };
    let words = desk.records.complaint_words(&permit, record.id)?;
    let first = |kind| words.iter().find(|word| word.kind == kind).map(text);
    let name = match whom {
        Some(permit) => desk
            .records
            .candidate(&permit)?
            .called
            .name()
            .map(domain::candidate::PersonName::full),
        None => first(ComplaintWordKind::From),
    };
    let by = |account: &AccountId| names.get(account).cloned().unwrap_or_default();
    Ok(Shown::Shown {
        value: ComplaintFile {
            candidate: record.candidate,
            name,
            said: first(ComplaintWordKind::Said).unwrap_or_default(),
            against: record.against.as_ref().map(by),
            notes: words.iter().filter_map(|word| noted(word, &by)).collect(),
            reasons: first(ComplaintWordKind::Reasons).unwrap_or_default(),
            gone: !record.has_words,
        },
    })
}

fn noted(word: &ComplaintWord, by: &impl Fn(&AccountId) -> String) -> Option<ComplaintNote> {
    let told = match word.kind {
        ComplaintWordKind::Step => false,
        ComplaintWordKind::Told => true,
        ComplaintWordKind::From | ComplaintWordKind::Said | ComplaintWordKind::Reasons => {
            return None;
        }
    };
    Some(ComplaintNote {
        told,
        on: word.day,
        by: by(&word.by),
        words: text(word),
    })
}

fn text(word: &ComplaintWord) -> String {
    word.words.as_str().to_owned()
}
