//! What is sealed of a candidate, closed: which kinds there are, how they stand, and to whom they are sealed.

use chrono::NaiveDate;
use domain::access::{self, ClassAccess, DataClass, Permit, Refusal};
use domain::clock::london_date;
use domain::compartment::Compartment;
use domain::id::{CandidateId, SealedRecordId};
use domain::sealed::{OpeningPurpose, SealedKind, SealedStatus};
use serde::{Deserialize, Serialize};

use super::copy::takes_copy;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::people::why;
use crate::view::Why;

/// Asks what is sealed of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListSealed {
    /// Whom.
    pub candidate: CandidateId,
}

/// What is sealed of a candidate, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SealedView {
    /// Each compartment.
    pub compartments: Vec<CompartmentView>,
    /// What this viewer may record, and what has to wait; nothing for those who record nothing.
    pub recordable: Vec<Recordable>,
}

/// A compartment of a candidate, as a viewer may know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CompartmentView {
    /// Which.
    pub compartment: Compartment,
    /// The names of those who hold its key.
    pub sealed_to: Vec<String>,
    /// Why this viewer opens nothing of it; none where they do.
    pub because: Option<Why>,
    /// Whether the viewer may know what was recorded. Where not, nothing says whether something was.
    pub told: bool,
    /// What was recorded, oldest first.
    pub records: Vec<SealedRow>,
}

/// A sealed record, closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct SealedRow {
    /// Which.
    pub record: SealedRecordId,
    /// What it is.
    pub kind: SealedKind,
    /// How things stand.
    pub status: SealedStatus,
    /// The day it was recorded.
    pub recorded_on: NaiveDate,
    /// The name of who recorded it.
    pub recorded_by: String,
    /// What this viewer may open it for; nothing where they may not.
    pub purposes: Vec<OpeningPurpose>,
    /// Whether a copy of the paper is kept with it that this viewer may look at.
    pub may_see_copy: bool,
    /// Whether this viewer may keep a copy of the paper with it.
    pub may_add_copy: bool,
    /// Whether this viewer may erase it.
    pub may_erase: bool,
}

/// Whether a kind may be recorded now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Recordable {
    /// Which kind.
    pub kind: SealedKind,
    /// Why not; none where it may.
    pub because: Option<Why>,
}

/// What is sealed of a candidate, as far as this viewer may know.
///
/// # Errors
/// A refusal for those who may not open the candidate.
pub fn list(desk: &ReadDesk<'_>, request: ListSealed) -> Result<SealedView, Error> {
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    let sealing = granted(desk.permit_on_candidate::<access::SealRecord>(request.candidate))?;
    let opening = granted(desk.permit_on_candidate::<access::OpenSealed>(request.candidate))?;
    let records = desk.records.sealed_records(&reading)?;
    let names = desk.names()?;
    let compartments = Compartment::ALL
        .into_iter()
        .map(|compartment| {
            let told = is_told(&reading, sealing.as_ref(), compartment);
            let because = match &opening {
                Some(permit) => permit.opens(compartment).err(),
                None => Some(unopened(&reading, compartment)),
            };
            let rows = records
                .iter()
                .filter(|record| told && record.kind.compartment() == compartment)
                .map(|record| SealedRow {
                    record: record.id,
                    kind: record.kind,
                    status: record.status.clone(),
                    recorded_on: london_date(record.recorded_at),
                    recorded_by: names.get(&record.recorded_by).cloned().unwrap_or_default(),
                    purposes: if because.is_none() {
                        OpeningPurpose::of(record.kind).to_vec()
                    } else {
                        Vec::new()
                    },
                    may_see_copy: because.is_none() && record.has_copy,
                    may_add_copy: sealing.as_ref().is_some_and(|permit| {
                        permit.seals(compartment).is_ok() && takes_copy(permit, record).is_ok()
                    }),
                    may_erase: sealing
                        .as_ref()
                        .is_some_and(|permit| permit.unseals(compartment).is_ok()),
                })
                .collect();
            Ok(CompartmentView {
                compartment,
                sealed_to: holders(desk, compartment)?,
                because: because.map(why),
                told,
                records: rows,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let recordable = sealing
        .iter()
        .flat_map(|permit| SealedKind::ALL.iter().map(move |kind| (permit, *kind)))
        .map(|(permit, kind)| Recordable {
            kind,
            because: may_record(permit, kind).err(),
        })
        .collect();
    Ok(SealedView {
        compartments,
        recordable,
    })
}

/// The compartments of which a viewer may know what was recorded of a candidate.
///
/// # Errors
/// When the store can't be read.
pub(crate) fn told(
    desk: &ReadDesk<'_>,
    reading: &Permit<access::ReadCandidate>,
) -> Result<Vec<Compartment>, Error> {
    let candidate = reading.candidate().ok_or(Error::NotFound)?;
    let sealing = granted(desk.permit_on_candidate::<access::SealRecord>(candidate))?;
    Ok(Compartment::ALL
        .into_iter()
        .filter(|compartment| is_told(reading, sealing.as_ref(), *compartment))
        .collect())
}

/// A permit, or none where it was refused.
fn granted<A>(asked: Result<Permit<A>, Error>) -> Result<Option<Permit<A>>, Error> {
    match asked {
        Ok(permit) => Ok(Some(permit)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a viewer may know what was recorded in a compartment: by the table of RULES A3, and, of answers that are
/// only counted, by recording them.
fn is_told(
    reading: &Permit<access::ReadCandidate>,
    sealing: Option<&Permit<access::SealRecord>>,
    compartment: Compartment,
) -> bool {
    match reading.class(DataClass::Sealed(compartment)) {
        ClassAccess::Withheld(_) => false,
        ClassAccess::Aggregate => sealing.is_some(),
        ClassAccess::Status
        | ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own
        | ClassAccess::Read
        | ClassAccess::Write => true,
    }
}

/// Why somebody who opens nothing sealed does not open this.
fn unopened(reading: &Permit<access::ReadCandidate>, compartment: Compartment) -> Refusal {
    match reading.class(DataClass::Sealed(compartment)) {
        ClassAccess::Withheld(refusal) => refusal,
        ClassAccess::Aggregate => Refusal::CountedOnly,
        ClassAccess::Status
        | ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own
        | ClassAccess::Read
        | ClassAccess::Write => Refusal::Sealed,
    }
}

/// Whether a kind may be recorded of the permit's candidate now.
fn may_record(permit: &Permit<access::SealRecord>, kind: SealedKind) -> Result<(), Why> {
    permit.seals(kind.compartment()).map_err(why)?;
    kind.may_be_collected(permit.subject().applied())
        .map_err(|early| Why {
            rule: early.rule.to_owned(),
            sentence: early.sentence.to_owned(),
        })
}

/// The names of those who hold a compartment's key. Equality answers are opened for none of them.
fn holders(desk: &ReadDesk<'_>, compartment: Compartment) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    if compartment == Compartment::EqualityMonitoring {
        return Ok(names);
    }
    for account in desk.records.accounts()? {
        let viewer = desk.records.viewer(account.id)?;
        if viewer.compartments.contains(&compartment) {
            names.push(account.name.into());
        }
    }
    Ok(names)
}
