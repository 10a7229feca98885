//! Two complaints of the sample: one open, its receipt confirmed, of somebody whose application runs; one closed, of
//! somebody who has no record here.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::complaint::{Complainant, ComplaintOutcome, ComplaintTopic, NewComplaint};
use domain::correspondence::MessageChannel;
use domain::dates::days_before;
use domain::id::{CandidateId, ComplaintId};
use domain::text::{Line, Prose};
use store::Store;

use super::made_up;
use crate::complaint::{
    self, AcknowledgeComplaint, CloseComplaint, DecideComplaint, NoteComplaint, OneComplaint,
    RecordComplaint,
};
use crate::desk::{ReadDesk, Session, Unwatched, WriteDesk};
use crate::error::Error;

/// How many days ago the open one came, was confirmed, and was looked into.
const OPEN: [u64; 3] = [9, 8, 5];

/// How many days ago the closed one came, was confirmed, and its outcome was told.
const CLOSED: [u64; 3] = [41, 38, 20];

/// Which of those whose applications run complains.
const WHO: usize = 3;

/// Enters both.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    people: &[CandidateId],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let ago = |days| days_before(london_date(now), days);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    answered(&mut desk, CLOSED.map(ago))?;
    match people.get(WHO) {
        Some(candidate) => open(&mut desk, *candidate, OPEN.map(ago)),
        None => Ok(()),
    }
}

fn open(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    [came, confirmed, looked]: [NaiveDate; 3],
) -> Result<(), Error> {
    let complaint = entered(
        desk,
        NewComplaint {
            received_on: came,
            how: MessageChannel::Email,
            from: Complainant::Candidate { candidate },
            topic: ComplaintTopic::Unwanted,
            words: words("I asked not to be called at work, and was called at work twice.")?,
            against: None,
        },
    )?;
    confirm(desk, complaint, confirmed)?;
    let revision = revision(desk, complaint)?;
    complaint::note(
        desk,
        NoteComplaint {
            complaint,
            revision,
            told: false,
            on: looked,
            words: words(
                "The number at work stands on the form as the first one. Both calls were made from the list.",
            )?,
        },
    )?;
    Ok(())
}

fn answered(
    desk: &mut WriteDesk<'_>,
    [came, confirmed, told]: [NaiveDate; 3],
) -> Result<(), Error> {
    let complaint = entered(
        desk,
        NewComplaint {
            received_on: came,
            how: MessageChannel::Letter,
            from: Complainant::Other {
                name: made_up(Line::parse("Basil Thistlewood"))?,
            },
            topic: ComplaintTopic::NotTold,
            words: words("Nobody told me for how long you keep what applicants send you.")?,
            against: None,
        },
    )?;
    confirm(desk, complaint, confirmed)?;
    let before = revision(desk, complaint)?;
    complaint::decide(
        desk,
        DecideComplaint {
            complaint,
            revision: before,
            outcome: ComplaintOutcome::Upheld,
            reasons: words("The advertisement had no link to the privacy notice, which says it.")?,
            changes: words("Every advertisement links to the privacy notice now.")?,
        },
    )?;
    complaint::close(
        desk,
        CloseComplaint {
            complaint,
            revision: before + 1,
            on: told,
            how: MessageChannel::Letter,
        },
    )?;
    Ok(())
}

fn entered(desk: &mut WriteDesk<'_>, new: NewComplaint) -> Result<ComplaintId, Error> {
    let request = RecordComplaint { complaint: new };
    Ok(complaint::record(desk, request)?.complaint)
}

fn confirm(desk: &mut WriteDesk<'_>, complaint: ComplaintId, on: NaiveDate) -> Result<(), Error> {
    let revision = revision(desk, complaint)?;
    complaint::acknowledge(
        desk,
        AcknowledgeComplaint {
            complaint,
            revision,
            on,
            how: MessageChannel::Letter,
        },
    )?;
    Ok(())
}

fn revision(desk: &mut WriteDesk<'_>, complaint: ComplaintId) -> Result<u32, Error> {
    let open = |desk: &ReadDesk<'_>| complaint::open(desk, OneComplaint { complaint });
    Ok(desk.read(open)?.revision)
}

fn words(text: &str) -> Result<Prose, Error> {
    made_up(Prose::parse(text))
}
