//! Sealed records of a few made-up people, so that no screen of the sample is empty.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use domain::application::Stage;
use domain::clock::london_date;
use domain::document::FileName;
use domain::id::CandidateId;
use domain::sealed::{
    Adjustment, CheckLevel, EqualityAnswers, EqualityQuestion, IdentityDocument,
    RightToWorkDocument, SealedContent, SealedKind, Suitability,
};
use domain::text::Prose;
use store::{Store, StoreError};

use super::made_up;
use crate::desk::{Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::sealed::{AddSealed, ListSealed, NewCopy, OneSealed, add as seal, add_copy, list};

/// Of how many people at each of the two stages something is sealed.
const PEOPLE: usize = 3;

/// A picture that says of itself that it is of no real paper.
const COPY: &[u8] = include_bytes!("copy.png");

/// Seals something of the first people who came to an interview, and of the first with an offer.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    live: &[(CandidateId, Stage)],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let at = |wanted: Stage| {
        live.iter()
            .filter(move |(_, stage)| *stage == wanted)
            .map(|(candidate, _)| *candidate)
            .take(PEOPLE)
    };
    let today = london_date(now);
    let earlier = today.checked_sub_days(Days::new(6)).unwrap_or(today);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    for candidate in at(Stage::Interview) {
        let contents = [adjustments()?, equality()?];
        for content in contents {
            seal(&mut desk, AddSealed { candidate, content })?;
        }
    }
    for candidate in at(Stage::Offer) {
        let contents = [
            SealedContent::Identity {
                document: IdentityDocument::DrivingLicence,
                seen_on: earlier,
            },
            SealedContent::RightToWork {
                document: RightToWorkDocument::ShareCode,
                checked_on: earlier,
                expires_on: today.checked_add_days(Days::new(400)),
            },
            SealedContent::CriminalRecord {
                level: CheckLevel::Basic,
                suitability: Suitability::Pending,
                decided_on: None,
                issued_on: None,
                certificate: None,
            },
        ];
        for content in contents {
            seal(&mut desk, AddSealed { candidate, content })?;
        }
        add_copies(&mut desk, candidate)?;
    }
    Ok(())
}

/// Keeps the copy that an employer has of what showed somebody's right to work.
fn add_copies(desk: &mut WriteDesk<'_>, candidate: CandidateId) -> Result<(), Error> {
    let view = desk.read(|desk| list(desk, ListSealed { candidate }))?;
    let checks = view.compartments.into_iter().flat_map(|each| each.records);
    for row in checks.filter(|row| row.kind == SealedKind::RightToWork) {
        let record = row.record;
        let name = made_up(FileName::parse("copy.png"))?;
        let copy = NewCopy::take(&name, COPY.to_vec().into())?;
        add_copy(desk, (OneSealed { candidate, record }, copy))?;
    }
    Ok(())
}

fn adjustments() -> Result<SealedContent, Error> {
    Ok(SealedContent::Adjustments {
        adjustments: [Adjustment::ExtraTime, Adjustment::QuestionsInAdvance].into(),
        details: made_up(Prose::parse(
            "Half as much time again for the written exercise, and the questions a day before.",
        ))?,
    })
}

fn equality() -> Result<SealedContent, Error> {
    let answers = EqualityQuestion::ALL
        .iter()
        .map(|question| (*question, "not-said".to_owned()))
        .collect::<BTreeMap<_, _>>();
    let answers = EqualityAnswers::try_from(answers)
        .map_err(|_constant| Error::Store(StoreError::Unreadable { column: "sample" }))?;
    Ok(SealedContent::EqualityAnswers { answers })
}
