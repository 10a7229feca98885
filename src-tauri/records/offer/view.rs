//! Offers as somebody who sees pay sees them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Action, Permit};
use domain::id::{AccountId, OfferId};
use domain::offer::{OfferState, OfferTerms};
use serde::Serialize;
use store::OfferRecord;

use super::standing::facts;
use crate::desk::ReadDesk;
use crate::error::Error;

/// An offer, as somebody who sees pay sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OfferView {
    /// Which.
    pub offer: OfferId,
    /// Which version this is; a step names it.
    pub revision: u32,
    /// What is offered.
    pub terms: OfferTerms,
    /// Where it stands.
    pub state: OfferState,
    /// The name of whoever wrote the terms.
    pub written_by: String,
    /// When.
    pub written_at: DateTime<Utc>,
    /// The name of whoever approved it or sent it back.
    pub decided_by: Option<String>,
    /// The day of that.
    pub decided_on: Option<NaiveDate>,
    /// The day it was made.
    pub made_on: Option<NaiveDate>,
    /// The day it was answered or withdrawn.
    pub answered_on: Option<NaiveDate>,
    /// What this viewer may do with it now.
    pub may: Vec<OfferMay>,
}

/// What somebody may do with an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OfferMay {
    /// Change its terms.
    Change,
    /// Approve it.
    Approve,
    /// Send it back to be changed.
    SendBack,
    /// Record that it was made.
    Make,
    /// Record the candidate's answer.
    Answer,
    /// Withdraw it.
    Withdraw,
}

/// The offers of an application, as somebody who sees pay sees them.
pub(crate) fn views<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    offers: Vec<OfferRecord>,
    ended: bool,
) -> Result<Vec<OfferView>, Error> {
    let names = desk.names()?;
    let name = |account: AccountId| names.get(&account).cloned().unwrap_or_default();
    let decides = desk.may::<access::DecideApplication>(permit.subject().clone());
    let approves = desk.may::<access::ApproveOffer>(permit.subject().clone());
    let mut views = Vec::with_capacity(offers.len());
    for offer in offers {
        let facts = facts(desk, permit, &offer, ended)?;
        let state = facts.state();
        views.push(OfferView {
            offer: offer.id,
            revision: offer.revision,
            state,
            written_by: name(offer.written_by),
            written_at: offer.written_at,
            decided_by: offer.decision.as_ref().map(|decision| name(decision.by)),
            decided_on: offer.decision.as_ref().map(|decision| decision.on),
            made_on: offer.made_on,
            answered_on: offer.answer.map(|(_, on)| on),
            may: may(
                state,
                decides,
                approves && offer.written_by != permit.actor(),
            ),
            terms: offer.terms,
        });
    }
    Ok(views)
}

fn may(state: OfferState, decides: bool, approves: bool) -> Vec<OfferMay> {
    use OfferMay::{Answer, Approve, Change, Make, SendBack, Withdraw};
    let (by_deciding, by_approving): (&[OfferMay], &[OfferMay]) = match state {
        OfferState::Drafted => (&[Change, Make, Withdraw], &[]),
        OfferState::AwaitingApproval => (&[Change, Withdraw], &[Approve, SendBack]),
        OfferState::SentBack => (&[Change, Withdraw], &[Approve]),
        OfferState::Approved => (&[Change, Make, Withdraw], &[SendBack]),
        OfferState::Made => (&[Answer, Withdraw], &[]),
        OfferState::Accepted
        | OfferState::Declined
        | OfferState::Withdrawn
        | OfferState::Lapsed => (&[], &[]),
    };
    let mut may = Vec::new();
    if decides {
        may.extend_from_slice(by_deciding);
    }
    if approves {
        may.extend_from_slice(by_approving);
    }
    may
}
