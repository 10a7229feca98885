//! Disclosures: what of a candidate was given to somebody outside. The registers that refuse one are another matter;
//! this is what happened.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Action, ClassAccess, Permit, Shown, Sight};
use domain::disclosure::{self, DisclosureDetails, DisclosurePurpose, RecipientCategory};
use domain::id::{ApplicationId, CandidateId, DisclosureId};
use domain::retention::DataClass;
use serde::{Deserialize, Serialize};
use store::{About, Detail, DisclosureRecord, Entry};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::view::Done;

/// A disclosure, as its record stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DisclosureView {
    /// Which disclosure.
    pub disclosure: DisclosureId,
    /// What kind of recipient.
    pub category: RecipientCategory,
    /// The recipient's name.
    pub recipient: String,
    /// What for.
    pub purpose: DisclosurePurpose,
    /// What was given, as far as this viewer may know of it.
    pub classes: BTreeSet<DataClass>,
    /// The day it was given.
    pub on: NaiveDate,
    /// The title of the vacancy whose application it was of; nothing where it was of the record as a whole.
    pub vacancy_title: Option<String>,
    /// The name of the account that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// The disclosures of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DisclosuresView {
    /// Every one this viewer may see, the latest first.
    pub disclosures: Vec<DisclosureView>,
    /// The classes of data that this viewer may say were given.
    pub classes: BTreeSet<DataClass>,
}

/// Records that something of a candidate was given to somebody outside.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordDisclosure {
    /// Of whom.
    pub candidate: CandidateId,
    /// Of which of their applications; nothing where it was of the record as a whole.
    pub application: Option<ApplicationId>,
    /// What was given, to whom.
    pub details: DisclosureDetails,
}

/// Takes a disclosure back that was recorded by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TakeBackDisclosure {
    /// Of whom.
    pub candidate: CandidateId,
    /// Which.
    pub disclosure: DisclosureId,
}

/// Records that something of a candidate was given to somebody outside. Who it was is told when it is erased.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and the recruiting manager of a role they applied for;
/// [`Error::Invalid`] for a day that has not come, for nothing, and for a recipient with the candidate's name in it.
pub fn record(desk: &mut WriteDesk<'_>, request: RecordDisclosure) -> Result<Done, Error> {
    let RecordDisclosure {
        candidate,
        application,
        details,
    } = request;
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordDisclosure>(candidate)?;
        let seen = desk.records.applications(&permit)?;
        if application.is_some_and(|wanted| seen.iter().all(|known| known.id != wanted)) {
            return Err(Error::NotFound);
        }
        let full = desk.records.candidate(&permit)?;
        let name = full.called.name().ok_or(Error::NotFound)?;
        disclosure::check(&details, name, desk.today)
            .map_err(|refusal| Error::invalid(refusal.field(), refusal.sentence()))?;
        if !details.classes.is_subset(&known_classes(&permit)) {
            return Err(Error::invalid(
                "details.classes",
                "Choose among the classes that you may know of (rule ACC-03).",
            ));
        }
        Ok(permit)
    })?;
    let disclosure = desk.write(&permit, |tx| {
        let disclosure = tx.insert_disclosure(&permit, &details, application)?;
        let entry = entry("record-disclosure", candidate, &details);
        Ok((disclosure, entry))
    })?;
    let undo = desk.keep(Undoable::RecordedDisclosure {
        candidate,
        disclosure,
    });
    Ok(Done { undo: Some(undo) })
}

/// Takes a disclosure back that was recorded by mistake: its recipient is not told of an erasure.
///
/// # Errors
/// As [`record`]; [`Error::NotFound`] when there is no such disclosure.
pub fn take_back(desk: &mut WriteDesk<'_>, request: TakeBackDisclosure) -> Result<Done, Error> {
    let TakeBackDisclosure {
        candidate,
        disclosure,
    } = request;
    let (permit, details) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordDisclosure>(candidate)?;
        let known = desk
            .records
            .disclosures(&permit)?
            .into_iter()
            .filter_map(|record| as_known(record, &permit))
            .find(|known| known.id == disclosure)
            .ok_or(Error::NotFound)?;
        Ok((permit, known.details))
    })?;
    desk.write(&permit, |tx| {
        tx.remove_disclosure(&permit, disclosure)?;
        Ok(((), entry("take-back-disclosure", candidate, &details)))
    })?;
    Ok(Done { undo: None })
}

/// The disclosures of the permit's candidate, for those who see when the record goes (RULES A3).
pub(crate) fn views<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
) -> Result<Shown<DisclosuresView>, Error> {
    match permit.classes().get(access::DataClass::Retention) {
        ClassAccess::Withheld(refusal) => return Ok(Shown::withheld(refusal)),
        ClassAccess::Status
        | ClassAccess::Aggregate
        | ClassAccess::Summary
        | ClassAccess::Submitted
        | ClassAccess::Own
        | ClassAccess::Read
        | ClassAccess::Write => {}
    }
    let applications = desk.records.applications(permit)?;
    let title = |wanted: ApplicationId| {
        let known = applications.iter().find(|known| known.id == wanted)?;
        Some(known.vacancy_title.as_str().to_owned())
    };
    let disclosures = desk
        .records
        .disclosures(permit)?
        .into_iter()
        .filter_map(|record| as_known(record, permit))
        .map(|record| DisclosureView {
            disclosure: record.id,
            category: record.details.category,
            recipient: record.details.recipient.into(),
            purpose: record.details.purpose,
            classes: record.details.classes,
            on: record.details.on,
            vacancy_title: record.application.and_then(title),
            recorded_by: record.recorded_by_name.into(),
            recorded_at: record.recorded_at,
        })
        .collect();
    Ok(Shown::Shown {
        value: DisclosuresView {
            disclosures,
            classes: known_classes(permit),
        },
    })
}

/// A disclosure as somebody with this permit may know of it: without the classes that are sealed to them, and not at
/// all where nothing else was given (RULES A6).
fn as_known<A: Action>(
    mut record: DisclosureRecord,
    permit: &Permit<A>,
) -> Option<DisclosureRecord> {
    let known = known_classes(permit);
    record.details.classes.retain(|class| known.contains(class));
    (!record.details.classes.is_empty()).then_some(record)
}

/// The classes that somebody with this permit may know to be there.
fn known_classes<A: Action>(permit: &Permit<A>) -> BTreeSet<DataClass> {
    DataClass::ALL
        .into_iter()
        .filter(|class| match (class.compartment(), permit.sight()) {
            (None, _) => true,
            (Some(_), Sight::Blind | Sight::NameOnly) => false,
            (Some(compartment), Sight::Full) => !matches!(
                permit.classes().get(access::DataClass::Sealed(compartment)),
                ClassAccess::Withheld(_)
            ),
        })
        .collect()
}

/// What the journal says of a disclosure. No recipient: a name that somebody typed stays out of it.
fn entry(action: &'static str, candidate: CandidateId, details: &DisclosureDetails) -> Entry {
    Entry::new(action)
        .about(About::Candidate(candidate))
        .with("category", Detail::Word(details.category.code()))
        .with("purpose", Detail::Word(details.purpose.code()))
        .with("on", Detail::Day(details.on))
}
