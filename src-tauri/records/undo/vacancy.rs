//! Vacancies added, edited and closed out.

use domain::access;
use domain::id::{TeamId, VacancyId};
use domain::vacancy::VacancyDetails;
use store::{About, Entry};

use super::application::decidable_again;
use super::{Revised, Revisions, restored};
use crate::application::Changed;
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::vacancy::check_names;
use crate::view::UndoneWhat;

pub(super) fn added_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    desk.write(&permit, |tx| {
        tx.remove_vacancy(&permit, revision)?;
        Ok((
            (),
            Entry::new("undo-add-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    Ok(UndoneWhat::ChangedVacancy)
}

pub(super) fn edited_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    before: &VacancyDetails,
    team: TeamId,
    revision: Revisions,
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(vacancy)?;
        let now = desk.records.vacancy(&permit)?;
        check_names(desk, vacancy, now.details.blind_until, before.blind_until)?;
        Ok(permit)
    })?;
    let now = desk.write(&permit, |tx| {
        let now = tx.update_vacancy(&permit, team, before, revision.now)?;
        Ok((
            now,
            Entry::new("undo-edit-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    restored(desk, Revised::Vacancy(vacancy), revision, now);
    Ok(UndoneWhat::ChangedVacancy)
}

pub(super) fn closed_out_vacancy(
    desk: &mut WriteDesk<'_>,
    vacancy: VacancyId,
    revision: Revisions,
    cancelled: bool,
    undecided: &[Changed],
) -> Result<UndoneWhat, Error> {
    let permit = desk.read(|desk| desk.permit_on_vacancy::<access::EditVacancy>(vacancy))?;
    let found = if cancelled {
        decidable_again(desk, undecided)?
    } else {
        Vec::new()
    };
    let now = desk.write(&permit, |tx| {
        let now = tx.reopen_vacancy(&permit, revision.now)?;
        for (each, before) in found.iter().zip(undecided) {
            tx.set_outcome(&each.permit, each.record.id, None, before.revision.now)?;
        }
        Ok((
            now,
            Entry::new("undo-close-out-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    restored(desk, Revised::Vacancy(vacancy), revision, now);
    for each in undecided {
        let reopened = each.revision.now.saturating_add(1);
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            reopened,
        );
    }
    Ok(UndoneWhat::ChangedVacancy)
}
