//! Offers written, changed, made and answered.

use domain::id::{ApplicationId, CandidateId, OfferId};
use store::{About, Entry, OfferRecord};

use super::{Revised, Revisions, restored};
use crate::application::{Changed, decidable};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::UndoneWhat;

/// An offer written, changed, made or answered, as it was before.
#[derive(Clone, Debug)]
pub(crate) struct OfferChange {
    pub(crate) candidate: CandidateId,
    pub(crate) application: ApplicationId,
    pub(crate) offer: OfferId,
    /// The offer as it was; nothing where it was just written.
    pub(crate) before: Option<OfferRecord>,
    pub(crate) revision: Revisions,
    pub(crate) effect: OfferEffect,
}

/// What a step of an offer did to its application.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OfferEffect {
    None,
    Moved(Changed),
    Ended(Changed),
}

impl OfferEffect {
    const fn changed(self) -> Option<Changed> {
        match self {
            Self::None => None,
            Self::Moved(changed) | Self::Ended(changed) => Some(changed),
        }
    }
}

pub(super) fn changed_offer(
    desk: &mut WriteDesk<'_>,
    change: &OfferChange,
) -> Result<UndoneWhat, Error> {
    let found = decidable(desk, &[change.application])?;
    let each = found.first().ok_or(Error::NotFound)?;
    let expected = change.revision.now;
    let (offer, application) = desk.write(&each.permit, |tx| {
        let offer = match &change.before {
            None => {
                tx.remove_offer(&each.permit, change.offer, expected)?;
                None
            }
            Some(before) => {
                let before = OfferRecord {
                    revision: expected,
                    ..before.clone()
                };
                Some(tx.update_offer(&each.permit, &before)?)
            }
        };
        let application = match change.effect {
            OfferEffect::None => None,
            OfferEffect::Moved(to) => Some(tx.move_application(
                &each.permit,
                to.application,
                to.stage,
                to.revision.now,
            )?),
            OfferEffect::Ended(of) => {
                Some(tx.set_outcome(&each.permit, of.application, None, of.revision.now)?)
            }
        };
        let entry = Entry::new("undo-offer").about(About::Candidate(change.candidate));
        Ok::<_, Error>(((offer, application), entry))
    })?;
    if let Some(now) = offer {
        restored(desk, Revised::Offer(change.offer), change.revision, now);
    }
    if let Some((each, now)) = change.effect.changed().zip(application) {
        restored(
            desk,
            Revised::Application(each.application),
            each.revision,
            now,
        );
    }
    Ok(UndoneWhat::ChangedOffer)
}
