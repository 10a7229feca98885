//! The letters that confirm the receipt of a request and of a complaint, and the form on which somebody may complain (RULEBOOK
//! DSR-02, CMP-01, CMP-02). The journal keeps that each was made, and nothing of what it says.

use domain::access;
use report::{ComplaintForm, ReceiptLetter, ReceiptOf};
use store::{About, Entry};

use super::complaint::{Addressee, addressee};
use super::rights::{asked, to};
use super::{FileName, ReportFile, WriteRequestLetter, operator, organisation};
use crate::complaint::{self, OneComplaint};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::incident::contacts;
use crate::rights::{self, OneRequest};
use crate::view::Nothing;

/// Says whether the letter may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_request_receipt`].
pub fn check_request_receipt(
    desk: &ReadDesk<'_>,
    request: WriteRequestLetter,
) -> Result<FileName, Error> {
    let letter = of_request(desk, request)?;
    Ok(FileName {
        name: name_of(&letter),
    })
}

/// Makes the letter that confirms the receipt of a request.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer.
pub fn write_request_receipt(
    desk: &mut WriteDesk<'_>,
    request: WriteRequestLetter,
) -> Result<ReportFile, Error> {
    let (letter, account) =
        desk.read(|desk| Ok((of_request(desk, request)?, desk.viewer.account)))?;
    let bytes = letter.pdf()?;
    let entry = Entry::new("write-request-receipt").about(About::Request(request.request));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile {
        name: name_of(&letter),
        bytes,
    })
}

/// Says whether the letter may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_complaint_receipt`].
pub fn check_complaint_receipt(
    desk: &ReadDesk<'_>,
    request: OneComplaint,
) -> Result<FileName, Error> {
    let letter = of_complaint(desk, request)?;
    Ok(FileName {
        name: name_of(&letter),
    })
}

/// Makes the letter that confirms the receipt of a complaint.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer, and for whoever may not see whom it is about;
/// [`Error::Rule`] once its words have gone.
pub fn write_complaint_receipt(
    desk: &mut WriteDesk<'_>,
    request: OneComplaint,
) -> Result<ReportFile, Error> {
    let (letter, account) =
        desk.read(|desk| Ok((of_complaint(desk, request)?, desk.viewer.account)))?;
    let bytes = letter.pdf()?;
    let entry = Entry::new("write-complaint-receipt").about(About::Complaint(request.complaint));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile {
        name: name_of(&letter),
        bytes,
    })
}

/// Says whether the form may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_complaint_form`].
pub fn check_complaint_form(desk: &ReadDesk<'_>, _: Nothing) -> Result<FileName, Error> {
    desk.permit_on_organisation::<access::ReadRegisters>()?;
    Ok(FileName {
        name: FORM.to_owned(),
    })
}

/// Makes the form on which somebody may complain. It names nobody but whom it goes to.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and auditors of the organisation.
pub fn write_complaint_form(desk: &mut WriteDesk<'_>, _: Nothing) -> Result<ReportFile, Error> {
    let (form, account) = desk.read(|desk| {
        desk.permit_on_organisation::<access::ReadRegisters>()?;
        let form = ComplaintForm {
            organisation: organisation(desk)?,
            contact: contacts(desk)?,
            at: desk.now,
        };
        Ok((form, desk.viewer.account))
    })?;
    let bytes = form.pdf()?;
    let entry = Entry::new("write-complaint-form");
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile {
        name: FORM.to_owned(),
        bytes,
    })
}

const FORM: &str = "complaint-form.pdf";

/// A number, and nothing of anybody.
fn name_of(letter: &ReceiptLetter) -> String {
    format!("{}-received.pdf", letter.number)
}

fn of_request(desk: &ReadDesk<'_>, request: WriteRequestLetter) -> Result<ReceiptLetter, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = rights::find(desk, request.request)?;
    let view = rights::open(
        desk,
        OneRequest {
            request: request.request,
        },
    )?;
    let (name, address) = to(desk, &record)?;
    Ok(ReceiptLetter {
        organisation: organisation(desk)?,
        contact: contacts(desk)?,
        number: view.number,
        name,
        address,
        received_on: record.case.received_on,
        of: ReceiptOf::Request {
            asked: record
                .case
                .items
                .iter()
                .map(|item| asked(item.right).to_owned())
                .collect(),
            clock: answered_by(view.clock.due_on),
        },
        at: desk.now,
        by: operator(desk)?,
    })
}

/// By when they have an answer, as they are told it.
fn answered_by(due_on: Option<chrono::NaiveDate>) -> String {
    due_on.map_or_else(
        || {
            "We can’t begin before we have what we asked you for; from that day we have one month to answer.".to_owned()
        },
        |due| {
            format!(
                "We answer without undue delay, and by {} at the latest.",
                domain::dates::plain(due)
            )
        },
    )
}

fn of_complaint(desk: &ReadDesk<'_>, request: OneComplaint) -> Result<ReceiptLetter, Error> {
    desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = complaint::find(desk, request.complaint)?;
    let Addressee { name, address, .. } = addressee(desk, request, &record)?;
    Ok(ReceiptLetter {
        organisation: organisation(desk)?,
        contact: contacts(desk)?,
        number: complaint::number_of(record.number),
        name,
        address,
        received_on: record.received_on,
        of: ReceiptOf::Complaint {
            topic: record.topic,
        },
        at: desk.now,
        by: operator(desk)?,
    })
}
