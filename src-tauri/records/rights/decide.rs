//! Deciding on each right, and closing a request with its answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::deadline::Right;
use domain::disclosure::ToldOf;
use domain::id::RightsRequestId;
use domain::rights::{
    CaseAnswer, CaseRefusal, Exemption, ItemDecision, ItemOutcome, RequestChannel, check_close,
    check_note,
};
use domain::text::Prose;
use serde::Deserialize;
use store::{Detail, RequestRecord, Tx};

use super::{answering, entry, refused, write};
use crate::desk::WriteDesk;
use crate::error::Error;
use crate::view::Done;

/// Decides on a right; where two people have to, the second decides the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DecideRequest {
    /// Of which request.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// Which right.
    pub right: Right,
    /// What becomes of it.
    pub outcome: ItemOutcome,
    /// Why a part or all of it is refused; nothing where it is granted.
    pub grounds: BTreeSet<Exemption>,
    /// The reasons, for the record and the letter; needed where something is refused.
    pub reasons: Prose,
}

/// Closes a request with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CloseRequest {
    /// Which.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// The day the answer went.
    pub on: NaiveDate,
    /// How.
    pub channel: RequestChannel,
}

/// Decides on a right of a request.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] for a ground that is none, and for one's
/// own decision where two people decide; [`Error::Invalid`] without reasons.
pub fn decide(desk: &mut WriteDesk<'_>, request: DecideRequest) -> Result<Done, Error> {
    let answering = answering(desk, request.request, request.revision)?;
    let mut after = answering.record.clone();
    check_note(&after.case, desk.today).map_err(refused)?;
    let actor = answering.permit.actor();
    let mut decision = ItemDecision {
        outcome: request.outcome,
        grounds: request.grounds,
        by: actor,
        on: desk.today,
        agreed_by: None,
    };
    let before = after.case.decided(request.right).cloned();
    let same = before.filter(|before| {
        before.waits_for_another()
            && before.outcome == decision.outcome
            && before.grounds == decision.grounds
    });
    let agrees = same.is_some();
    if let Some(same) = same {
        decision = same.agreed(actor).map_err(refused)?;
    } else {
        decision
            .check(&after.case, request.right, desk.today)
            .map_err(|refusal| match refusal {
                CaseRefusal::NoGround
                | CaseRefusal::NotAGround
                | CaseRefusal::GroundWithoutRefusal => {
                    Error::invalid("grounds", refusal.sentence())
                }
                CaseRefusal::Closed
                | CaseRefusal::BeforeReceived { .. }
                | CaseRefusal::OutOfOrder
                | CaseRefusal::QuestionNotForAccess
                | CaseRefusal::QuestionOpen
                | CaseRefusal::ExtensionTooLate { .. }
                | CaseRefusal::NoClock
                | CaseRefusal::Extended
                | CaseRefusal::OwnProposal
                | CaseRefusal::MayStillShow { .. }
                | CaseRefusal::NotYet(_) => refused(refusal),
            })?;
        if decision.refuses() && request.reasons.as_str().is_empty() {
            return Err(Error::invalid(
                "reasons",
                "Give the reasons: the person is told them (UK GDPR Art 12(4)).",
            ));
        }
    }
    let outcome = decision.outcome;
    let counts = !decision.waits_for_another();
    let Some(item) = after
        .case
        .items
        .iter_mut()
        .find(|item| item.right == request.right)
    else {
        return Err(Error::NotFound);
    };
    item.decision = Some(decision);
    match (request.right, outcome) {
        (Right::Restriction, ItemOutcome::Refused)
            if counts && after.restricted_on.is_some() && after.lifted_on.is_none() =>
        {
            after.lifted_on = Some(desk.today);
        }
        (Right::Erasure, ItemOutcome::Granted) if after.candidate.is_some() => {
            after.upheld_on = Some(desk.today);
        }
        (Right::Erasure, ItemOutcome::Partly | ItemOutcome::Refused) => after.upheld_on = None,
        (
            Right::Access
            | Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Portability
            | Right::Objection
            | Right::AutomatedDecisions,
            ItemOutcome::Granted | ItemOutcome::Partly | ItemOutcome::Refused,
        ) => {}
    }
    let words = if agrees {
        Vec::new()
    } else {
        vec![(format!("reasons-{}", request.right.code()), request.reasons)]
    };
    let action = if agrees {
        "agree-request"
    } else {
        "decide-request"
    };
    let said = entry(action, request.request)
        .with("right", Detail::Word(request.right.code()))
        .with("outcome", Detail::Word(outcome.code()));
    let permit = &answering.permit;
    write(desk, permit, &after, &words, said, |tx| {
        if counts {
            tell_recipients(tx, permit, &after, request.right, outcome)?;
        }
        Ok(())
    })?;
    Ok(Done { undo: None })
}

/// Lists who is told that something they were given was corrected; nobody is told of a restriction that was refused
/// (UK GDPR Art 19).
fn tell_recipients(
    tx: &Tx<'_>,
    permit: &Permit<access::KeepRegisters>,
    after: &RequestRecord,
    right: Right,
    outcome: ItemOutcome,
) -> Result<(), Error> {
    let refused = outcome == ItemOutcome::Refused;
    match (right, after.candidate) {
        (Right::Rectification, Some(candidate)) if !refused => {
            tx.list_recipients_of_request(permit, after.id, candidate, ToldOf::Rectification)?;
        }
        (Right::Rectification, _) => {
            tx.drop_untold_of_request(permit, after.id, ToldOf::Rectification)?;
        }
        (Right::Restriction, _) if refused => {
            tx.drop_untold_of_request(permit, after.id, ToldOf::Restriction)?;
        }
        (
            Right::Access
            | Right::Erasure
            | Right::Restriction
            | Right::Portability
            | Right::Objection
            | Right::AutomatedDecisions,
            _,
        ) => {}
    }
    Ok(())
}

/// Closes a request: the answer went, and keeps nothing of the record any more but a restriction that was granted.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; [`Error::Rule`] with the first step that is missing;
/// [`Error::Invalid`] for a day ahead.
pub fn close(desk: &mut WriteDesk<'_>, request: CloseRequest) -> Result<Done, Error> {
    let answering = answering(desk, request.request, request.revision)?;
    desk.not_in_future("on", request.on)?;
    let mut after = answering.record.clone();
    check_close(&after.case, after.candidate.is_some(), request.on).map_err(refused)?;
    after.case.answer = Some(CaseAnswer {
        on: request.on,
        channel: request.channel,
    });
    after.closed = Some((answering.permit.actor(), desk.today));
    let said = entry("close-request", request.request)
        .with("on", Detail::Day(request.on))
        .with("how", Detail::Word(request.channel.code()));
    write(desk, &answering.permit, &after, &[], said, |_| Ok(()))?;
    Ok(Done { undo: None })
}
