//! The draft of a report to the regulator, with what UK GDPR Art 33(3) asks for. It names nobody affected.

use domain::access;
use domain::id::IncidentId;
use domain::incident::{IcoDecision, at_instant};
use report::proof::fingerprint;
use report::{IncidentReport, Operator};
use store::IncidentRecord;

use super::{PROGRAM, organisation};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::incident::{contacts, number_of};

/// The report of one incident, as far as it has come.
pub(super) fn of(
    desk: &ReadDesk<'_>,
    incident: IncidentId,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<IncidentReport, Error> {
    let record = find(desk, incident)?;
    let assessed = record.assessment.map(|noted| noted.what);
    let decision = record.decision.map(|noted| noted.what);
    let (reported_at, reference, late, not_reported) = match decision {
        Some(IcoDecision::Reported {
            on,
            at,
            reference,
            late,
        }) => (
            Some(at_instant(on, at)),
            reference.map(String::from),
            late.into(),
            String::new(),
        ),
        Some(IcoDecision::NotReported { reasons }) => (None, None, String::new(), reasons.into()),
        None => (None, None, String::new(), String::new()),
    };
    Ok(IncidentReport {
        number: number_of(record.number),
        organisation: organisation(desk)?,
        contact: contacts(desk)?,
        made_at: desk.now,
        made_by,
        program: PROGRAM.to_owned(),
        key: fingerprint(key),
        kind: record.kind,
        facts: record.facts.into(),
        happened_on: record.happened_on,
        noticed_at: record.noticed_at,
        aware_at: record.aware_at,
        aware_reason: record.aware_reason.into(),
        due_at: domain::deadline::breach(record.aware_at).due_at,
        laptop: record.laptop,
        people: record.people,
        classes: assessed
            .as_ref()
            .map(|known| known.classes.clone())
            .unwrap_or_default(),
        risk: assessed.as_ref().map(|known| known.risk),
        grounds: assessed
            .as_ref()
            .map(|known| known.grounds.as_str().to_owned())
            .unwrap_or_default(),
        consequences: assessed
            .map(|known| known.consequences.into())
            .unwrap_or_default(),
        measures: record.measures.into(),
        reported_at,
        reference,
        late,
        not_reported,
        told: record.told,
        not_told: record.not_told,
    })
}

/// What the report's file is called: a number, and nothing of anybody.
pub(super) fn file_stem(desk: &ReadDesk<'_>, incident: IncidentId) -> Result<String, Error> {
    Ok(format!(
        "incident-report-{}",
        number_of(find(desk, incident)?.number)
    ))
}

fn find(desk: &ReadDesk<'_>, incident: IncidentId) -> Result<IncidentRecord, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    desk.records
        .incidents(&permit)?
        .into_iter()
        .find(|record| record.id == incident)
        .ok_or(Error::NotFound)
}
