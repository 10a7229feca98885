//! Applications, offers and what people were told.

use domain::application::{Outcome, OutcomeKind, Stage};
use domain::id::OfferId;
use domain::offer::{ApproverDecision, OfferAnswer, OfferTerms, Pay, PayPeriod};
use domain::reserve::ContactChannel;
use domain::text::Prose;
use records::candidate::{
    AddApplication, ConfirmHandOver, EndApplications, MoveApplications, NewApplication,
};
use records::decision::TellOutcome;
use records::offer::{AnswerOffer, ApproveOffer, MakeOffer, OneOffer, WriteOffer};
use records::{Error, application, decision, offer};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        candidate,
        vacancy,
        application,
        at,
        ..
    } = case;
    let applications: Vec<_> = application.into_iter().collect();
    Some(match command {
        "add_application" => answer(world.write(who, |desk| {
            let application = NewApplication {
                vacancy,
                applied_on: TODAY,
            };
            application::add(
                desk,
                AddApplication {
                    candidate,
                    application,
                },
            )
        })),
        "move_applications" => answer(world.write(who, |desk| {
            application::move_to(
                desk,
                MoveApplications {
                    applications,
                    to: Stage::Sift,
                },
            )
        })),
        "end_applications" => answer(world.write(who, |desk| {
            let outcome = Outcome {
                how: OutcomeKind::Withdrawn,
                on: TODAY,
            };
            application::end(
                desk,
                EndApplications {
                    applications,
                    outcome,
                    confirmed: std::collections::BTreeSet::new(),
                },
            )
        })),
        "confirm_hand_over" => answer(world.write(who, |desk| {
            application::confirm_hand_over(
                desk,
                ConfirmHandOver {
                    application: application.ok_or(Error::NotFound)?,
                    on: TODAY,
                },
            )
        })),
        "write_offer" => answer(world.write(who, |desk| {
            offer::write(
                desk,
                WriteOffer {
                    application: application.ok_or(Error::NotFound)?,
                    change: None,
                    terms: offer_terms(),
                },
            )
        })),
        "approve_offer" => answer(world.write(who, |desk| {
            offer::approve(
                desk,
                ApproveOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    decision: ApproverDecision::Approved,
                },
            )
        })),
        "make_offer" => answer(world.write(who, |desk| {
            offer::make(
                desk,
                MakeOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    on: TODAY,
                },
            )
        })),
        "answer_offer" => answer(world.write(who, |desk| {
            offer::answer(
                desk,
                AnswerOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    answer: OfferAnswer::Accepted,
                    on: TODAY,
                },
            )
        })),
        "tell_outcome" => answer(world.write(who, |desk| {
            decision::tell(
                desk,
                TellOutcome {
                    application: application.ok_or(Error::NotFound)?,
                    on: TODAY,
                    channel: ContactChannel::Email,
                    words: Prose::parse("Some words").expect("words"),
                },
            )
        })),
        _ => return None,
    })
}

fn offer_terms() -> OfferTerms {
    OfferTerms {
        pay: Pay::Amount {
            pence: 3_000_000,
            per: PayPeriod::Year,
        },
        starts_on: None,
        answer_by: None,
        conditions: Prose::default(),
    }
}

/// An offer that was never there.
fn no_offer(at: chrono::DateTime<chrono::Utc>) -> OneOffer {
    OneOffer {
        offer: OfferId::new(at),
        revision: 1,
    }
}
