//! Applications added, moved and ended.

use domain::id::ApplicationId;
use store::{About, Entry};

use super::{Revised, restored};
use crate::application::{Changed, Decidable, decidable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::UndoneWhat;

pub(super) fn added_application(
    desk: &mut WriteDesk<'_>,
    application: ApplicationId,
    revision: u32,
) -> Result<UndoneWhat, Error> {
    let found = decidable(desk, &[application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    desk.write(&each.permit, |tx| {
        tx.remove_application(&each.permit, application, revision)?;
        Ok((
            (),
            Entry::new("undo-add-application").about(About::Candidate(each.record.candidate)),
        ))
    })?;
    Ok(UndoneWhat::AddedApplication)
}

pub(super) fn moved_applications(
    desk: &mut WriteDesk<'_>,
    moved: &[Changed],
) -> Result<UndoneWhat, Error> {
    on_applications(desk, moved, "undo-move-applications", |tx, each, before| {
        tx.move_application(
            &each.permit,
            each.record.id,
            before.stage,
            before.revision.now,
        )
    })?;
    Ok(UndoneWhat::MovedApplications)
}

pub(super) fn ended_applications(
    desk: &mut WriteDesk<'_>,
    ended: &[Changed],
) -> Result<UndoneWhat, Error> {
    on_applications(desk, ended, "undo-end-applications", |tx, each, before| {
        tx.set_outcome(&each.permit, each.record.id, None, before.revision.now)
    })?;
    Ok(UndoneWhat::EndedApplications)
}

pub(super) fn decidable_again(
    desk: &mut WriteDesk<'_>,
    changed: &[Changed],
) -> Result<Vec<Decidable>, Error> {
    let applications: Vec<_> = changed.iter().map(|each| each.application).collect();
    decidable(desk, &applications)
}

fn on_applications(
    desk: &mut WriteDesk<'_>,
    changed: &[Changed],
    action: &'static str,
    one: impl Fn(&store::Tx<'_>, &Decidable, &Changed) -> Result<u32, store::StoreError>,
) -> Result<(), Error> {
    let found = decidable_again(desk, changed)?;
    let first = found.first().ok_or(Error::NotFound)?;
    let now = desk.write(&first.permit, |tx| {
        let mut now = Vec::with_capacity(found.len());
        for (each, before) in found.iter().zip(changed) {
            now.push(one(tx, each, before)?);
        }
        Ok((
            now,
            Entry::new(action).about(About::Vacancy(first.record.vacancy)),
        ))
    })?;
    for (each, now) in changed.iter().zip(now) {
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            now,
        );
    }
    Ok(())
}
