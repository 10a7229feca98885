//! Sealed records: what special categories, criminal records and identity checks leave of a candidate, kept under
//! keys that named people hold.
//!
//! HR records; whoever holds the key opens, for a purpose that is journalled first; the people of a role are told how
//! things stand, as far as the table of RULES A3 goes; equality answers are opened for nobody. With a check of identity
//! or the right to work a copy of the paper may be kept, under the same key.

mod check;
mod copy;
mod list;

use domain::access::{self, Action, Permit};
use domain::id::{CandidateId, SealedRecordId};
use domain::sealed::{EqualityQuestion, OpeningPurpose, SealedContent};
use serde::{Deserialize, Serialize};
use store::{NewSealedRecord, SealedRecord, StoreError};

pub use copy::{
    NewCopy, ShowCopy, add_copy, check_copy, check_copy_seen, check_saving, read_copy, save_copy,
};
pub(crate) use list::told;
pub use list::{CompartmentView, ListSealed, Recordable, SealedRow, SealedView, list};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing};

/// Records something sealed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddSealed {
    /// Of whom.
    pub candidate: CandidateId,
    /// What.
    pub content: SealedContent,
}

/// Opens a sealed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpenSealed {
    /// Of whom.
    pub candidate: CandidateId,
    /// Which.
    pub record: SealedRecordId,
    /// What for.
    pub purpose: OpeningPurpose,
}

/// A sealed record, open.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpenedSealed {
    /// What is in it.
    pub content: SealedContent,
    /// Whether a copy that is kept with it may be saved as a file, for what it was opened for.
    pub may_save_copy: bool,
}

/// Names one sealed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneSealed {
    /// Of whom.
    pub candidate: CandidateId,
    /// Which.
    pub record: SealedRecordId,
}

/// What equality monitoring asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EqualityForm {
    /// Every question.
    pub questions: Vec<EqualityAsked>,
}

/// A question of equality monitoring, with the answers it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EqualityAsked {
    /// The question.
    pub question: EqualityQuestion,
    /// Its answers, by their words.
    pub answers: Vec<String>,
}

/// One sealed record of the permit's candidate, closed.
fn find<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    record: SealedRecordId,
) -> Result<SealedRecord, Error> {
    desk.records
        .sealed_records(permit)?
        .into_iter()
        .find(|known| known.id == record)
        .ok_or(Error::NotFound)
}

/// What equality monitoring asks.
///
/// # Errors
/// None; it reads nothing.
pub fn equality_form(_: &ReadDesk<'_>, _: Nothing) -> Result<EqualityForm, Error> {
    let questions = EqualityQuestion::ALL
        .iter()
        .map(|question| EqualityAsked {
            question: *question,
            answers: question
                .answers()
                .iter()
                .map(|&answer| answer.into())
                .collect(),
        })
        .collect();
    Ok(EqualityForm { questions })
}

/// Records something sealed of a candidate.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Rule`] for what may not be asked yet; [`Error::Invalid`] for what can't
/// be taken.
pub fn add(desk: &mut WriteDesk<'_>, request: AddSealed) -> Result<Done, Error> {
    let AddSealed { candidate, content } = request;
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::SealRecord>(candidate))?;
    permit.seals(content.kind().compartment())?;
    content
        .kind()
        .may_be_collected(permit.subject().applied())
        .map_err(|early| Error::rule(early.rule, early.sentence))?;
    check::check(&content, desk.today)?;
    let text = serde_json::to_string(&content).map_err(|_error| StoreError::Keys)?;
    let new = NewSealedRecord {
        kind: content.kind(),
        status: content.status(),
        decided_on: content.decided_on(),
        text: text.into(),
    };
    desk.store.add_sealed_record(&permit, &new, desk.now)?;
    Ok(Done { undo: None })
}

/// Opens a sealed record. That it was opened, by whom and what for, is in the journal before anyone reads it.
///
/// # Errors
/// A refusal for those who do not hold the key, and for equality answers for everyone; [`Error::Invalid`] for a
/// purpose that is none of this kind.
pub fn open(desk: &mut WriteDesk<'_>, request: OpenSealed) -> Result<OpenedSealed, Error> {
    let OpenSealed {
        record, purpose, ..
    } = request;
    let permit = may_open(desk, request)?;
    let text = desk
        .store
        .open_sealed_record(&permit, record, purpose, desk.now)?;
    let content = serde_json::from_str(&text).map_err(|_error| StoreError::Unreadable {
        column: "sealed_record.sealed",
    })?;
    Ok(OpenedSealed {
        content,
        may_save_copy: purpose.gives_away(),
    })
}

/// A permit to open a record, or the copy kept with it, for a purpose.
fn may_open(
    desk: &mut WriteDesk<'_>,
    request: OpenSealed,
) -> Result<Permit<access::OpenSealed>, Error> {
    let (permit, found) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::OpenSealed>(request.candidate)?;
        let found = find(desk, &permit, request.record)?;
        Ok((permit, found))
    })?;
    permit.opens(found.kind.compartment())?;
    let restricted = desk.read(|desk| Ok(desk.viewer.restricted.contains(&request.candidate)))?;
    if restricted
        && !matches!(
            request.purpose,
            OpeningPurpose::AnswerRequest | OpeningPurpose::LegalClaim
        )
    {
        return Err(access::Refusal::Restricted.into());
    }
    if !OpeningPurpose::of(found.kind).contains(&request.purpose) {
        return Err(Error::invalid(
            "purpose",
            "Choose what you open it for: this is no purpose of such a record.",
        ));
    }
    Ok(permit)
}

/// Erases one sealed record before its day: one that is wrong, or equality answers somebody takes back.
///
/// # Errors
/// A refusal for those who could not see that it is the right one.
pub fn erase(desk: &mut WriteDesk<'_>, request: OneSealed) -> Result<Done, Error> {
    let OneSealed { candidate, record } = request;
    let (permit, found) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::SealRecord>(candidate)?;
        let found = find(desk, &permit, record)?;
        Ok((permit, found))
    })?;
    permit.unseals(found.kind.compartment())?;
    desk.store.erase_sealed_record(&permit, record, desk.now)?;
    Ok(Done { undo: None })
}
