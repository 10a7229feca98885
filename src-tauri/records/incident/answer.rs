//! Answering for an incident: when the organisation became aware, how bad it is, whether the regulator and the people are
//! told, what was done about it, and its end.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access;
use domain::correspondence::MessageChannel;
use domain::id::{CandidateId, IncidentId};
use domain::incident::{
    Assessment, IcoDecision, IncidentRefusal, Likelihood, NotTold, Noted, Risk, Severity,
    at_instant, check_awareness, check_close, check_decision, propose,
};
use domain::interview::TimeOfDay;
use domain::retention::DataClass;
use domain::text::Prose;
use serde::{Deserialize, Serialize};
use store::{Detail, Entry, IncidentRecord};

use super::{Answering, answering, entry, refused, view};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Why};

/// Says when the organisation became aware.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SetAwareness {
    /// Of which incident.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// The day.
    pub on: NaiveDate,
    /// The time, as clocks in London show it.
    pub at: TimeOfDay,
    /// Why that is not when it was noticed; empty where it is.
    pub reason: Prose,
}

/// Asks what risk the rules propose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ProposeRisk {
    /// Of which incident.
    pub incident: IncidentId,
    /// Which data are affected.
    pub classes: BTreeSet<DataClass>,
    /// How likely harm is.
    pub likelihood: Likelihood,
    /// How bad it would be.
    pub severity: Severity,
}

/// The risk that the rules propose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ProposedRisk {
    /// The risk.
    pub risk: Risk,
    /// Why, in the order in which it was weighed.
    pub because: Vec<Why>,
}

/// Assesses an incident.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AssessIncident {
    /// Which.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// How bad it is.
    pub assessment: Assessment,
}

/// Records that the regulator was told, or that it is not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DecideIncident {
    /// Of which incident.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// What was decided.
    pub decision: IcoDecision,
}

/// How people affected are told, or why they are not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Telling {
    /// They were told.
    Told {
        /// The day.
        on: NaiveDate,
        /// How.
        how: MessageChannel,
        /// Who; everybody who was not told before, where none are named.
        candidates: Option<Vec<CandidateId>>,
    },
    /// They are not told one by one.
    NotTold {
        /// Why.
        because: NotTold,
    },
}

/// Notes that people affected were told, or why they are not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TellAffected {
    /// By which incident.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// How, or why not.
    pub telling: Telling,
}

/// Notes what was done about an incident.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct NoteMeasures {
    /// Which.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// What was done.
    pub measures: Prose,
    /// What was learnt.
    pub lessons: Prose,
}

/// Closes an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CloseIncident {
    /// Which.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
}

/// Says when the organisation became aware: the 72 hours run from then.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] before it was noticed, ahead, or
/// later without a reason.
pub fn set_awareness(desk: &mut WriteDesk<'_>, request: SetAwareness) -> Result<Done, Error> {
    let answering = answering(desk, request.incident, request.revision)?;
    let aware_at = at_instant(request.on, request.at);
    check_awareness(
        answering.record.noticed_at,
        aware_at,
        &request.reason,
        desk.now,
    )
    .map_err(|refusal| {
        let field = if refusal == IncidentRefusal::AwareWithoutReason {
            "reason"
        } else {
            "at"
        };
        Error::invalid(field, refusal.sentence())
    })?;
    let after = IncidentRecord {
        aware_at,
        aware_reason: request.reason,
        ..answering.record.clone()
    };
    write(desk, &answering, &after, "set-awareness", |entry| {
        entry.with("on", Detail::Day(request.on))
    })
}

/// The risk that the rules propose.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer.
pub fn propose_risk(desk: &ReadDesk<'_>, request: ProposeRisk) -> Result<ProposedRisk, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = view::find(desk, request.incident)?;
    let proposal = propose(
        request.likelihood,
        request.severity,
        &request.classes,
        record.people.unwrap_or(0),
        record.laptop,
    );
    Ok(ProposedRisk {
        risk: proposal.risk,
        because: proposal
            .grounds
            .into_iter()
            .map(|ground| Why {
                rule: ground.rule().to_owned(),
                sentence: ground.sentence(),
            })
            .collect(),
    })
}

/// Assesses an incident, or does so anew.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] without a class of data or grounds.
pub fn assess(desk: &mut WriteDesk<'_>, request: AssessIncident) -> Result<Done, Error> {
    let assessment = request.assessment;
    if assessment.classes.is_empty() {
        return Err(Error::invalid(
            "assessment.classes",
            "Choose which data are affected.",
        ));
    }
    if assessment.grounds.as_str().is_empty() {
        return Err(Error::invalid(
            "assessment.grounds",
            "Say why: the reasons are recorded for a risk that is unlikely, too (rule BRE-04).",
        ));
    }
    let answering = answering(desk, request.incident, request.revision)?;
    let risk = assessment.risk;
    let after = IncidentRecord {
        assessment: Some(noted(desk, assessment)),
        ..answering.record.clone()
    };
    write(desk, &answering, &after, "assess-incident", |entry| {
        entry.with("risk", Detail::Word(risk.code()))
    })
}

/// Records that the regulator was told, or that it is not.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] before it was assessed, and for a risk
/// that is not reported; [`Error::Invalid`] for a time ahead, and without reasons where they are needed.
pub fn decide(desk: &mut WriteDesk<'_>, request: DecideIncident) -> Result<Done, Error> {
    let decision = request.decision;
    if let IcoDecision::NotReported { reasons } = &decision
        && reasons.as_str().is_empty()
    {
        return Err(Error::invalid(
            "decision.reasons",
            "Say why the ICO is not told: the regulator may ask to see it (UK GDPR Art 33(5)).",
        ));
    }
    let answering = answering(desk, request.incident, request.revision)?;
    check_decision(&answering.facts, &decision, desk.now).map_err(|refusal| match refusal {
        IncidentRefusal::LateWithoutReasons { .. } => {
            Error::invalid("decision.late", refusal.sentence())
        }
        IncidentRefusal::Ahead | IncidentRefusal::ReportedBeforeAware => {
            Error::invalid("decision.at", refusal.sentence())
        }
        IncidentRefusal::Closed
        | IncidentRefusal::BeforeItHappened { .. }
        | IncidentRefusal::AwareBeforeNoticed
        | IncidentRefusal::AwareWithoutReason
        | IncidentRefusal::NotAssessed
        | IncidentRefusal::RiskIsReported
        | IncidentRefusal::NotYet(_) => refused(refusal),
    })?;
    let word = decision.code();
    let after = IncidentRecord {
        decision: Some(noted(desk, decision)),
        ..answering.record.clone()
    };
    write(desk, &answering, &after, "decide-incident", |entry| {
        entry.with("ico", Detail::Word(word))
    })
}

/// Notes that people affected were told, or why they are not told one by one.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] for a day ahead, or where nobody is
/// left to be told.
pub fn tell(desk: &mut WriteDesk<'_>, request: TellAffected) -> Result<Done, Error> {
    let answering = answering(desk, request.incident, request.revision)?;
    match request.telling {
        Telling::NotTold { because } => {
            let after = IncidentRecord {
                not_told: Some(because),
                ..answering.record.clone()
            };
            write(desk, &answering, &after, "except-telling", |entry| {
                entry.with("because", Detail::Word(because.code()))
            })
        }
        Telling::Told {
            on,
            how,
            candidates,
        } => {
            desk.not_in_future("telling.on", on)?;
            let Answering { permit, record, .. } = &answering;
            desk.write(permit, |tx| {
                let told = tx.tell_affected(
                    permit,
                    record.id,
                    record.revision,
                    candidates.as_deref(),
                    (on, how),
                )?;
                if told == 0 {
                    return Err(Error::invalid(
                        "telling.candidates",
                        "Everybody affected was told already.",
                    ));
                }
                let entry = entry("tell-affected", record.id)
                    .with("people", Detail::Number(told))
                    .with("on", Detail::Day(on))
                    .with("how", Detail::Word(how.code()));
                Ok(((), entry))
            })?;
            Ok(Done { undo: None })
        }
    }
}

/// Notes what was done about an incident, and what was learnt.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Invalid`] without a word of what was done.
pub fn note_measures(desk: &mut WriteDesk<'_>, request: NoteMeasures) -> Result<Done, Error> {
    if request.measures.as_str().is_empty() {
        return Err(Error::invalid("measures", "Say what was done about it."));
    }
    let answering = answering(desk, request.incident, request.revision)?;
    let after = IncidentRecord {
        measures: request.measures,
        lessons: request.lessons,
        ..answering.record.clone()
    };
    write(desk, &answering, &after, "note-measures", |entry| entry)
}

/// Closes an incident: nothing of it keeps anybody's record any more.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] with the first step that is missing.
pub fn close(desk: &mut WriteDesk<'_>, request: CloseIncident) -> Result<Done, Error> {
    let answering = answering(desk, request.incident, request.revision)?;
    check_close(&answering.facts).map_err(refused)?;
    let after = IncidentRecord {
        closed: Some((answering.permit.actor(), desk.today)),
        ..answering.record.clone()
    };
    write(desk, &answering, &after, "close-incident", |entry| entry)
}

fn noted<T>(desk: &WriteDesk<'_>, what: T) -> Noted<T> {
    Noted {
        by: desk.session.account(),
        at: desk.now,
        what,
    }
}

fn write(
    desk: &mut WriteDesk<'_>,
    answering: &Answering,
    after: &IncidentRecord,
    action: &'static str,
    tell: impl FnOnce(Entry) -> Entry,
) -> Result<Done, Error> {
    let Answering { permit, record, .. } = answering;
    desk.write(permit, |tx| {
        tx.update_incident(permit, after)?;
        Ok::<_, Error>(((), tell(entry(action, record.id))))
    })?;
    Ok(Done { undo: None })
}
