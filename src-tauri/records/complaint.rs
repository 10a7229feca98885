//! Complaints about how somebody's data were handled, from receipt to the outcome (RULEBOOK §14; DPA 2018 s.164A).
//!
//! HR and the data protection officer enter and answer them, but nobody one that is about themselves; auditors read the
//! register, and neither who complains nor a word of it.

mod answer;
mod link;
mod undo;
mod view;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::complaint::{
    Complainant, ComplaintClock, ComplaintFacts, ComplaintRefusal, ComplaintStep, NewComplaint,
    check_handler, check_received, clock, next,
};
use domain::id::{CandidateId, ComplaintId};
use serde::{Deserialize, Serialize};
use store::{About, ComplaintRecord, Detail, Entry, Records};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::organisation::calendar;
use crate::undo::{FIRST_REVISION, Undoable};

pub use answer::{
    AcknowledgeComplaint, CloseComplaint, DecideComplaint, NoteComplaint, acknowledge, close,
    decide, note,
};
pub use link::{LinkComplaint, link};
pub use view::{
    ComplaintClockView, ComplaintFile, ComplaintNote, ComplaintRow, ComplaintView, ComplaintsView,
    LinkedRequest, OneComplaint, QuarterCount, TalkView, list, open,
};

pub(crate) use undo::{ComplaintEffect, taken_back, undone};
pub(crate) use view::{find, number_of};

/// Enters a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordComplaint {
    /// What is known of it.
    pub complaint: NewComplaint,
}

/// A complaint that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordedComplaint {
    /// Which.
    pub complaint: ComplaintId,
    /// What it is called: "C-0003".
    pub number: String,
    /// By when its receipt is confirmed.
    pub due_on: NaiveDate,
    /// What takes it back.
    pub undo: Option<u32>,
}

/// Enters a complaint. While it is open, nothing of whom it is about is erased (RET-09).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about;
/// [`Error::Invalid`] without words, and for a day ahead.
pub fn record(
    desk: &mut WriteDesk<'_>,
    request: RecordComplaint,
) -> Result<RecordedComplaint, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let new = request.complaint;
    if new.words.as_str().is_empty() {
        return Err(Error::invalid(
            "complaint.words",
            "Say in a few words what they complain of.",
        ));
    }
    check_received(new.received_on, desk.today)
        .map_err(|refusal| Error::invalid("complaint.receivedOn", refusal.sentence()))?;
    let candidate = match &new.from {
        Complainant::Candidate { candidate } => Some(*candidate),
        Complainant::Other { .. } => None,
    };
    if let Some(candidate) = candidate {
        desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
    }
    let (complaint, number) = desk.write(&permit, |tx| {
        let (complaint, number) = tx.insert_complaint(&permit, &new)?;
        let entry = entry("record-complaint", complaint)
            .with("number", Detail::Number(number.into()))
            .with("topic", Detail::Word(new.topic.code()))
            .with("received", Detail::Day(new.received_on));
        Ok::<_, Error>(((complaint, number), entry))
    })?;
    let undo = desk.keep(Undoable::RecordedComplaint {
        complaint,
        candidate,
        revision: FIRST_REVISION,
    });
    let fresh = ComplaintFacts {
        received_on: new.received_on,
        acknowledged_on: None,
        progress_on: None,
        decided: false,
        told_on: None,
    };
    Ok(RecordedComplaint {
        complaint,
        number: number_of(number),
        due_on: clock_on(&desk.store.records(), &fresh, desk.today)?
            .acknowledge
            .due_on,
        undo: Some(undo),
    })
}

/// What somebody who answers complaints has to do next of one that is open.
pub(crate) struct DueComplaint {
    pub(crate) complaint: ComplaintId,
    pub(crate) number: String,
    pub(crate) step: ComplaintStep,
    pub(crate) by: NaiveDate,
    /// Since when it has been slow, where it has.
    pub(crate) slow_since: Option<NaiveDate>,
}

/// The next step of every open complaint, for those who answer them and whom it is not about.
pub(crate) fn due(desk: &ReadDesk<'_>) -> Result<Vec<DueComplaint>, Error> {
    if desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_err()
    {
        return Ok(Vec::new());
    }
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let mut found = Vec::new();
    for record in desk.records.complaints(&permit)? {
        let facts = facts(&record);
        let Some(step) = next(&facts, desk.today) else {
            continue;
        };
        if check_handler(&facts, record.against, desk.viewer.account).is_err() {
            continue;
        }
        let clock = clock_on(desk.records, &facts, desk.today)?;
        found.push(DueComplaint {
            complaint: record.id,
            number: number_of(record.number),
            step,
            by: match (step, facts.progress_by()) {
                (ComplaintStep::Progress, Some(by)) => by,
                (
                    ComplaintStep::Acknowledge
                    | ComplaintStep::Progress
                    | ComplaintStep::Decide
                    | ComplaintStep::Tell,
                    _,
                ) => clock.by,
            },
            slow_since: (clock.warned_on <= desk.today).then_some(clock.warned_on),
        });
    }
    Ok(found)
}

/// What the rules need to know of a complaint.
pub(crate) fn facts(record: &ComplaintRecord) -> ComplaintFacts {
    ComplaintFacts {
        received_on: record.received_on,
        acknowledged_on: record.acknowledged.map(|(on, _)| on),
        progress_on: record.progress_on,
        decided: record.outcome.is_some(),
        told_on: record.told.map(|(on, _)| on),
    }
}

/// How the clock of a complaint stands, by the organisation's working days.
fn clock_on(
    records: &Records<'_>,
    facts: &ComplaintFacts,
    today: NaiveDate,
) -> Result<ComplaintClock, Error> {
    Ok(clock(facts, calendar(records)?, today))
}

/// A complaint that somebody is about to answer, with the permit to.
struct Answering {
    permit: Permit<access::KeepRegisters>,
    record: ComplaintRecord,
    facts: ComplaintFacts,
}

/// Whom a complaint is about, where they are here, has to be somebody whom its handler may see.
fn answering(
    desk: &mut WriteDesk<'_>,
    complaint: ComplaintId,
    revision: u32,
) -> Result<Answering, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = desk.read(|desk| {
        let record = find(desk, complaint)?;
        sees_whom(desk, record.candidate)?;
        Ok(record)
    })?;
    let facts = facts(&record);
    check_handler(&facts, record.against, permit.actor()).map_err(refused)?;
    if record.revision != revision {
        return Err(Error::Stale);
    }
    Ok(Answering {
        permit,
        record,
        facts,
    })
}

/// Refuses whoever may not see whom a complaint is about.
fn sees_whom(
    desk: &ReadDesk<'_>,
    candidate: Option<CandidateId>,
) -> Result<Option<Permit<access::ReadCandidate>>, Error> {
    candidate
        .map(|candidate| desk.permit_on_candidate::<access::ReadCandidate>(candidate))
        .transpose()
}

fn entry(action: &'static str, complaint: ComplaintId) -> Entry {
    Entry::new(action).about(About::Complaint(complaint))
}

fn refused(refusal: ComplaintRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}
