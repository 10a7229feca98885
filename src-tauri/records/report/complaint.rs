//! The letter that tells somebody what came of their complaint (RULEBOOK CMP-04). The journal keeps that it was made, and
//! nothing of what it says.

use domain::access::{self, Shown};
use domain::complaint::ComplaintRefusal;
use report::ComplaintLetter;
use store::{About, ComplaintRecord, Entry};

use super::letter::{addressed, lines_of};
use super::{FileName, ReportFile, operator, organisation};
use crate::complaint::{self, ComplaintFile, OneComplaint, find, number_of};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::incident::contacts;

/// Says whether the letter may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_complaint_letter`].
pub fn check_complaint_letter(
    desk: &ReadDesk<'_>,
    request: OneComplaint,
) -> Result<FileName, Error> {
    letter(desk, request)?;
    Ok(FileName {
        name: name(desk, request)?,
    })
}

/// Makes the letter, as far as it is decided what comes of the complaint.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about;
/// [`Error::Rule`] before it was decided, and once its words have gone.
pub fn write_complaint_letter(
    desk: &mut WriteDesk<'_>,
    request: OneComplaint,
) -> Result<ReportFile, Error> {
    let (letter, name, account) = desk.read(|desk| {
        Ok((
            letter(desk, request)?,
            name(desk, request)?,
            desk.viewer.account,
        ))
    })?;
    let bytes = letter.pdf()?;
    let entry = Entry::new("write-complaint-letter").about(About::Complaint(request.complaint));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile { name, bytes })
}

/// A number, and nothing of anybody.
fn name(desk: &ReadDesk<'_>, request: OneComplaint) -> Result<String, Error> {
    let number = number_of(find(desk, request.complaint)?.number);
    Ok(format!("complaint-letter-{number}.pdf"))
}

fn letter(desk: &ReadDesk<'_>, request: OneComplaint) -> Result<ComplaintLetter, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = find(desk, request.complaint)?;
    let not_decided = || {
        let refusal = ComplaintRefusal::NotDecided;
        Error::rule(refusal.rule(), refusal.sentence())
    };
    let (outcome, _) = record.outcome.ok_or_else(not_decided)?;
    let Addressee {
        name,
        address,
        file,
    } = addressee(desk, request, &record)?;
    Ok(ComplaintLetter {
        organisation: organisation(desk)?,
        contact: contacts(desk)?,
        number: number_of(record.number),
        name,
        address,
        received_on: record.received_on,
        topic: record.topic,
        outcome,
        reasons: file.reasons,
        changes: record.changes.into(),
        at: desk.now,
        by: operator(desk)?,
    })
}

/// To whom a letter about a complaint goes, and what was written of it.
pub(super) struct Addressee {
    pub(super) name: String,
    pub(super) address: Vec<String>,
    pub(super) file: ComplaintFile,
}

pub(super) fn addressee(
    desk: &ReadDesk<'_>,
    request: OneComplaint,
    record: &ComplaintRecord,
) -> Result<Addressee, Error> {
    let (name, address) = match record.candidate {
        Some(candidate) => {
            let permit = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
            let found = desk.records.candidate(&permit)?;
            let address = found.full.map(|full| lines_of(&full.contact));
            let name = found.called.name().map(addressed);
            (name, address.unwrap_or_default())
        }
        None => (None, Vec::new()),
    };
    let Shown::Shown { value: file } = complaint::open(desk, request)?.file else {
        return Err(Error::NotFound);
    };
    let name = name.or_else(|| file.name.clone()).ok_or_else(|| {
        Error::rule(
            "CMP-05",
            "The words of this complaint have gone, and whose it was with them (rule CMP-05).",
        )
    })?;
    Ok(Addressee {
        name,
        address,
        file,
    })
}
