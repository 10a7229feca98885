//! Requests of the sample: one for access, whose clock runs, and one to correct something, which was answered.

use chrono::{DateTime, Utc};
use domain::access;
use domain::clock::{FixedClock, london_date};
use domain::dates::days_before;
use domain::deadline::Right;
use domain::id::{CandidateId, RightsRequestId};
use domain::rights::{ItemOutcome, RequestChannel};
use domain::text::{Phone, Prose};
use store::Store;

use super::made_up;
use crate::candidate::{self, EditCandidate};
use crate::desk::{Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::rights::{
    self, CloseRequest, DecideRequest, LogRequest, NoteRequest, OneRequest, RequestEvent,
};

/// How many days ago each came in.
const OPEN_SINCE: u64 = 16;
const ANSWERED_SINCE: u64 = 9;

/// A number that Ofcom keeps for drama.
const NEW_NUMBER: &str = "020 7946 0123";

/// Whose requests they are: people of whom nothing else is recorded.
const ASKERS: [usize; 2] = [5, 6];

/// Logs a request for access, whose asker showed who they are, and one that was granted and closed.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    people: &[CandidateId],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let today = london_date(now);
    let clock = FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    let [open, answered] = ASKERS.map(|place| people.get(place).copied());
    let (Some(open), Some(answered)) = (open, answered) else {
        return Ok(());
    };
    let request = log(
        &mut desk,
        open,
        Right::Access,
        days_before(today, OPEN_SINCE),
        "Please send me everything you hold about my application.",
    )?;
    note(
        &mut desk,
        request,
        RequestEvent::IdentityAsked {
            on: days_before(today, OPEN_SINCE),
        },
    )?;
    note(
        &mut desk,
        request,
        RequestEvent::IdentitySeen {
            on: days_before(today, OPEN_SINCE - 2),
        },
    )?;
    let request = log(
        &mut desk,
        answered,
        Right::Rectification,
        days_before(today, ANSWERED_SINCE),
        "My telephone number has changed.",
    )?;
    correct_the_number(&mut desk, answered)?;
    let revision = revision(&mut desk, request)?;
    rights::decide(
        &mut desk,
        DecideRequest {
            request,
            revision,
            right: Right::Rectification,
            outcome: ItemOutcome::Granted,
            grounds: [].into(),
            reasons: Prose::default(),
        },
    )?;
    rights::close(
        &mut desk,
        CloseRequest {
            request,
            revision: revision + 1,
            on: today,
            channel: RequestChannel::Email,
        },
    )?;
    Ok(())
}

/// Puts the telephone number right, as they asked: what it said before is kept.
fn correct_the_number(desk: &mut WriteDesk<'_>, candidate: CandidateId) -> Result<(), Error> {
    let (details, revision) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
        let found = desk.records.candidate(&permit)?;
        Ok((found.details(), found.revision))
    })?;
    let Some(mut details) = details else {
        return Ok(());
    };
    details.contact.phones = vec![made_up(Phone::parse(NEW_NUMBER))?];
    candidate::edit(
        desk,
        EditCandidate {
            candidate,
            revision,
            details,
        },
    )?;
    Ok(())
}

fn log(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    right: Right,
    received_on: chrono::NaiveDate,
    asked: &str,
) -> Result<RightsRequestId, Error> {
    let request = LogRequest {
        candidate: Some(candidate),
        asker: Prose::default(),
        received_on,
        channel: RequestChannel::Email,
        rights: vec![right],
        asked: made_up(Prose::parse(asked))?,
    };
    Ok(rights::log(desk, request)?.request)
}

fn note(
    desk: &mut WriteDesk<'_>,
    request: RightsRequestId,
    event: RequestEvent,
) -> Result<(), Error> {
    let revision = revision(desk, request)?;
    rights::note(
        desk,
        NoteRequest {
            request,
            revision,
            event,
        },
    )?;
    Ok(())
}

fn revision(desk: &mut WriteDesk<'_>, request: RightsRequestId) -> Result<u32, Error> {
    desk.read(|desk| Ok(rights::open(desk, OneRequest { request })?.revision))
}
