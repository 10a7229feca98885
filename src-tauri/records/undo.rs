//! Taking changes back. What is needed for it lives in the sign-in's memory and goes with it.

use domain::access::{self, Permit};
use domain::candidate::CandidateDetails;
use domain::id::{
    ApplicationId, CandidateId, ImportId, PermissionId, ReserveEntryId, TeamId, VacancyId,
};
use domain::vacancy::VacancyDetails;
use store::{About, Entry};

use crate::application::{Changed, Decidable, decidable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::import;
use crate::view::{Undo, Undone, UndoneWhat};

/// A change that can be taken back, as it was made.
#[derive(Clone, Debug)]
pub(crate) enum Undoable {
    AddedCandidate {
        candidate: CandidateId,
    },
    EditedCandidate {
        candidate: CandidateId,
        before: Box<CandidateDetails>,
        revision: u32,
    },
    AddedApplication {
        application: ApplicationId,
        candidate: CandidateId,
    },
    MovedApplications {
        moved: Vec<Changed>,
    },
    EndedApplications {
        ended: Vec<Changed>,
    },
    AddedVacancy {
        vacancy: VacancyId,
    },
    EditedVacancy {
        vacancy: VacancyId,
        before: VacancyDetails,
        team: TeamId,
        revision: u32,
    },
    ClosedOutVacancy {
        vacancy: VacancyId,
        revision: u32,
        cancelled: Vec<Changed>,
    },
    RecordedPermission {
        candidate: CandidateId,
        permission: PermissionId,
    },
    WithdrewPermission {
        candidate: CandidateId,
        permission: PermissionId,
    },
    AddedToReserve {
        candidate: CandidateId,
        entry: ReserveEntryId,
        permission: Option<PermissionId>,
    },
    RemovedFromReserve {
        candidate: CandidateId,
        entry: ReserveEntryId,
    },
    Imported {
        import: ImportId,
    },
}

impl Undoable {
    /// Whether it holds anything of these people.
    pub(crate) fn touches(&self, people: &[CandidateId]) -> bool {
        match self {
            Self::AddedCandidate { candidate }
            | Self::EditedCandidate { candidate, .. }
            | Self::AddedApplication { candidate, .. }
            | Self::RecordedPermission { candidate, .. }
            | Self::WithdrewPermission { candidate, .. }
            | Self::AddedToReserve { candidate, .. }
            | Self::RemovedFromReserve { candidate, .. } => people.contains(candidate),
            Self::MovedApplications { moved: changed }
            | Self::EndedApplications { ended: changed }
            | Self::ClosedOutVacancy {
                cancelled: changed, ..
            } => changed.iter().any(|each| people.contains(&each.candidate)),
            Self::AddedVacancy { .. } | Self::EditedVacancy { .. } | Self::Imported { .. } => false,
        }
    }
}

/// Takes a change back: the one named, or the latest.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Stale`] when the record was changed again since.
pub fn take_back(desk: &mut WriteDesk<'_>, request: Undo) -> Result<Undone, Error> {
    let change = desk
        .session
        .held()
        .take(request.undo)
        .ok_or(Error::NotFound)?;
    let what = match change {
        Undoable::AddedCandidate { candidate } => added_candidate(desk, candidate)?,
        Undoable::EditedCandidate {
            candidate,
            before,
            revision,
        } => edited_candidate(desk, candidate, &before, revision)?,
        Undoable::AddedApplication { application, .. } => added_application(desk, application)?,
        Undoable::MovedApplications { moved } => moved_applications(desk, &moved)?,
        Undoable::EndedApplications { ended } => {
            reopen(desk, &ended)?;
            UndoneWhat::EndedApplications
        }
        Undoable::AddedVacancy { vacancy } => added_vacancy(desk, vacancy)?,
        Undoable::EditedVacancy {
            vacancy,
            before,
            team,
            revision,
        } => edited_vacancy(desk, vacancy, &before, team, revision)?,
        Undoable::ClosedOutVacancy {
            vacancy,
            revision,
            cancelled,
        } => closed_out_vacancy(desk, vacancy, revision, &cancelled)?,
        Undoable::RecordedPermission {
            candidate,
            permission,
        } => {
            on_permission(desk, candidate, |tx, permit| {
                tx.remove_permission(permit, permission)
            })?;
            UndoneWhat::ChangedPermission
        }
        Undoable::WithdrewPermission {
            candidate,
            permission,
        } => {
            on_permission(desk, candidate, |tx, permit| {
                tx.withdraw_permission(permit, permission, None)
            })?;
            UndoneWhat::ChangedPermission
        }
        Undoable::AddedToReserve {
            candidate,
            entry,
            permission,
        } => {
            on_permission(desk, candidate, |tx, permit| {
                tx.forget_reserve_entry(permit, entry)?;
                permission.map_or(Ok(()), |permission| {
                    tx.remove_permission(permit, permission)
                })
            })?;
            UndoneWhat::ChangedReserveList
        }
        Undoable::RemovedFromReserve { candidate, entry } => {
            on_permission(desk, candidate, |tx, permit| {
                tx.remove_reserve_entry(permit, entry, None)
            })?;
            UndoneWhat::ChangedReserveList
        }
        Undoable::Imported { import } => {
            import::take_back(desk, import::UndoImport { import })?;
            UndoneWhat::Imported
        }
    };
    Ok(Undone { what })
}

fn added_candidate(desk: &mut WriteDesk<'_>, candidate: CandidateId) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::EditCandidate>(candidate))?;
    desk.write(&permit, |tx| {
        // Added people are at their first revision; one that was edited since is no longer taken back.
        tx.remove_candidate(&permit, 1)?;
        Ok((
            (),
            Entry::new("undo-add-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    desk.session.held().forget(&[candidate]);
    Ok(UndoneWhat::AddedCandidate)
}

fn edited_candidate(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    before: &CandidateDetails,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_candidate::<access::EditCandidate>(candidate))?;
    desk.write(&permit, |tx| {
        tx.update_candidate(&permit, before, revision)?;
        Ok((
            (),
            Entry::new("undo-edit-candidate").about(About::Candidate(candidate)),
        ))
    })?;
    Ok(UndoneWhat::EditedCandidate)
}

fn added_application(
    desk: &mut WriteDesk<'_>,
    application: ApplicationId,
) -> Result<UndoneWhat, Error> {
    let found = decidable(desk, &[application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    desk.write(&each.permit, |tx| {
        tx.remove_application(&each.permit, application, 1)?;
        Ok((
            (),
            Entry::new("undo-add-application").about(About::Candidate(each.record.candidate)),
        ))
    })?;
    Ok(UndoneWhat::AddedApplication)
}

fn moved_applications(desk: &mut WriteDesk<'_>, moved: &[Changed]) -> Result<UndoneWhat, Error> {
    on_applications(desk, moved, "undo-move-applications", |tx, each, before| {
        tx.move_application(&each.permit, each.record.id, before.stage, before.revision)
            .map(|_| ())
    })?;
    Ok(UndoneWhat::MovedApplications)
}

fn reopen(desk: &mut WriteDesk<'_>, ended: &[Changed]) -> Result<(), Error> {
    on_applications(desk, ended, "undo-end-applications", |tx, each, before| {
        tx.set_outcome(&each.permit, each.record.id, None, before.revision)
            .map(|_| ())
    })
}

fn added_vacancy(desk: &mut WriteDesk<'_>, vacancy: VacancyId) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    desk.write(&permit, |tx| {
        tx.remove_vacancy(&permit, 1)?;
        Ok((
            (),
            Entry::new("undo-add-vacancy").about(About::Vacancy(vacancy)),
        ))
    })
    .map_err(|error| match error {
        Error::Store(store::StoreError::InUse) => Error::Stale,
        other => other,
    })?;
    Ok(UndoneWhat::ChangedVacancy)
}

fn edited_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    before: &VacancyDetails,
    team: TeamId,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    desk.write(&permit, |tx| {
        tx.update_vacancy(&permit, team, before, revision)?;
        Ok((
            (),
            Entry::new("undo-edit-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    Ok(UndoneWhat::ChangedVacancy)
}

fn closed_out_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    revision: u32,
    cancelled: &[Changed],
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    let found = decidable(
        desk,
        &cancelled
            .iter()
            .map(|each| each.application)
            .collect::<Vec<_>>(),
    )?;
    desk.write(&permit, |tx| {
        tx.reopen_vacancy(&permit, revision)?;
        for (each, before) in found.iter().zip(cancelled) {
            tx.set_outcome(&each.permit, each.record.id, None, before.revision)?;
        }
        Ok((
            (),
            Entry::new("undo-close-out-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    Ok(UndoneWhat::ChangedVacancy)
}

fn on_applications(
    desk: &mut WriteDesk<'_>,
    changed: &[Changed],
    action: &'static str,
    one: impl Fn(&store::Tx<'_>, &Decidable, &Changed) -> Result<(), store::StoreError>,
) -> Result<(), Error> {
    let found = decidable(
        desk,
        &changed
            .iter()
            .map(|each| each.application)
            .collect::<Vec<_>>(),
    )?;
    let first = found.first().ok_or(Error::NotFound)?;
    desk.write(&first.permit, |tx| {
        for (each, before) in found.iter().zip(changed) {
            one(tx, each, before)?;
        }
        Ok((
            (),
            Entry::new(action).about(About::Vacancy(first.record.vacancy)),
        ))
    })
}

fn on_permission(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    one: impl FnOnce(&store::Tx<'_>, &Permit<access::RecordPermission>) -> Result<(), store::StoreError>,
) -> Result<(), Error> {
    let permit =
        desk.read(|desk| desk.permit_on_candidate::<access::RecordPermission>(candidate))?;
    desk.write(&permit, |tx| {
        one(tx, &permit)?;
        Ok((
            (),
            Entry::new("undo-permission").about(About::Candidate(candidate)),
        ))
    })
}
