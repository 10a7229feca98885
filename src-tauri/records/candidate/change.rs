//! Adding candidates and changing their details.

use domain::access::{self, Permit};
use domain::candidate::CandidateDetails;
use domain::id::CandidateId;
use domain::rights::corrected;
use domain::text::{Email, Phone};
use store::{About, Entry};

use super::{AddCandidate, AddedCandidate, Duplicates, EditCandidate, FindDuplicates, row};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::notice;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::Done;

/// How many people who may be the same are shown.
const MOST_DUPLICATES: usize = 5;

/// The most addresses or numbers one person has.
const MOST_CONTACTS: usize = 10;

/// Adds a candidate, with the application they come with.
///
/// # Errors
/// A refusal for those who don't run the vacancy, or, without one, for everyone but HR.
pub fn add(desk: &mut WriteDesk<'_>, request: AddCandidate) -> Result<AddedCandidate, Error> {
    check(desk, &request.details)?;
    let permit = desk.read(|desk| {
        if let Some(application) = &request.application {
            return desk.permit_on_vacancy::<access::AddCandidate>(application.vacancy);
        }
        let permit = desk.permit_on_organisation::<access::AddCandidate>()?;
        approachable(desk, &permit, &request.details)?;
        Ok(permit)
    })?;
    if let Some(application) = &request.application {
        crate::application::check_new(desk, application)?;
    }
    let received_on = request.details.received_on;
    if let Some(version) = request.notice {
        desk.read(|desk| notice::at_collection(desk, version, received_on))?;
    }
    let (candidate, application) = desk.write(&permit, |tx| {
        let candidate = tx.insert_candidate(&permit, &request.details)?;
        if let Some(version) = request.notice {
            tx.give_notice_with_form(&permit, candidate, version, received_on)?;
        }
        let application = match &request.application {
            Some(application) => {
                let received = crate::application::received(application.applied_on);
                let vacancy = application.vacancy;
                Some(tx.insert_application(&permit, candidate, vacancy, &received)?)
            }
            None => None,
        };
        Ok((
            (candidate, application),
            Entry::new("add-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::AddedCandidate {
        candidate,
        revision: FIRST_REVISION,
        application: application.map(|application| (application, FIRST_REVISION)),
    });
    Ok(AddedCandidate {
        candidate,
        undo: Some(undo),
    })
}

/// Refuses to add somebody who applied for nothing and asked not to be approached.
fn approachable(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::AddCandidate>,
    details: &CandidateDetails,
) -> Result<(), Error> {
    let emails: Vec<String> = details.contact.emails.iter().map(Email::key).collect();
    let phones: Vec<String> = details.contact.phones.iter().map(Phone::key).collect();
    if desk.records.do_not_approach(permit)?.has(&emails, &phones) {
        return Err(Error::rule(
            "ERA-09",
            "They asked not to be approached, so they can’t be added as somebody to approach. If they applied, add them \
             with the vacancy they applied for (rule ERA-09).",
        ));
    }
    Ok(())
}

/// Changes a candidate's details.
///
/// # Errors
/// A refusal for those who run no vacancy of theirs, [`Error::Stale`] when they were changed since.
pub fn edit(desk: &mut WriteDesk<'_>, request: EditCandidate) -> Result<Done, Error> {
    check(desk, &request.details)?;
    let (permit, before) = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::EditCandidate>(request.candidate)?;
        let before = desk
            .records
            .candidate(&permit)?
            .details()
            .ok_or(Error::NotFound)?;
        not_later(desk, request.candidate, &before, &request.details)?;
        Ok((permit, before))
    })?;
    let revision = desk.write(&permit, |tx| {
        let revision = tx.update_candidate(&permit, &request.details, request.revision)?;
        tx.keep_corrected(&permit, &corrected(&before, &request.details), revision)?;
        Ok((
            revision,
            Entry::new("edit-candidate").about(About::Candidate(request.candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::EditedCandidate {
        candidate: request.candidate,
        before: Box::new(before),
        revision: Revisions::made(revision),
    });
    Ok(Done { undo: Some(undo) })
}

/// Looks for people who may be the one about to be added, among those this viewer may see.
///
/// # Errors
/// When the store can't be read.
pub fn find_duplicates(desk: &ReadDesk<'_>, request: FindDuplicates) -> Result<Duplicates, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    let contact = &request.details.contact;
    let emails: Vec<String> = contact
        .emails
        .iter()
        .filter(|email| !email.is_relay())
        .map(Email::key)
        .collect();
    let phones: Vec<String> = contact.phones.iter().map(Phone::key).collect();
    let name = request.details.name.full();
    let found = desk
        .records
        .likely_duplicates(&permit, &emails, &phones, &name)?;
    let rows = desk
        .records
        .candidate_page(&permit, &found, 0..MOST_DUPLICATES, desk.today)?;
    Ok(Duplicates {
        rows: rows.into_iter().map(|line| row(line, desk.today)).collect(),
    })
}

/// Who never applied goes by the day their details came in: an edit that made it later would keep them longer without
/// their permission (RET-14).
fn not_later(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
    before: &CandidateDetails,
    after: &CandidateDetails,
) -> Result<(), Error> {
    let never_applied = desk
        .records
        .applied_by(candidate)?
        .is_none_or(|applied| applied.is_empty());
    if never_applied && after.received_on > before.received_on {
        return Err(Error::invalid(
            "details.receivedOn",
            "This person never applied, so the record goes by this day, and a later one would keep it longer. Only \
             the person’s permission does that (rule RET-14).",
        ));
    }
    Ok(())
}

fn check(desk: &WriteDesk<'_>, details: &CandidateDetails) -> Result<(), Error> {
    desk.not_in_future("details.receivedOn", details.received_on)?;
    if details.contact.emails.len() > MOST_CONTACTS {
        return Err(Error::invalid(
            "details.contact.emails",
            "Keep at most ten e-mail addresses.",
        ));
    }
    if details.contact.phones.len() > MOST_CONTACTS {
        return Err(Error::invalid(
            "details.contact.phones",
            "Keep at most ten telephone numbers.",
        ));
    }
    Ok(())
}
