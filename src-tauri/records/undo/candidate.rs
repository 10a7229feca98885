//! Candidates added and edited.

use domain::access;
use domain::candidate::CandidateDetails;
use domain::id::{ApplicationId, CandidateId};
use store::{About, Entry};

use super::{Revised, Revisions, restored};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::UndoneWhat;

pub(super) fn added_candidate(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    revision: u32,
    application: Option<(ApplicationId, u32)>,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::EditCandidate>(candidate)?;
        let applications: Vec<_> = desk
            .records
            .applications(&permit)?
            .iter()
            .map(|known| (known.id, known.revision))
            .collect();
        // The facts are everybody's, whatever this viewer may see of them.
        let facts = desk.records.person_facts(candidate)?;
        let as_added = applications.as_slice() == application.as_slice()
            && facts.applications.len() == applications.len()
            && facts.permissions.is_empty()
            && facts.blocks.is_empty()
            && facts.reserve.is_empty();
        if as_added {
            Ok(permit)
        } else {
            // What others recorded of the person since must not go with an undo of something else.
            Err(Error::Stale)
        }
    })?;
    desk.write(&permit, |tx| {
        tx.remove_candidate(&permit, revision)?;
        Ok((
            (),
            Entry::new("undo-add-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    desk.session.held().forget_changes(&[candidate]);
    Ok(UndoneWhat::AddedCandidate)
}

pub(super) fn edited_candidate(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    before: &CandidateDetails,
    revision: Revisions,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::EditCandidate>(candidate))?;
    let now = desk.write(&permit, |tx| {
        let now = tx.update_candidate(&permit, before, revision.now)?;
        // What the change had corrected says again what it did.
        tx.forget_corrected(&permit, revision.before.saturating_add(1))?;
        Ok((
            now,
            Entry::new("undo-edit-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    restored(desk, Revised::Candidate(candidate), revision, now);
    Ok(UndoneWhat::EditedCandidate)
}
