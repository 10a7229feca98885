//! Permissions, places on the reserve list and contacts, and looks before a record goes.

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::id::{CandidateId, ReserveContactId};
use store::{About, Entry};

use crate::application::decidable;
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::reserve::Answered;
use crate::view::UndoneWhat;

pub(super) fn answered_contact(
    desk: &mut WriteDesk<'_>,
    candidate: CandidateId,
    contact: ReserveContactId,
    answered: &Answered,
) -> Result<UndoneWhat, Error> {
    let applications: Vec<_> = answered.application.into_iter().collect();
    let ids: Vec<_> = applications.iter().map(|(id, _)| *id).collect();
    let found = decidable(desk, &ids)?;
    on_permission(desk, candidate, |tx, permit| {
        for (each, (application, revision)) in found.iter().zip(&applications) {
            tx.remove_application(&each.permit, *application, *revision)?;
        }
        for entry in &answered.left {
            tx.remove_reserve_entry(permit, *entry, None)?;
        }
        if let Some(permission) = answered.withdrawn {
            tx.withdraw_permission(permit, permission, None)?;
        }
        tx.set_contact_outcome(permit, contact, None)
    })?;
    Ok(UndoneWhat::ContactedReserve)
}

pub(super) fn reviewed_records(
    desk: &mut WriteDesk<'_>,
    before: &[(CandidateId, Option<NaiveDate>)],
) -> Result<UndoneWhat, Error> {
    for (candidate, day) in before {
        let permit =
            desk.read(|desk| desk.permit_on_candidate::<access::RecordPermission>(*candidate))?;
        desk.write(&permit, |tx| {
            tx.set_looked_at_for(&permit, *day)?;
            Ok((
                (),
                Entry::new("undo-review-retention").about(About::Candidate(*candidate)),
            ))
        })?;
    }
    Ok(UndoneWhat::ReviewedRecords)
}

pub(super) fn on_permission(
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
