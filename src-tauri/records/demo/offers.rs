//! Two offers of the sample: one that waits for its approval, one that waits to be made.

use chrono::{DateTime, Utc};
use domain::clock::london_date;
use domain::dates::days_after;
use domain::id::ApplicationId;
use domain::offer::{ApproverDecision, OfferTerms, Pay, PayPeriod};
use domain::text::Prose;
use store::Store;

use super::made_up;
use crate::decision::{ReadDecisions, read};
use crate::desk::{ReadDesk, Session, Unwatched, WriteDesk};
use crate::error::Error;
use crate::offer::{ApproveOffer, OneOffer, WriteOffer, approve, write};

/// Which vacancy has an approver: one with people at its last stages.
pub(super) const VACANCY: usize = 2;

/// Pay, in pence a year.
const PAY: [u32; 2] = [3_850_000, 4_120_000];

/// Writes an offer to the first two; the second is approved already.
pub(super) fn add(
    store: &mut Store,
    manager: &Session,
    approver: &Session,
    offered: &[(domain::id::CandidateId, ApplicationId)],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let clock = domain::clock::FixedClock(now);
    let today = london_date(now);
    for (place, ((candidate, application), pence)) in offered.iter().zip(PAY).enumerate() {
        let application = *application;
        let terms = OfferTerms {
            pay: Pay::Amount {
                pence,
                per: PayPeriod::Year,
            },
            starts_on: Some(days_after(today, 45)),
            answer_by: Some(days_after(today, 10)),
            conditions: made_up(Prose::parse(
                "Two references, and the right to work in the United Kingdom.",
            ))?,
        };
        let request = WriteOffer {
            application,
            change: None,
            terms,
        };
        write(
            &mut WriteDesk::new(store, manager, &clock, &Unwatched),
            request,
        )?;
        if place == 0 {
            continue;
        }
        let asked = ReadDecisions {
            candidate: *candidate,
        };
        let decisions =
            store.read(|records| read(&ReadDesk::new(records, approver, now)?, asked))?;
        let written = decisions
            .applications
            .into_iter()
            .find(|known| known.application == application)
            .and_then(|known| match known.offers {
                domain::access::Shown::Shown { value } => value.into_iter().next(),
                domain::access::Shown::Withheld { .. } => None,
            })
            .ok_or(Error::NotFound)?;
        let request = ApproveOffer {
            application,
            offer: OneOffer {
                offer: written.offer,
                revision: written.revision,
            },
            decision: ApproverDecision::Approved,
        };
        approve(
            &mut WriteDesk::new(store, approver, &clock, &Unwatched),
            request,
        )?;
    }
    Ok(())
}
