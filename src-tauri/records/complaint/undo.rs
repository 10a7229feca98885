//! Complaints entered and answered, taken back.

use domain::access;
use domain::id::ComplaintId;
use store::ComplaintRecord;

use super::{entry, find};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::undo::Revisions;

/// What a step of a complaint did. It holds no words of anybody.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ComplaintEffect {
    /// Its receipt was confirmed.
    Acknowledged,
    /// Words were added, at this place.
    Noted(u32),
    /// The outcome was told.
    Closed,
}

/// Takes back a complaint that was just entered.
pub(crate) fn taken_back(
    desk: &mut WriteDesk<'_>,
    complaint: ComplaintId,
    revision: u32,
) -> Result<(), Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    desk.write(&permit, |tx| {
        tx.remove_complaint(&permit, complaint, revision)?;
        Ok::<_, Error>(((), entry("undo-record-complaint", complaint)))
    })
}

/// Takes back a step of a complaint, and gives the revision at which it stands as it did before.
pub(crate) fn undone(
    desk: &mut WriteDesk<'_>,
    complaint: ComplaintId,
    effect: ComplaintEffect,
    revision: Revisions,
) -> Result<u32, Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let now = desk.read(|desk| find(desk, complaint))?;
    let expected = revision.now;
    desk.write(&permit, |tx| {
        match effect {
            ComplaintEffect::Acknowledged => {
                let before = ComplaintRecord {
                    acknowledged: None,
                    revision: expected,
                    ..now
                };
                tx.update_complaint(&permit, &before)?;
            }
            ComplaintEffect::Noted(position) => {
                tx.remove_complaint_word(&permit, complaint, expected, position)?;
            }
            ComplaintEffect::Closed => {
                let before = ComplaintRecord {
                    told: None,
                    revision: expected,
                    ..now
                };
                tx.update_complaint(&permit, &before)?;
            }
        }
        Ok::<_, Error>(((), entry("undo-complaint", complaint)))
    })?;
    Ok(expected.saturating_add(1))
}
