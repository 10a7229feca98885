//! What an erasure would do, person by person, before anybody goes.

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::candidate::PersonName;
use domain::id::CandidateId;
use serde::{Deserialize, Serialize};
use store::ToErase;

use super::due::{
    Weighed, due_candidates, ids, kept_candidates, to_erase, weigh, without_conflicts,
};
use super::{BulkView, ClockView, ErasurePart, MOST_LISTED, PartCount, clock, parts, second};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::recipients::{self, RecipientToTell};
use crate::view::{Why, number};

/// Prepares an erasure: works out, person by person, what would go and what stays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PreviewErasure {
    /// Whom; everyone who is due where none are named.
    pub candidates: Option<Vec<CandidateId>>,
}

/// What an erasure would do. It holds for this sign-in and until records change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasurePreview {
    /// What `erase` names it by.
    pub preview: u32,
    /// How many people go.
    pub total: u32,
    /// The first of them, at most two hundred.
    pub goes: Vec<ErasureCandidate>,
    /// Those asked for that stay, and why; at most two hundred.
    pub stays: Vec<ErasureCandidate>,
    /// How many stay.
    pub stays_total: u32,
    /// How many parts of the records of people who stay go.
    pub parts_total: u32,
    /// How many of each class they are.
    pub parts_by_class: Vec<PartCount>,
    /// The first of them, at most two hundred.
    pub parts: Vec<ErasurePart>,
    /// Parts whose day has come that something keeps, and what; at most two hundred.
    pub parts_kept: Vec<ErasurePart>,
    /// What must be typed to go on.
    pub confirm: String,
    /// Whether the computer's clock allows it, and who else must say so.
    pub clock: ClockView,
    /// Where so many go that a second person must agree: who can.
    pub bulk: Option<BulkView>,
    /// Who was given something of theirs, and is told by when.
    pub recipients: Vec<RecipientToTell>,
}

/// One person in a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasureCandidate {
    /// Whom.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The day the record was to go.
    pub erase_on: Option<NaiveDate>,
    /// The rule that decides.
    pub because: Why,
}

/// What an erasure was shown to do: held until it is done or the sign-in ends.
#[derive(Debug)]
pub(crate) struct Preview {
    pub(super) goes: Vec<ToErase>,
    pub(super) confirm: String,
}

/// Works out, person by person, what an erasure would do. The rules decide anew from each person's facts: the
/// dates the lists show are theirs too, but nobody goes by a date that was worked out earlier.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn preview(desk: &ReadDesk<'_>, request: PreviewErasure) -> Result<ErasurePreview, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let review = desk.permit_over_all::<access::ReviewRetention>()?;
    let (asked, holders) = if let Some(candidates) = request.candidates {
        let asked = without_conflicts(&permit, candidates);
        (asked.clone(), asked)
    } else {
        let mut asked = due_candidates(desk, &review, desk.today)?;
        let kept = kept_candidates(desk, &review, desk.today)?;
        let mut holders = parts::holders(desk, &permit, desk.today)?;
        holders.extend(&kept);
        asked.extend(kept);
        (asked, holders)
    };
    let (goes, stays) = weigh(desk, &asked, desk.today)?;
    let parts = parts::weigh(desk, &permit, holders, &ids(&goes), desk.today)?;
    let confirm = format!("ERASE {}", goes.len() + parts.goes.len());
    let clock = clock::look(desk)?;
    let bulk = second::look(desk, goes.len())?;
    let wanted = to_erase(&goes, &parts);
    let recipients = recipients::of_those_who_go(desk, &permit, &wanted)?;
    let mut held = desk.session.held();
    let preview = held.number();
    let answer = ErasurePreview {
        preview,
        total: number(goes.len()),
        goes: named(desk, &permit, &goes)?,
        stays: named(desk, &permit, &stays)?,
        stays_total: number(stays.len()),
        parts_total: number(parts.goes.len()),
        parts_by_class: parts::by_class(&parts.goes),
        parts: parts::named(desk, &permit, &parts.goes)?,
        parts_kept: parts::named(desk, &permit, &parts.kept)?,
        confirm: confirm.clone(),
        clock,
        bulk,
        recipients,
    };
    held.preview = Some((
        preview,
        Preview {
            goes: wanted,
            confirm,
        },
    ));
    Ok(answer)
}

/// What the latest preview shows to go.
///
/// # Errors
/// [`Error::Stale`] when the preview is no longer the latest.
pub(crate) fn previewed(desk: &ReadDesk<'_>, preview: u32) -> Result<Vec<ToErase>, Error> {
    let held = desk.session.held();
    held.preview
        .as_ref()
        .filter(|(name, _)| *name == preview)
        .map(|(_, preview)| preview.goes.clone())
        .ok_or(Error::Stale)
}

/// The first of these people, by name.
pub(super) fn named(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    people: &[Weighed],
) -> Result<Vec<ErasureCandidate>, Error> {
    let listed: Vec<CandidateId> = people
        .iter()
        .take(MOST_LISTED)
        .map(|person| person.candidate)
        .collect();
    let names = desk.records.candidate_names(permit, &listed)?;
    Ok(people
        .iter()
        .take(MOST_LISTED)
        .map(|person| ErasureCandidate {
            candidate: person.candidate,
            name: names
                .get(&person.candidate)
                .map(PersonName::full)
                .unwrap_or_default(),
            erase_on: person.erase_on,
            because: person.because.clone(),
        })
        .collect())
}
