//! Incidents: personal data breaches and near misses, from the first word to the closing (RULEBOOK §11).
//!
//! Everybody reports, and sees what they reported; HR and the data protection officer answer for it; auditors read. What
//! is written of an incident is the organisation's own and names nobody; who is affected is told by links.

mod answer;
mod people;
mod view;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit};
use domain::clock::london_date;
use domain::dates::days_after;
use domain::id::IncidentId;
use domain::incident::{
    Decided, FirstReport, IcoDecision, IncidentFacts, IncidentKind, IncidentRefusal, IncidentStep,
    at_instant, check_first, check_open, clock, next,
};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, IncidentRecord};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;

pub use answer::{
    AssessIncident, CloseIncident, DecideIncident, NoteMeasures, ProposeRisk, ProposedRisk,
    SetAwareness, TellAffected, Telling, assess, close, decide, note_measures, propose_risk,
    set_awareness, tell,
};
pub use people::{
    AffectedChange, AffectedPerson, AffectedView, ChangeAffected, IncidentReachOf,
    IncidentReachView, ListAffected, change_affected, list_affected, reach,
};
pub use view::{
    AnswerView, ClosedView, IncidentAccount, IncidentClockView, IncidentRow, IncidentView,
    IncidentsView, OneIncident, list, open,
};

pub(crate) use view::{contacts, number_of};

/// Days after the decision within which people affected are told.
const DAYS_TO_TELL: u64 = 7;

/// Days after awareness within which an incident is closed.
const DAYS_TO_CLOSE: u64 = 28;

/// Reports an incident.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReportIncident {
    /// What is said of it.
    pub first: FirstReport,
}

/// An incident that was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReportedIncident {
    /// Which.
    pub incident: IncidentId,
    /// What it is called: "I-0003".
    pub number: String,
    /// By when the regulator is told, as it stands.
    pub due_at: DateTime<Utc>,
}

/// Reports an incident: in one step, by anybody who is signed in.
///
/// # Errors
/// A refusal for a timer's key alone; [`Error::Invalid`] without words, or for a time ahead.
pub fn report(
    desk: &mut WriteDesk<'_>,
    request: ReportIncident,
) -> Result<ReportedIncident, Error> {
    let permit = desk.permit_on_organisation::<access::ReportIncident>()?;
    let mut first = request.first;
    if first.facts.as_str().is_empty() {
        return Err(Error::invalid(
            "first.facts",
            "Say in a few words what happened.",
        ));
    }
    if first.kind != IncidentKind::LostOrStolen {
        first.laptop = None;
    }
    let noticed_at = check_first(&first, desk.now).map_err(|refusal| {
        Error::invalid(
            if matches!(refusal, IncidentRefusal::BeforeItHappened { .. }) {
                "first.noticedOn"
            } else {
                "first.noticedAt"
            },
            refusal.sentence(),
        )
    })?;
    let (incident, number) = desk.write(&permit, |tx| {
        let (incident, number) = tx.insert_incident(&permit, &first, noticed_at)?;
        let entry = entry("report-incident", incident)
            .with("number", Detail::Number(number.into()))
            .with("kind", Detail::Word(first.kind.code()));
        Ok::<_, Error>(((incident, number), entry))
    })?;
    Ok(ReportedIncident {
        incident,
        number: number_of(number),
        due_at: domain::deadline::breach(noticed_at).due_at,
    })
}

/// What somebody who answers for incidents has to do next of one that is open.
pub(crate) struct DueIncident {
    pub(crate) incident: IncidentId,
    pub(crate) number: String,
    pub(crate) step: IncidentStep,
    /// By when, to the minute, where the 72 hours run.
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) by: NaiveDate,
}

/// The next step of every open incident, for those who answer for them.
pub(crate) fn due(desk: &ReadDesk<'_>) -> Result<Vec<DueIncident>, Error> {
    if desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_err()
    {
        return Ok(Vec::new());
    }
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let mut found = Vec::new();
    for record in desk.records.incidents(&permit)? {
        let facts = facts(&record);
        let Some(step) = next(&facts) else { continue };
        let due_at = clock(&facts, desk.now).due_at;
        let runs = facts.decision_that_holds().is_none();
        let decided_on = record.decision.as_ref().map_or_else(
            || london_date(record.aware_at),
            |noted| london_date(noted.at),
        );
        found.push(DueIncident {
            incident: record.id,
            number: number_of(record.number),
            step,
            until: runs.then_some(due_at),
            by: match step {
                IncidentStep::People | IncidentStep::Assess | IncidentStep::Decide => {
                    london_date(due_at)
                }
                IncidentStep::Tell => days_after(decided_on, DAYS_TO_TELL),
                IncidentStep::Contain | IncidentStep::Close => {
                    days_after(london_date(record.aware_at), DAYS_TO_CLOSE)
                }
            },
        });
    }
    Ok(found)
}

/// What the rules need to know of an incident.
pub(crate) fn facts(record: &IncidentRecord) -> IncidentFacts {
    IncidentFacts {
        aware_at: record.aware_at,
        people_said: record.people.is_some(),
        risk: record.assessment.as_ref().map(|noted| noted.what.risk),
        decision: record.decision.as_ref().map(|noted| match &noted.what {
            IcoDecision::Reported { on, at, .. } => Decided::Reported(at_instant(*on, *at)),
            IcoDecision::NotReported { .. } => Decided::NotReported,
        }),
        told: record.not_told.is_some() || record.untold == 0,
        contained: !record.measures.as_str().is_empty(),
        closed: record.closed.is_some(),
    }
}

/// An incident that somebody is about to answer for, with the permit to.
struct Answering {
    permit: Permit<access::KeepRegisters>,
    record: IncidentRecord,
    facts: IncidentFacts,
}

fn answering(
    desk: &mut WriteDesk<'_>,
    incident: IncidentId,
    revision: u32,
) -> Result<Answering, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = desk.read(|desk| view::find(desk, incident))?;
    let facts = facts(&record);
    check_open(&facts).map_err(refused)?;
    if record.revision != revision {
        return Err(Error::Stale);
    }
    Ok(Answering {
        permit,
        record,
        facts,
    })
}

fn entry(action: &'static str, incident: IncidentId) -> Entry {
    Entry::new(action).about(About::Incident(incident))
}

fn refused(refusal: IncidentRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}
