//! Who is affected by an incident: chosen one by one, or worked out from whose records a laptop could open (BRE-05).

use chrono::NaiveDate;
use domain::access::{self, Permit, Subject, decide};
use domain::correspondence::MessageChannel;
use domain::id::{AccountId, CandidateId, IncidentId};
use serde::{Deserialize, Serialize};
use store::{Detail, IncidentReach, StoreError};

use super::{Answering, answering, entry, view};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, number};

/// How many people a part of the list has.
const PART: u32 = 100;

/// Asks whose records an account's laptop could open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentReachOf {
    /// Of which incident.
    pub incident: IncidentId,
    /// Whose laptop.
    pub account: AccountId,
}

/// How many people's records an account's laptop could open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct IncidentReachView {
    /// All of them.
    pub people: u32,
    /// Those it may see today.
    pub seen: u32,
    /// Those besides that the journal shows it had to do with.
    pub opened: u32,
}

/// What is said of who is affected.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum AffectedChange {
    /// These people are.
    Add {
        /// Who.
        candidates: Vec<CandidateId>,
    },
    /// Everybody whose record an account's laptop could open is.
    Reach {
        /// Whose laptop.
        account: AccountId,
    },
    /// Somebody is not, who was named by mistake.
    Remove {
        /// Who.
        candidate: CandidateId,
    },
    /// No candidate is.
    Nobody,
}

/// Says who is affected by an incident.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ChangeAffected {
    /// By which.
    pub incident: IncidentId,
    /// The revision the page saw.
    pub revision: u32,
    /// What is said.
    pub change: AffectedChange,
}

/// Lists who is affected by an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListAffected {
    /// By which.
    pub incident: IncidentId,
    /// From which place on, by name.
    pub start: u32,
}

/// Who is affected by an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AffectedView {
    /// A hundred at most, by name.
    pub people: Vec<AffectedPerson>,
    /// How many there are that this viewer may see.
    pub total: u32,
    /// How many more are here that this viewer may not see.
    pub hidden: u32,
}

/// Somebody affected by an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AffectedPerson {
    /// Who.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The day they were told.
    pub told_on: Option<NaiveDate>,
    /// How.
    pub told_how: Option<MessageChannel>,
}

/// How many people's records an account's laptop could open: a count, and nobody's name.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer.
pub fn reach(desk: &ReadDesk<'_>, request: IncidentReachOf) -> Result<IncidentReachView, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    view::find(desk, request.incident)?;
    let found = reach_of(desk, &permit, request.account)?;
    Ok(IncidentReachView {
        people: number(found.people()),
        seen: number(found.seen),
        opened: number(found.opened),
    })
}

/// Says who is affected, or that nobody is. Nothing of theirs is erased while the incident is open (RET-09).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see somebody chosen;
/// [`Error::Rule`] for an incident that is closed.
pub fn change_affected(desk: &mut WriteDesk<'_>, request: ChangeAffected) -> Result<Done, Error> {
    let answering = answering(desk, request.incident, request.revision)?;
    match request.change {
        AffectedChange::Add { candidates } => {
            if candidates.is_empty() {
                return Err(Error::invalid(
                    "change.candidates",
                    "Choose who is affected.",
                ));
            }
            desk.read(|desk| {
                for candidate in &candidates {
                    desk.permit_on_candidate::<access::ReadCandidate>(*candidate)?;
                }
                Ok(())
            })?;
            let Answering { permit, record, .. } = &answering;
            desk.write(permit, |tx| {
                let added = tx.add_affected(permit, record.id, record.revision, &candidates)?;
                let entry = entry("name-affected", record.id).with("people", Detail::Number(added));
                Ok::<_, Error>(((), entry))
            })?;
        }
        AffectedChange::Reach { account } => {
            let Answering { permit, record, .. } = &answering;
            let reach = desk.read(|desk| reach_of(desk, permit, account))?;
            desk.write(permit, |tx| {
                let added = tx.add_reach(permit, record.id, record.revision, &reach)?;
                let entry = entry("name-reach", record.id)
                    .with("people", Detail::Number(added))
                    .with("account", Detail::Id(account.uuid()));
                Ok::<_, Error>(((), entry))
            })?;
        }
        AffectedChange::Remove { candidate } => {
            desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(candidate))?;
            let Answering { permit, record, .. } = &answering;
            desk.write(permit, |tx| {
                tx.remove_affected(permit, record.id, record.revision, candidate)?;
                Ok::<_, Error>(((), entry("take-out-affected", record.id)))
            })?;
        }
        AffectedChange::Nobody => nobody(desk, &answering)?,
    }
    Ok(Done { undo: None })
}

fn nobody(desk: &mut WriteDesk<'_>, answering: &Answering) -> Result<(), Error> {
    let Answering { permit, record, .. } = answering;
    desk.write(permit, |tx| {
        match tx.nobody_affected(permit, record.id, record.revision) {
            Ok(()) => Ok(((), entry("name-nobody", record.id))),
            Err(StoreError::InUse) => Err(Error::rule(
                "BRE-05",
                "Somebody is named as affected, or was: their number stays in the register (rule BRE-05).",
            )),
            Err(error) => Err(error.into()),
        }
    })
}

/// Lists who is affected, a part at a time. That it was listed stands in the journal (RULEBOOK P17).
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer.
pub fn list_affected(
    desk: &mut WriteDesk<'_>,
    request: ListAffected,
) -> Result<AffectedView, Error> {
    let (view, account) = desk.read(|desk| {
        let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
        let seeing = desk.permit_over_all::<access::ListCandidates>()?;
        let record = view::find(desk, request.incident)?;
        let (people, total) = desk.records.affected_people(
            &permit,
            &seeing,
            request.incident,
            request.start,
            PART,
        )?;
        let view = AffectedView {
            people: people
                .into_iter()
                .map(|row| AffectedPerson {
                    candidate: row.candidate,
                    name: row.name.full(),
                    told_on: row.told.map(|(on, _)| on),
                    told_how: row.told.map(|(_, how)| how),
                })
                .collect(),
            total: number(total),
            hidden: number(record.here.saturating_sub(total)),
        };
        Ok((view, desk.viewer.account))
    })?;
    let entry = entry("list-affected", request.incident).with(
        "people",
        Detail::Number(u64::from(number(view.people.len()))),
    );
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(view)
}

/// Whose records an account's laptop could open: by its own scope today, and by the journal.
fn reach_of(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::KeepRegisters>,
    account: AccountId,
) -> Result<IncidentReach, Error> {
    let viewer = desk.records.viewer(account)?;
    let everyone = Subject::Everyone {
        vacancies: desk.records.vacancy_facts()?,
    };
    let theirs = decide::<access::ListCandidates>(&viewer, everyone, desk.today).ok();
    Ok(desk
        .records
        .incident_reach(permit, account, theirs.as_ref())?)
}
