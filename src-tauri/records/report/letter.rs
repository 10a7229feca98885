//! The letter to somebody whose record goes (RULEBOOK ERA-05). The journal keeps that it was made and on which day,
//! and nothing of what it says.

use std::collections::BTreeSet;

use domain::access::{self, Permit};
use domain::candidate::{ContactDetails, PersonName};
use domain::disclosure::RecipientCategory;
use domain::id::CandidateId;
use domain::retention;
use domain::text::Line;
use report::Letter;
use serde::{Deserialize, Serialize};
use store::{About, Entry, ToErase};

use super::{FileName, ReportFile, operator, organisation};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;

/// Asks for a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WriteLetter {
    /// To whom.
    pub candidate: CandidateId,
}

/// Says whether a letter may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_letter`].
pub fn check_letter(desk: &ReadDesk<'_>, request: WriteLetter) -> Result<FileName, Error> {
    letter(desk, request.candidate)?;
    Ok(FileName { name: name(desk) })
}

/// Makes a letter to somebody who is due.
///
/// # Errors
/// A refusal for everyone but HR; a rule's no for somebody whose record stays.
pub fn write_letter(desk: &mut WriteDesk<'_>, request: WriteLetter) -> Result<ReportFile, Error> {
    let (letter, name, account) = desk.read(|desk| {
        Ok((
            letter(desk, request.candidate)?,
            name(desk),
            desk.viewer.account,
        ))
    })?;
    let bytes = letter.pdf()?;
    let entry = Entry::new("write-erasure-letter").about(About::Candidate(request.candidate));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile { name, bytes })
}

fn name(desk: &ReadDesk<'_>) -> String {
    format!("letter-{}.pdf", desk.today)
}

fn letter(desk: &ReadDesk<'_>, candidate: CandidateId) -> Result<Letter, Error> {
    let erase = desk.permit_on_candidate::<access::Erase>(candidate)?;
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    let facts = desk.records.person_facts(candidate)?;
    let verdict = retention::decide(&facts, &desk.policy()?, desk.today);
    if !verdict.is_due(desk.today) {
        return Err(Error::rule(
            "ERA-05",
            "This record is not due, so there is nothing to write to them about (rule ERA-05).",
        ));
    }
    let full = desk
        .records
        .candidate(&permit)?
        .full
        .ok_or(Error::NotFound)?;
    let name = desk
        .records
        .candidate_names(&erase, &[candidate])?
        .remove(&candidate)
        .ok_or(Error::NotFound)?;
    let address = lines_of(&full.contact);
    Ok(Letter {
        organisation: organisation(desk)?,
        name: addressed(&name),
        address,
        because: verdict
            .ground()
            .map(retention::Ground::sentence)
            .unwrap_or_default(),
        // Somebody who is due goes whole: what blocks one part of a record blocks all of it.
        stays: Vec::new(),
        recipients: recipients(desk, &erase, candidate)?,
        backups_until: desk.records.beyond_use_until(desk.today)?,
        at: desk.now,
        by: operator(desk)?,
    })
}

/// The kinds of recipient who are told of it.
fn recipients(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    candidate: CandidateId,
) -> Result<Vec<String>, Error> {
    let goes = [ToErase::person(candidate, "ERA-06")];
    let found = desk.records.recipients_of(permit, &goes, desk.today)?;
    let kinds: BTreeSet<RecipientCategory> = found.into_iter().map(|one| one.category).collect();
    Ok(kinds
        .into_iter()
        .map(|kind| kind.phrase().to_owned())
        .collect())
}

/// An address, in lines.
pub(super) fn lines_of(contact: &ContactDetails) -> Vec<String> {
    contact
        .address
        .iter()
        .chain(&contact.postcode)
        .map(|line| line.as_str().to_owned())
        .collect()
}

pub(super) fn addressed(name: &PersonName) -> String {
    match name.title.as_ref().map(Line::as_str) {
        Some(title) => format!("{title} {}", name.full()),
        None => name.full(),
    }
}
