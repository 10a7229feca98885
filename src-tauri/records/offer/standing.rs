//! How an offer stands, and what it stands in the way of.

use domain::access::{Action, Permit, Relation};
use domain::application::OutcomeKind;
use domain::offer::{self, OfferFacts};
use store::OfferRecord;

use crate::application::Decidable;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;

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
