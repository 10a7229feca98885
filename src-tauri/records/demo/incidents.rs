//! An incident of the sample, closed: something was sent to the wrong address, and the regulator was told in time.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::dates::days_before;
use domain::id::{CandidateId, IncidentId};
use domain::incident::{
    Assessment, FirstReport, IcoDecision, IncidentKind, Likelihood, Risk, Severity,
};
use domain::interview::TimeOfDay;
use domain::retention::DataClass;
use domain::text::{Line, Prose};
use store::{Store, StoreError};

use super::made_up;
use crate::desk::{ReadDesk, Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::incident::{
    self, AffectedChange, AssessIncident, ChangeAffected, CloseIncident, DecideIncident,
    NoteMeasures, OneIncident, ReportIncident,
};

/// How many days ago it was noticed.
const DAYS_AGO: u64 = 12;

/// How many of the sample's people it affects.
const AFFECTED: usize = 2;

/// Reports an incident, answers for it and closes it.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    people: &[CandidateId],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let noticed_on = days_before(london_date(now), DAYS_AGO);
    let first = FirstReport {
        kind: IncidentKind::WrongRecipient,
        facts: words(
            "Two application forms went to an address outside the organisation that differs from a colleague’s by one \
             letter. The recipient said so the same day.",
        )?,
        happened_on: Some(noticed_on),
        noticed_on,
        noticed_at: time("10:15")?,
        laptop: None,
    };
    let clock = domain::clock::FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    let incident = incident::report(&mut desk, ReportIncident { first })?.incident;
    let candidates = people.iter().copied().take(AFFECTED).collect();
    let change = AffectedChange::Add { candidates };
    let revision = revision(&mut desk, incident)?;
    incident::change_affected(
        &mut desk,
        ChangeAffected {
            incident,
            revision,
            change,
        },
    )?;
    answer(&mut desk, incident, revision + 1, noticed_on)
}

fn answer(
    desk: &mut WriteDesk<'_>,
    incident: IncidentId,
    revision: u32,
    noticed_on: NaiveDate,
) -> Result<(), Error> {
    let assessment = Assessment {
        classes: BTreeSet::from([DataClass::Contact, DataClass::Form]),
        likelihood: Likelihood::Possible,
        severity: Severity::Slight,
        risk: Risk::Risk,
        grounds: words(
            "The recipient is a stranger, and says that both forms were deleted unread.",
        )?,
        consequences: words(
            "Unwanted messages; distress that a stranger may know of an application.",
        )?,
    };
    incident::assess(
        desk,
        AssessIncident {
            incident,
            revision,
            assessment,
        },
    )?;
    let decision = IcoDecision::Reported {
        on: noticed_on,
        at: time("16:40")?,
        reference: Some(made_up(Line::parse("IC-000000-SAMPLE"))?),
        late: Prose::default(),
    };
    incident::decide(
        desk,
        DecideIncident {
            incident,
            revision: revision + 1,
            decision,
        },
    )?;
    incident::note_measures(
        desk,
        NoteMeasures {
            incident,
            revision: revision + 2,
            measures: words("The recipient confirmed in writing that both forms were deleted.")?,
            lessons: words("Forms are shared in Fairhold and no longer by e-mail.")?,
        },
    )?;
    incident::close(
        desk,
        CloseIncident {
            incident,
            revision: revision + 3,
        },
    )?;
    Ok(())
}

fn revision(desk: &mut WriteDesk<'_>, incident: IncidentId) -> Result<u32, Error> {
    let open = |desk: &ReadDesk<'_>| incident::open(desk, OneIncident { incident });
    Ok(desk.read(open)?.revision)
}

fn words(text: &str) -> Result<Prose, Error> {
    made_up(Prose::parse(text))
}

/// The times of the sample are constants, and all are times.
fn time(text: &str) -> Result<TimeOfDay, Error> {
    TimeOfDay::parse(text)
        .map_err(|_constant| Error::Store(StoreError::Unreadable { column: "sample" }))
}
