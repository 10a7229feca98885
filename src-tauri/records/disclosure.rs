//! Disclosures: what of a candidate was given to somebody outside. Whether it may be is decided by the purposes and the
//! registers (`domain::sharing`); whatever is missing is refused with the sentence that says which.

mod choices;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Action, ClassAccess, Permit, Shown, Sight};
use domain::disclosure::{DisclosureDetails, RecipientCategory};
use domain::id::{ApplicationId, CandidateId, DisclosureId, RegisterItemId};
use domain::retention::DataClass;
use domain::sharing::{LawfulBasis, LegalGround, Mechanism, Proposed, Purpose, may_be_given};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use store::{About, Detail, DisclosureGrounds, DisclosureRecord, Entry, NewDisclosure};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::notice;
use crate::undo::Undoable;
use crate::view::Done;

pub use choices::{
    DisclosureChoices, DisclosureChoicesOf, OfficeChoice, PurposeChoice, RecipientChoice, choices,
};
use choices::{Registers, office_of};

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
    pub purpose: Purpose,
    /// What was given, as far as this viewer may know of it.
    pub classes: BTreeSet<DataClass>,
    /// The day it was given.
    pub on: NaiveDate,
    /// What it rests on; nothing where it was recorded before there was a register.
    pub grounds: Option<DisclosureGroundsView>,
    /// The title of the vacancy whose application it was of; nothing where it was of the record as a whole.
    pub vacancy_title: Option<String>,
    /// The name of the account that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// What a disclosure rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DisclosureGroundsView {
    /// The lawful basis.
    pub basis: LawfulBasis,
    /// The version of the purpose that was in use.
    pub purpose_version: u32,
    /// The agreement in force, where the recipient is a supplier.
    pub agreement: Option<String>,
    /// The mechanism, where the country needs one.
    pub mechanism: Option<Mechanism>,
    /// Why an MP's office or a department was concerned.
    pub relevance: Option<String>,
    /// Why more than the least was given.
    pub reason: Option<String>,
    /// On what an authority was given it.
    pub legal: Option<LegalGround>,
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

/// Records that something of a candidate is given to somebody outside.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordDisclosure {
    /// Of whom.
    pub candidate: CandidateId,
    /// Of which of their applications; nothing where it is of the record as a whole.
    pub application: Option<ApplicationId>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// To whom.
    pub recipient: Option<RegisterItemId>,
    /// What.
    pub classes: BTreeSet<DataClass>,
    /// Why more than the least that the purpose and the recipient need.
    pub reason: Option<Line>,
    /// On what an authority is given it; passed over for others.
    pub legal: Option<LegalGround>,
    /// The day.
    pub on: NaiveDate,
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

/// Records that something of a candidate is given to somebody outside. Who it was is told when it is erased.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and the recruiting manager of a role they applied for;
/// [`Error::Invalid`] with the field and the sentence of whatever is missing (`domain::sharing::SharingRefusal`).
pub fn record(desk: &mut WriteDesk<'_>, request: RecordDisclosure) -> Result<Done, Error> {
    let candidate = request.candidate;
    let (permit, new) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordDisclosure>(candidate)?;
        let new = weigh(desk, &permit, request)?;
        Ok((permit, new))
    })?;
    let disclosure = desk.write(&permit, |tx| {
        let disclosure = tx.insert_disclosure(&permit, &new)?;
        let entry = entry("record-disclosure", candidate, &new.details)
            .with("basis", Detail::Word(new.grounds.basis.code()));
        Ok((disclosure, entry))
    })?;
    let undo = desk.keep(Undoable::RecordedDisclosure {
        candidate,
        disclosure,
    });
    Ok(Done { undo: Some(undo) })
}

/// Weighs a disclosure against the purposes and the registers of today.
fn weigh(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::RecordDisclosure>,
    request: RecordDisclosure,
) -> Result<NewDisclosure, Error> {
    let vacancy = request
        .application
        .map(|wanted| {
            let seen = desk.records.applications(permit)?;
            let of = seen.into_iter().find(|known| known.id == wanted);
            of.map(|known| known.vacancy).ok_or(Error::NotFound)
        })
        .transpose()?;
    let relevance = match vacancy {
        Some(vacancy) => office_of(desk, vacancy)?,
        None => None,
    };
    let full = desk.records.candidate(permit)?;
    let of = full.called.name().ok_or(Error::NotFound)?;
    let registers = Registers::read(desk, permit)?;
    let purpose = request
        .purpose
        .and_then(|purpose| registers.in_use(purpose));
    let to = request.recipient.and_then(|id| registers.held(id));
    let allowed = may_be_given(&Proposed {
        purpose: purpose
            .as_ref()
            .map(|(purpose, known)| (*purpose, &known.terms)),
        of,
        to: to.as_ref().map(|held| held.held()),
        classes: &request.classes,
        reason: request.reason.as_ref(),
        relevance: relevance.as_ref(),
        legal: request.legal.as_ref(),
        untold: notice::standing(desk, request.candidate)?.untold(),
        on: request.on,
        today: desk.today,
    })
    .map_err(|refusal| Error::invalid(refusal.field(), refusal.sentence()))?;
    if !request.classes.is_subset(&known_classes(permit)) {
        return Err(Error::invalid(
            "classes",
            "Choose among the classes that you may know of (rule ACC-03).",
        ));
    }
    let ((purpose, known), to) = purpose.zip(to).ok_or(Error::NotFound)?;
    let category = to.recipient.category;
    Ok(NewDisclosure {
        details: DisclosureDetails {
            category,
            recipient: to.recipient.name.clone(),
            purpose,
            classes: request.classes,
            on: request.on,
        },
        application: request.application,
        grounds: DisclosureGrounds {
            given_to: to.id,
            basis: allowed.basis,
            purpose_version: known.version,
            agreement: allowed.agreement,
            mechanism: allowed.mechanism,
            relevance: relevance.filter(|_| category == RecipientCategory::MembersAndDepartments),
            reason: request.reason,
            legal: request
                .legal
                .filter(|_| category == RecipientCategory::LegalBodies),
        },
    })
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
            grounds: record.grounds.map(|grounds| DisclosureGroundsView {
                basis: grounds.basis,
                purpose_version: grounds.purpose_version,
                agreement: grounds.agreement.map(Into::into),
                mechanism: grounds.mechanism,
                relevance: grounds.relevance.map(Into::into),
                reason: grounds.reason.map(Into::into),
                legal: grounds.legal,
            }),
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
    if let Some(grounds) = record
        .grounds
        .as_mut()
        .filter(|_| !record.details.classes.is_subset(&known))
    {
        // Its words may tell of what is sealed to them.
        grounds.reason = None;
        grounds.legal = None;
    }
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
