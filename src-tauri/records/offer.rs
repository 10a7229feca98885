//! Offers: written, approved, made, answered. The answer ends the application on its day, and from that day the clocks
//! run (RET-02, RET-13).

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Action, Permit, Relation};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::id::{AccountId, ApplicationId, CandidateId, OfferId};
use domain::offer::{
    self, ApproverDecision, OfferAnswer, OfferFacts, OfferRefusal, OfferState, OfferStep,
    OfferTerms, Pay,
};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, OfferRecord, StoreError, Tx};

use crate::application::{Changed, Decidable, decidable};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::{FIRST_REVISION, OfferChange, OfferEffect, Revisions, Undoable};
use crate::view::Done;

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

/// Refuses to end applications past an offer that has no answer, and to hire past the approver of a vacancy.
pub(crate) fn check_end(
    desk: &mut WriteDesk<'_>,
    decidable: &[Decidable],
    how: OutcomeKind,
) -> Result<(), Error> {
    desk.read(|desk| {
        for each in decidable {
            let theirs: Vec<_> = desk
                .records
                .offers(&each.permit)?
                .into_iter()
                .filter(|offer| offer.application == each.record.id)
                .collect();
            for offer in theirs.iter().filter(|offer| offer.answer.is_none()) {
                let facts = facts(desk, &each.permit, offer, each.record.outcome.is_some())?;
                if !offer::may_end(&facts, how) {
                    return Err(Error::rule(
                        "RET-02",
                        "An offer stands: record the candidate’s answer to it, or withdraw it first.",
                    ));
                }
            }
            if how == OutcomeKind::Hired && !approvers(desk, &each.permit)?.is_empty() {
                return Err(Error::rule(
                    "ACC-02",
                    "This vacancy has an approver: write an offer, and record its answer once it was approved and made.",
                ));
            }
        }
        Ok(())
    })
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

/// The names of those with a part as approver in the permit's vacancy today.
pub(crate) fn approvers<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
) -> Result<Vec<String>, Error> {
    let people = desk.records.vacancy_people(permit, desk.today)?;
    Ok(people
        .into_iter()
        .filter(|person| person.relation == Relation::Approver && person.from <= desk.today)
        .map(|person| person.name.into())
        .collect())
}

/// What the rules need to know of an offer.
pub(crate) fn facts<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    offer: &OfferRecord,
    ended: bool,
) -> Result<OfferFacts, Error> {
    Ok(OfferFacts {
        needs_approval: !approvers(desk, permit)?.is_empty(),
        written_by: offer.written_by,
        decision: offer.decision.as_ref().map(|decision| decision.decision),
        made_on: offer.made_on,
        answer: offer.answer.map(|(answer, _)| answer),
        ended,
    })
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
