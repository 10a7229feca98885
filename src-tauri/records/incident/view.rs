//! Incidents as their viewers see them: the register, and one of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Role, Shown};
use domain::clock::london_date;
use domain::id::{AccountId, IncidentId};
use domain::incident::{
    Assessment, IcoDecision, IncidentClockState, IncidentFacts, IncidentKind, IncidentStep,
    LaptopState, NotTold, Risk, clock, clock_sentence, next,
};
use report::IncidentLetter;
use serde::{Deserialize, Serialize};
use store::IncidentRecord;

use super::facts;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, Why, number};

/// Names an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneIncident {
    /// Which.
    pub incident: IncidentId,
}

/// The incidents a viewer may know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentsView {
    /// Open ones first, the soonest due at the top; then closed ones, the latest first.
    pub rows: Vec<IncidentRow>,
    /// Whether these are the viewer's own reports and no others.
    pub own: bool,
}

/// An incident in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentRow {
    /// Which.
    pub incident: IncidentId,
    /// What it is called: "I-0003".
    pub number: String,
    /// What happened.
    pub kind: IncidentKind,
    /// The day it was noticed.
    pub noticed_on: NaiveDate,
    /// What is to be done next; `None` once it is closed.
    pub next: Option<IncidentStep>,
    /// The 72 hours.
    pub clock: IncidentClockView,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// How the 72 hours stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentClockView {
    /// When they end.
    pub due_at: DateTime<Utc>,
    /// The day of that, in London.
    pub due_on: NaiveDate,
    /// Whole minutes until then, or, where the regulator was told, until then at that instant; less than nought when they
    /// have passed.
    pub minutes_left: i32,
    /// How they stand.
    pub state: IncidentClockState,
    /// Why they end when they do.
    pub because: Why,
}

/// One incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentView {
    /// Which.
    pub incident: IncidentId,
    /// Its revision.
    pub revision: u32,
    /// What it is called: "I-0003".
    pub number: String,
    /// What happened.
    pub kind: IncidentKind,
    /// The same in words.
    pub facts: String,
    /// The day it happened; `None` where it is not known.
    pub happened_on: Option<NaiveDate>,
    /// When it was noticed.
    pub noticed_at: DateTime<Utc>,
    /// The day of that, in London.
    pub noticed_on: NaiveDate,
    /// How the laptop stood; `None` where Fairhold was not on what was lost.
    pub laptop: Option<LaptopState>,
    /// The name of the account that reported it.
    pub reported_by: String,
    /// When.
    pub reported_at: DateTime<Utc>,
    /// The 72 hours.
    pub clock: IncidentClockView,
    /// What is to be done next; `None` once it is closed.
    pub next: Option<IncidentStep>,
    /// When it was closed, and by whom.
    pub closed: Option<ClosedView>,
    /// What was answered, for those who answer for it and those who audit it.
    pub answer: Shown<AnswerView>,
    /// Whether this viewer answers for it, and it is open.
    pub may_keep: bool,
}

/// The end of an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ClosedView {
    /// The name of the account that closed it.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// What was answered of an incident. It names nobody affected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AnswerView {
    /// When the organisation became aware.
    pub aware_at: DateTime<Utc>,
    /// Why that is not when it was noticed; empty where it is.
    pub aware_reason: String,
    /// How many candidates were said to be affected; `None` while nobody has said.
    pub people: Option<u32>,
    /// How many of them were told.
    pub told: u32,
    /// How many of them are still here.
    pub here: u32,
    /// How many of those who are here were not told.
    pub untold: u32,
    /// How bad it is; `None` while it was not assessed.
    pub assessment: Option<Assessment>,
    /// The name of the account that assessed it.
    pub assessed_by: Option<String>,
    /// Whether the regulator is told; `None` while nobody has decided.
    pub decision: Option<IcoDecision>,
    /// The name of the account that decided.
    pub decided_by: Option<String>,
    /// Why people are not told one by one.
    pub not_told: Option<NotTold>,
    /// What was done about it.
    pub measures: String,
    /// What was learnt.
    pub lessons: String,
    /// A letter to the people affected, a paragraph each; empty unless the risk is high.
    pub letter: Vec<String>,
    /// Whose laptop it may have been; empty for those who do not answer for it.
    pub accounts: Vec<IncidentAccount>,
}

/// An account whose laptop it may have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentAccount {
    /// Which.
    pub account: AccountId,
    /// Its name.
    pub name: String,
}

/// The register of incidents, or, for those who may not read it, what they reported themselves.
///
/// # Errors
/// A refusal for a timer's key alone.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<IncidentsView, Error> {
    let (records, own) = known(desk)?;
    let mut rows: Vec<IncidentRow> = records.iter().map(|record| row(desk, record)).collect();
    rows.sort_by(|one, other| match (one.closed_on, other.closed_on) {
        (None, None) => one.clock.due_at.cmp(&other.clock.due_at),
        (Some(one), Some(other)) => other.cmp(&one),
        (one, other) => one.is_some().cmp(&other.is_some()),
    });
    Ok(IncidentsView { rows, own })
}

/// One incident: of the register, or of one's own reports.
///
/// # Errors
/// A refusal for those who may not read the register and did not report it.
pub fn open(desk: &ReadDesk<'_>, request: OneIncident) -> Result<IncidentView, Error> {
    let record = find(desk, request.incident)?;
    let names = desk.names()?;
    let name = |account: AccountId| names.get(&account).cloned().unwrap_or_default();
    let facts = facts(&record);
    let keeps = desk
        .permit_on_organisation::<access::KeepRegisters>()
        .is_ok();
    let answer = match desk.permit_on_organisation::<access::ReadRegisters>() {
        Ok(_) => Shown::Shown {
            value: answer(desk, &record, &names, keeps)?,
        },
        Err(Error::Refused(refusal)) => Shown::withheld(refusal),
        Err(error) => return Err(error),
    };
    Ok(IncidentView {
        incident: record.id,
        revision: record.revision,
        number: number_of(record.number),
        kind: record.kind,
        facts: record.facts.into(),
        happened_on: record.happened_on,
        noticed_at: record.noticed_at,
        noticed_on: london_date(record.noticed_at),
        laptop: record.laptop,
        reported_by: name(record.reported_by),
        reported_at: record.reported_at,
        clock: clock_view(&facts, desk.now),
        next: next(&facts),
        closed: record
            .closed
            .map(|(by, on)| ClosedView { by: name(by), on }),
        answer,
        may_keep: keeps && !facts.closed,
    })
}

/// An incident that this viewer may know of. What is not there and what is not theirs get the same answer (RULES A6).
pub(super) fn find(desk: &ReadDesk<'_>, incident: IncidentId) -> Result<IncidentRecord, Error> {
    let (records, own) = known(desk)?;
    match records.into_iter().find(|record| record.id == incident) {
        Some(record) => Ok(record),
        None if own => Err(desk
            .permit_on_organisation::<access::ReadRegisters>()
            .map_or_else(|refusal| refusal, |_| Error::NotFound)),
        None => Err(Error::NotFound),
    }
}

/// The register, or one's own reports, and which of the two.
fn known(desk: &ReadDesk<'_>) -> Result<(Vec<IncidentRecord>, bool), Error> {
    match desk.permit_on_organisation::<access::ReadRegisters>() {
        Ok(permit) => Ok((desk.records.incidents(&permit)?, false)),
        Err(Error::Refused(_)) => {
            let permit = desk.permit_on_organisation::<access::ReportIncident>()?;
            Ok((desk.records.own_incidents(&permit)?, true))
        }
        Err(error) => Err(error),
    }
}

fn row(desk: &ReadDesk<'_>, record: &IncidentRecord) -> IncidentRow {
    let facts = facts(record);
    IncidentRow {
        incident: record.id,
        number: number_of(record.number),
        kind: record.kind,
        noticed_on: london_date(record.noticed_at),
        next: next(&facts),
        clock: clock_view(&facts, desk.now),
        closed_on: record.closed.map(|(_, on)| on),
    }
}

fn clock_view(facts: &IncidentFacts, now: DateTime<Utc>) -> IncidentClockView {
    let found = clock(facts, now);
    IncidentClockView {
        due_at: found.due_at,
        due_on: london_date(found.due_at),
        minutes_left: found
            .minutes_left
            .try_into()
            .unwrap_or(if found.minutes_left < 0 {
                i32::MIN
            } else {
                i32::MAX
            }),
        state: found.state,
        because: Why {
            rule: "BRE-03".to_owned(),
            sentence: clock_sentence(facts.aware_at),
        },
    }
}

fn answer(
    desk: &ReadDesk<'_>,
    record: &IncidentRecord,
    names: &BTreeMap<AccountId, String>,
    keeps: bool,
) -> Result<AnswerView, Error> {
    let name = |account: AccountId| names.get(&account).cloned();
    let assessment = record.assessment.as_ref();
    let high = assessment.is_some_and(|noted| noted.what.risk == Risk::High);
    let mut accounts = Vec::new();
    if keeps {
        for account in desk.records.accounts()? {
            if account.role.role.is_a_persons() {
                accounts.push(IncidentAccount {
                    account: account.id,
                    name: account.name.into(),
                });
            }
        }
    }
    Ok(AnswerView {
        aware_at: record.aware_at,
        aware_reason: record.aware_reason.as_str().to_owned(),
        people: record.people.map(number),
        told: number(record.told),
        here: number(record.here),
        untold: number(record.untold),
        assessment: assessment.map(|noted| noted.what.clone()),
        assessed_by: assessment.and_then(|noted| name(noted.by)),
        decision: record.decision.as_ref().map(|noted| noted.what.clone()),
        decided_by: record.decision.as_ref().and_then(|noted| name(noted.by)),
        not_told: record.not_told,
        measures: record.measures.as_str().to_owned(),
        lessons: record.lessons.as_str().to_owned(),
        letter: if high {
            letter(desk, record)?
        } else {
            Vec::new()
        },
        accounts,
    })
}

fn letter(desk: &ReadDesk<'_>, record: &IncidentRecord) -> Result<Vec<String>, Error> {
    let assessed = record.assessment.as_ref().map(|noted| &noted.what);
    let letter = IncidentLetter {
        organisation: desk.records.organisation()?.name.into(),
        contact: contacts(desk)?,
        kind: record.kind,
        on: record
            .happened_on
            .unwrap_or_else(|| london_date(record.noticed_at)),
        classes: assessed
            .map(|known| known.classes.clone())
            .unwrap_or_default(),
        consequences: assessed
            .map(|known| known.consequences.as_str().to_owned())
            .unwrap_or_default(),
        measures: record.measures.as_str().to_owned(),
    };
    Ok(letter.paragraphs())
}

/// Whom the regulator and the people affected can ask: the data protection officers, or, where there are none, HR.
pub(crate) fn contacts(desk: &ReadDesk<'_>) -> Result<Vec<String>, Error> {
    let accounts = desk.records.accounts()?;
    let with = |role: Role| -> Vec<String> {
        accounts
            .iter()
            .filter(|account| account.role.role == role)
            .map(|account| format!("{}, {}", account.name.as_str(), crate::words::role(role)))
            .collect()
    };
    let officers = with(Role::DataProtectionOfficer);
    Ok(if officers.is_empty() {
        with(Role::HrAdministrator)
    } else {
        officers
    })
}

/// What an incident is called.
pub(crate) fn number_of(number: u32) -> String {
    format!("I-{number:04}")
}
