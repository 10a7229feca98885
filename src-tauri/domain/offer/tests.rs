//! No step of an offer is skipped, whatever is tried in whatever order.

use proptest::prelude::*;

use super::*;
use crate::application::RejectionReason;

const APPLIED: NaiveDate = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(uuid::Uuid::from_u128(number))
}

fn written(needs_approval: bool) -> OfferFacts {
    OfferFacts {
        needs_approval,
        written_by: account(1),
        decision: None,
        made_on: None,
        answer: None,
        ended: false,
    }
}

/// What a step makes of an offer.
fn taken(mut facts: OfferFacts, step: OfferStep) -> Result<OfferFacts, OfferRefusal> {
    check(&facts, step, APPLIED, TODAY)?;
    match step {
        OfferStep::Change => facts.decision = None,
        OfferStep::Decide { decision, .. } => facts.decision = Some(decision),
        OfferStep::Make { on } => facts.made_on = Some(on),
        OfferStep::Answer { answer, .. } => {
            facts.answer = Some(answer);
            facts.ended = answer.outcome().is_some();
        }
    }
    Ok(facts)
}

fn approve(by: u128) -> OfferStep {
    OfferStep::Decide {
        decision: ApproverDecision::Approved,
        by: account(by),
    }
}

#[test]
fn the_way_of_an_offer_is_written_approved_made_accepted() {
    let facts = written(true);
    assert_eq!(facts.state(), OfferState::AwaitingApproval);
    let make = OfferStep::Make { on: TODAY };
    assert_eq!(taken(facts, make), Err(OfferRefusal::NotApproved));
    assert_eq!(taken(facts, approve(1)), Err(OfferRefusal::OwnOffer));
    let facts = taken(facts, approve(2)).unwrap();
    assert_eq!(facts.state(), OfferState::Approved);
    let changed = taken(facts, OfferStep::Change).unwrap();
    assert_eq!(
        changed.state(),
        OfferState::AwaitingApproval,
        "approved were other terms"
    );
    let accept = OfferStep::Answer {
        answer: OfferAnswer::Accepted,
        on: TODAY,
    };
    assert_eq!(taken(facts, accept), Err(OfferRefusal::NotMade));
    let facts = taken(facts, make).unwrap();
    assert_eq!(taken(facts, OfferStep::Change), Err(OfferRefusal::WasMade));
    let early = OfferStep::Answer {
        answer: OfferAnswer::Accepted,
        on: APPLIED,
    };
    assert_eq!(
        taken(facts, early),
        Err(OfferRefusal::DayBefore { first: TODAY })
    );
    let facts = taken(facts, accept).unwrap();
    assert_eq!(facts.state(), OfferState::Accepted);
    assert_eq!(taken(facts, accept), Err(OfferRefusal::Over));
}

#[test]
fn each_answer_ends_the_application_as_it_should() {
    assert_eq!(OfferAnswer::Accepted.outcome(), Some(OutcomeKind::Hired));
    assert_eq!(
        OfferAnswer::Declined.outcome(),
        Some(OutcomeKind::OfferDeclined)
    );
    assert_eq!(
        OfferAnswer::Withdrawn.outcome(),
        None,
        "the application runs on"
    );
    for answer in OfferAnswer::ALL {
        assert_eq!(OfferAnswer::from_code(answer.code()), Some(answer));
    }
    for decision in ApproverDecision::ALL {
        assert_eq!(ApproverDecision::from_code(decision.code()), Some(decision));
    }
}

#[test]
fn an_offer_that_is_out_is_answered_before_the_application_ends_but_by_the_candidate() {
    let out = OfferFacts {
        made_on: Some(TODAY),
        ..written(false)
    };
    let rejected = OutcomeKind::Rejected {
        reason: RejectionReason::Other,
    };
    assert!(!may_end(&out, OutcomeKind::Hired));
    assert!(!may_end(&out, rejected));
    assert!(may_end(&out, OutcomeKind::Withdrawn));
    assert!(may_end(&written(true), rejected), "one that was never made");
    assert!(
        !may_end(&written(true), OutcomeKind::Hired),
        "round the approver"
    );
}

fn step() -> impl Strategy<Value = OfferStep> {
    let day = (0_u64..90).prop_map(|days| APPLIED + chrono::Days::new(days));
    prop_oneof![
        Just(OfferStep::Change),
        (
            prop::sample::select(ApproverDecision::ALL.to_vec()),
            1_u128..4
        )
            .prop_map(|(decision, by)| OfferStep::Decide {
                decision,
                by: account(by)
            }),
        day.clone().prop_map(|on| OfferStep::Make { on }),
        (prop::sample::select(OfferAnswer::ALL.to_vec()), day)
            .prop_map(|(answer, on)| OfferStep::Answer { answer, on }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_way_leads_past_the_approver_or_to_an_answer_before_the_offer(
        needs_approval in any::<bool>(),
        steps in prop::collection::vec(step(), 0..12),
    ) {
        let mut facts = written(needs_approval);
        for step in steps {
            let before = facts;
            if let Ok(after) = taken(facts, step) {
                if after.made_on.is_some() && before.made_on.is_none() && needs_approval {
                    prop_assert_eq!(before.decision, Some(ApproverDecision::Approved));
                }
                if matches!(after.answer, Some(OfferAnswer::Accepted | OfferAnswer::Declined)) {
                    prop_assert!(after.made_on.is_some());
                }
                prop_assert!(before.answer.is_none(), "nothing follows an answer");
                facts = after;
            }
        }
    }
}

#[test]
fn a_day_that_lies_ahead_is_no_day() {
    let tomorrow = TODAY.succ_opt().unwrap();
    assert_eq!(
        taken(written(false), OfferStep::Make { on: tomorrow }),
        Err(OfferRefusal::DayAhead)
    );
}
