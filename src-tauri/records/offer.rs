//! Offers: written, approved, made, answered. The answer ends the application on its day, and from that day the clocks
//! run (RET-02, RET-13).

mod standing;
mod view;

use chrono::NaiveDate;
use domain::access::{self, Action, Permit};
use domain::application::{Outcome, Stage};
use domain::id::{ApplicationId, CandidateId, OfferId};
use domain::offer::{
    self, ApproverDecision, OfferAnswer, OfferRefusal, OfferStep, OfferTerms, Pay,
};
use serde::Deserialize;
use store::{About, Detail, Entry, OfferRecord, StoreError, Tx};

use crate::application::{Changed, Decidable, decidable};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::{FIRST_REVISION, OfferChange, OfferEffect, Revisions, Undoable};
use crate::view::Done;

pub(crate) use standing::{approvers, check_end, facts};
pub(crate) use view::views;
pub use view::{OfferMay, OfferView};

/// Writes an offer, or changes one that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WriteOffer {
    /// For which application.
    pub application: ApplicationId,
    /// The one to change; a new one where none is named.
    pub change: Option<OneOffer>,
    /// What is offered.
    pub terms: OfferTerms,
}

/// Names an offer as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OneOffer {
    /// Which.
    pub offer: OfferId,
    /// The version that was seen; an older one is refused as stale.
    pub revision: u32,
}

/// Approves an offer, or sends it back to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ApproveOffer {
    /// Of which application.
    pub application: ApplicationId,
    /// Which.
    pub offer: OneOffer,
    /// What the approver says.
    pub decision: ApproverDecision,
}

/// Records that an offer was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MakeOffer {
    /// Of which application.
    pub application: ApplicationId,
    /// Which.
    pub offer: OneOffer,
    /// The day; never later than today.
    pub on: NaiveDate,
}

/// Records what came of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AnswerOffer {
    /// Of which application.
    pub application: ApplicationId,
    /// Which.
    pub offer: OneOffer,
    /// What came of it.
    pub answer: OfferAnswer,
    /// The day; never later than today.
    pub on: NaiveDate,
}

/// An offer about to be taken a step further, with the permit to.
struct Step {
    each: Decidable,
    offer: OfferRecord,
}

/// Writes an offer, or changes one that was not made: an approval of the old terms is gone with them.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] while another offer is open, and for one that was made.
pub fn write(desk: &mut WriteDesk<'_>, request: WriteOffer) -> Result<Done, Error> {
    let WriteOffer {
        application,
        change,
        terms,
    } = request;
    if matches!(terms.pay, Pay::Amount { pence: 0, .. }) {
        return Err(Error::invalid("terms.pay", "Enter an amount."));
    }
    let Some(change) = change else {
        let each = one(desk, application)?;
        if each.record.outcome.is_some() {
            return Err(refused(OfferRefusal::Over));
        }
        let candidate = each.record.candidate;
        let offer = desk
            .write(&each.permit, |tx| {
                let offer = tx.insert_offer(&each.permit, application, &terms)?;
                Ok((offer, entry("write-offer", candidate)))
            })
            .map_err(one_at_a_time)?;
        let undo = desk.keep(Undoable::ChangedOffer(Box::new(OfferChange {
            candidate,
            application,
            offer,
            before: None,
            revision: Revisions::made(FIRST_REVISION),
            effect: OfferEffect::None,
        })));
        return Ok(Done { undo: Some(undo) });
    };
    let step = step(desk, application, change.offer, OfferStep::Change)?;
    let today = desk.now;
    let after = OfferRecord {
        terms,
        written_by: step.each.permit.actor(),
        written_at: today,
        decision: None,
        revision: change.revision,
        ..step.offer.clone()
    };
    take(
        desk,
        &step,
        &after,
        "change-offer",
        |entry| entry,
        |_| Ok(OfferEffect::None),
    )
}

/// Approves an offer, or sends it back: by whoever has a part as approver in the vacancy, and did not write it.
///
/// # Errors
/// A refusal for everyone else, HR too; [`Error::Rule`] for one's own offer, and for one that was made.
pub fn approve(desk: &mut WriteDesk<'_>, request: ApproveOffer) -> Result<Done, Error> {
    let ApproveOffer {
        application,
        offer,
        decision,
    } = request;
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_application::<access::ApproveOffer>(application)?;
        let record = desk.records.application(&permit, application)?;
        let known = find(desk, &permit, offer.offer)?;
        let facts = facts(desk, &permit, &known, record.outcome.is_some())?;
        let by = permit.actor();
        offer::check(
            &facts,
            OfferStep::Decide { decision, by },
            record.applied_on,
            desk.today,
        )
        .map_err(refused)?;
        Ok(permit)
    })?;
    let candidate = permit.candidate().ok_or(Error::NotFound)?;
    let action = match decision {
        ApproverDecision::Approved => "approve-offer",
        ApproverDecision::SentBack => "send-back-offer",
    };
    desk.write(&permit, |tx| {
        tx.decide_offer(&permit, offer.offer, decision, offer.revision)?;
        Ok(((), Entry::new(action).about(About::Candidate(candidate))))
    })?;
    Ok(Done { undo: None })
}

/// Records that an offer was made: its application stands at the offer stage from then on.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] where it has an approver who has not approved it.
pub fn make(desk: &mut WriteDesk<'_>, request: MakeOffer) -> Result<Done, Error> {
    let MakeOffer {
        application,
        offer,
        on,
    } = request;
    let step = step(desk, application, offer.offer, OfferStep::Make { on })?;
    let after = OfferRecord {
        made_on: Some(on),
        revision: offer.revision,
        ..step.offer.clone()
    };
    take(
        desk,
        &step,
        &after,
        "make-offer",
        |entry| entry.with("on", Detail::Day(on)),
        |tx| {
            let Decidable { permit, record } = &step.each;
            if record.stage == Stage::Offer {
                return Ok(OfferEffect::None);
            }
            let revision =
                tx.move_application(permit, application, Stage::Offer, record.revision)?;
            Ok(OfferEffect::Moved(Changed::new(record, revision)))
        },
    )
}

/// Records what came of an offer. Accepted, the candidate is hired; declined, the application ends as that: on the day of
/// the answer, from which the clocks run.
///
/// # Errors
/// A refusal for those who don't run the vacancy; [`Error::Rule`] for one that was not made or is over.
pub fn answer(desk: &mut WriteDesk<'_>, request: AnswerOffer) -> Result<Done, Error> {
    let AnswerOffer {
        application,
        offer,
        answer,
        on,
    } = request;
    let step = step(
        desk,
        application,
        offer.offer,
        OfferStep::Answer { answer, on },
    )?;
    let after = OfferRecord {
        answer: Some((answer, on)),
        revision: offer.revision,
        ..step.offer.clone()
    };
    take(
        desk,
        &step,
        &after,
        "answer-offer",
        |entry| {
            entry
                .with("answer", Detail::Word(answer.code()))
                .with("on", Detail::Day(on))
        },
        |tx| {
            let Decidable { permit, record } = &step.each;
            let Some(how) = answer.outcome() else {
                return Ok(OfferEffect::None);
            };
            let outcome = Outcome { how, on };
            let revision = tx.set_outcome(permit, application, Some(outcome), record.revision)?;
            Ok(OfferEffect::Ended(Changed::new(record, revision)))
        },
    )
}

fn find<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    offer: OfferId,
) -> Result<OfferRecord, Error> {
    let offers = desk.records.offers(permit)?;
    offers
        .into_iter()
        .find(|known| known.id == offer)
        .ok_or(Error::NotFound)
}

fn one(desk: &mut WriteDesk<'_>, application: ApplicationId) -> Result<Decidable, Error> {
    let found = decidable(desk, &[application])?;
    found.into_iter().next().ok_or(Error::NotFound)
}

/// Checks that a step may be taken.
fn step(
    desk: &mut WriteDesk<'_>,
    application: ApplicationId,
    offer: OfferId,
    step: OfferStep,
) -> Result<Step, Error> {
    let each = one(desk, application)?;
    let offer = desk.read(|desk| {
        let offer = find(desk, &each.permit, offer)?;
        if offer.application != application {
            return Err(Error::NotFound);
        }
        let facts = facts(desk, &each.permit, &offer, each.record.outcome.is_some())?;
        offer::check(&facts, step, each.record.applied_on, desk.today).map_err(refused)?;
        Ok(offer)
    })?;
    Ok(Step { each, offer })
}

/// Takes an offer a step further, with what that does to its application.
fn take(
    desk: &mut WriteDesk<'_>,
    step: &Step,
    after: &OfferRecord,
    action: &'static str,
    tell: impl FnOnce(Entry) -> Entry,
    effect: impl FnOnce(&Tx<'_>) -> Result<OfferEffect, StoreError>,
) -> Result<Done, Error> {
    let Decidable { permit, record } = &step.each;
    let candidate = record.candidate;
    let (revision, effect) = desk.write(permit, |tx| {
        let revision = tx.update_offer(permit, after)?;
        let effect = effect(tx)?;
        let entry = tell(Entry::new(action).about(About::Candidate(candidate)));
        Ok::<_, Error>(((revision, effect), entry))
    })?;
    let undo = desk.keep(Undoable::ChangedOffer(Box::new(OfferChange {
        candidate,
        application: record.id,
        offer: step.offer.id,
        before: Some(step.offer.clone()),
        revision: Revisions::made(revision),
        effect,
    })));
    Ok(Done { undo: Some(undo) })
}

fn entry(action: &'static str, candidate: CandidateId) -> Entry {
    Entry::new(action).about(About::Candidate(candidate))
}

fn one_at_a_time(error: Error) -> Error {
    if matches!(error, Error::Store(StoreError::Duplicate)) {
        Error::rule(
            "RET-02",
            "This application has an offer without an answer; change or withdraw that one first.",
        )
    } else {
        error
    }
}

fn refused(refusal: OfferRefusal) -> Error {
    match refusal {
        OfferRefusal::DayAhead | OfferRefusal::DayBefore { .. } => {
            Error::invalid("on", refusal.sentence())
        }
        OfferRefusal::Over
        | OfferRefusal::WasMade
        | OfferRefusal::NotApproved
        | OfferRefusal::NotMade
        | OfferRefusal::OwnOffer => Error::rule(refusal.rule(), refusal.sentence()),
    }
}
