//! Requests of people about their data: logged, noted, decided, answered (RULEBOOK §6).
//!
//! HR and the data protection officer answer them; auditors read the log, without the words and without whom a request is
//! about. What is decided is done here where the program can: the pack, the erasure, the restriction, the objection.

mod annotate;
mod decide;
mod erase;
mod note;
mod pack;
mod related;
mod view;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::deadline::Right;
use domain::disclosure::ToldOf;
use domain::id::{CandidateId, RightsRequestId};
use domain::rights::{CaseRefusal, IdentityStep, RequestCase, RequestChannel, clock, next};
use domain::text::Prose;
use serde::{Deserialize, Serialize};
use store::{About, ApproachReason, Detail, Entry, RequestRecord, Tx};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::organisation::calendar;

pub use annotate::{AnnotateOpinion, AnnotationView, OpinionRow, OpinionsView, annotate, opinions};
pub use decide::{CloseRequest, DecideRequest, close, decide};
pub use erase::{
    EraseOnRequest, ErasurePlan, PlanLine, RequestedPart, erase_on_request, plan_erasure,
};
pub use note::{NoteRequest, RequestEvent, note};
pub use pack::{
    AssemblePack, MaskDecision, PackKind, PackReview, PackSuggestion, PackTally, SavePack,
    SuggestionKind, WithheldView, assemble, check_pack, save_pack,
};
pub use related::{CorrectionView, LinkedComplaint, ToldRecipient};
pub use view::{
    OneRequest, RequestAccount, RequestClockView, RequestItemView, RequestPerson, RequestRow,
    RequestView, RequestWords, RequestsView, list, open,
};

pub(crate) use annotate::of as annotation_of;
pub(crate) use pack::HeldPack;
pub(crate) use view::{find, number_of};

/// Logs a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LogRequest {
    /// Whom it is about; nothing where they were not found here.
    pub candidate: Option<CandidateId>,
    /// Who asks, where that is somebody else or nobody was found: a name and how to reach them. Empty otherwise.
    pub asker: Prose,
    /// The day it first reached anyone in the organisation.
    pub received_on: NaiveDate,
    /// How it came in.
    pub channel: RequestChannel,
    /// The rights they use.
    pub rights: Vec<Right>,
    /// What they ask, in their words or near them; may be empty.
    pub asked: Prose,
}

/// A request that was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LoggedRequest {
    /// Which.
    pub request: RightsRequestId,
    /// What it is called: "R-0001".
    pub number: String,
}

/// Logs a request. What can't wait happens with it: the record is only stored where they ask for that, and nobody
/// approaches them where they object (DSR-12, DSR-14).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] without a right, without anybody it is
/// about, and for a day ahead.
pub fn log(desk: &mut WriteDesk<'_>, request: LogRequest) -> Result<LoggedRequest, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    if request.rights.is_empty() {
        return Err(Error::invalid("rights", "Choose what they ask for."));
    }
    if request.candidate.is_none() && request.asker.as_str().is_empty() {
        return Err(Error::invalid(
            "asker",
            "Choose whom it is about, or say who asks and how to reach them.",
        ));
    }
    desk.not_in_future("receivedOn", request.received_on)?;
    if let Some(candidate) = request.candidate {
        desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
    }
    let mut case = RequestCase::new(request.received_on, request.channel, &request.rights);
    if request.channel == RequestChannel::ThroughSomebody {
        // Whoever speaks for somebody shows that they may, as others show who they are (DSR-17).
        case.identity = IdentityStep::Asked {
            on: request.received_on,
        };
    }
    let restricted_on = restricts(&case, request.candidate).then_some(desk.today);
    let (request, number) = desk.write(&permit, |tx| {
        let (id, number) = tx.insert_request(&permit, &case, request.candidate, restricted_on)?;
        tx.put_request_note(&permit, id, "asker", &request.asker)?;
        tx.put_request_note(&permit, id, "asked", &request.asked)?;
        stop_approaching(tx, &permit, &case, request.candidate)?;
        tell_of_restriction(
            tx,
            &permit,
            id,
            request.candidate.filter(|_| restricted_on.is_some()),
        )?;
        let rights = u64::try_from(case.items.len()).unwrap_or(u64::MAX);
        let entry = entry("log-request", id)
            .with("number", Detail::Number(number.into()))
            .with("rights", Detail::Number(rights))
            .with("received-on", Detail::Day(case.received_on));
        Ok::<_, Error>(((id, number), entry))
    })?;
    Ok(LoggedRequest {
        request,
        number: number_of(number),
    })
}

/// Whether the record is only stored from the day a request is known to be about somebody.
fn restricts(case: &RequestCase, candidate: Option<CandidateId>) -> bool {
    candidate.is_some() && case.uses(Right::Restriction)
}

/// Lists who is told that a record is only stored from now on (UK GDPR Art 19).
fn tell_of_restriction(
    tx: &Tx<'_>,
    permit: &Permit<access::KeepRegisters>,
    request: RightsRequestId,
    restricted: Option<CandidateId>,
) -> Result<(), Error> {
    if let Some(candidate) = restricted {
        tx.list_recipients_of_request(permit, request, candidate, ToldOf::Restriction)?;
    }
    Ok(())
}

/// Stops what somebody objects to at once: nobody approaches them (DSR-14).
fn stop_approaching(
    tx: &Tx<'_>,
    permit: &Permit<access::KeepRegisters>,
    case: &RequestCase,
    candidate: Option<CandidateId>,
) -> Result<(), Error> {
    if let Some(candidate) = candidate
        && case.uses(Right::Objection)
    {
        tx.list_not_to_approach(permit, candidate, ApproachReason::Objected)?;
    }
    Ok(())
}

/// A request that somebody is about to answer for, with the permit to.
struct Answering {
    permit: Permit<access::KeepRegisters>,
    record: RequestRecord,
}

fn answering(
    desk: &mut WriteDesk<'_>,
    request: RightsRequestId,
    revision: u32,
) -> Result<Answering, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = desk.read(|desk| find(desk, request))?;
    if record.revision != revision {
        return Err(Error::Stale);
    }
    Ok(Answering { permit, record })
}

/// Writes a request as it is after a change, with words of it where there are any, and what else follows from it.
fn write(
    desk: &mut WriteDesk<'_>,
    permit: &Permit<access::KeepRegisters>,
    after: &RequestRecord,
    words: &[(String, Prose)],
    entry: Entry,
    follows: impl FnOnce(&Tx<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    desk.write(permit, |tx| {
        tx.update_request(permit, after)?;
        follows(tx)?;
        for (about, words) in words {
            tx.put_request_note(permit, after.id, about, words)?;
        }
        Ok(((), entry))
    })
}

fn entry(action: &'static str, request: RightsRequestId) -> Entry {
    Entry::new(action).about(About::Request(request))
}

fn refused(refusal: CaseRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}

/// An open request, for whoever has to do something about it.
pub(crate) struct DueRequest {
    pub(crate) request: RightsRequestId,
    pub(crate) number: String,
    pub(crate) step: domain::rights::CaseStep,
    pub(crate) tone: domain::rights::ClockTone,
    /// By when: the answer's day, or, while there is no clock, the day after which somebody looks again.
    pub(crate) by: NaiveDate,
}

/// The next step of every open request, for those who answer for them.
pub(crate) fn due(desk: &ReadDesk<'_>) -> Result<Vec<DueRequest>, Error> {
    if desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_err()
    {
        return Ok(Vec::new());
    }
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let calendar = calendar(desk.records)?;
    let mut found = Vec::new();
    for record in desk.records.requests(&permit)? {
        let Some(step) = next(&record.case, record.candidate.is_some()) else {
            continue;
        };
        let Some(clock) = clock(&record.case, calendar, desk.today) else {
            continue;
        };
        found.push(DueRequest {
            request: record.id,
            number: number_of(record.number),
            step,
            tone: clock.tone,
            // Where there is no clock somebody looks every week whether the person answered (DSR-03).
            by: clock
                .deadline
                .due_on()
                .unwrap_or_else(|| domain::dates::days_after(desk.today, 7)),
        });
    }
    Ok(found)
}
