//! The file by which an interview gets into calendars: one for the panel and for the candidate, with nothing of anybody in
//! it, so that giving it to somebody discloses nothing and no erasure has to follow it.

use domain::access;
use domain::interview::{Invitation, TimeProblem, calendar_file};
use store::{About, Detail, Entry};

use super::plan::of_interview;
use super::{InvitationFile, OneInterview};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::report::FileName;

/// Whether the file may be had, and what to call it: asked before anybody chooses where to save it.
///
/// # Errors
/// As [`make`].
pub fn check(desk: &ReadDesk<'_>, request: OneInterview) -> Result<FileName, Error> {
    let (_, record) = of_interview::<access::ReadCandidate>(desk, request.interview)?;
    Ok(FileName {
        name: format!("interview-{}.ics", record.plan.on),
    })
}

/// Makes the file.
///
/// # Errors
/// A refusal for those without a part in the vacancy.
pub fn make(desk: &mut WriteDesk<'_>, request: OneInterview) -> Result<InvitationFile, Error> {
    let (record, organisation) = desk.read(|desk| {
        let (_, record) = of_interview::<access::ReadCandidate>(desk, request.interview)?;
        Ok((record, desk.records.organisation()?.name))
    })?;
    let text = calendar_file(&Invitation {
        interview: record.id,
        plan: &record.plan,
        state: record.state,
        revision: record.revision,
        role: record.vacancy_title.as_str(),
        organisation: organisation.as_str(),
        made: desk.now,
    })
    .map_err(|_problem: TimeProblem| {
        Error::invalid(
            "plan.at",
            "Clocks skip this hour on that day. Change the time first.",
        )
    })?;
    let entry = Entry::new("save-invitation")
        .about(About::Candidate(record.candidate))
        .with("on", Detail::Day(record.plan.on));
    desk.store
        .note(Some(desk.session.account()), desk.now, entry)?;
    Ok(InvitationFile {
        name: format!("interview-{}.ics", record.plan.on),
        text,
    })
}
