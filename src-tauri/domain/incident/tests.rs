//! What an incident asks for next, whatever was done of it; and the table of risks.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn aware() -> DateTime<Utc> {
    at("2026-11-20T17:45:00Z")
}

fn words(text: &str) -> Prose {
    Prose::parse(text).expect("a text")
}

fn fresh() -> IncidentFacts {
    IncidentFacts {
        aware_at: aware(),
        people_said: false,
        risk: None,
        decision: None,
        told: false,
        contained: false,
        closed: false,
    }
}

fn reported(on: &str, time: &str, late: &str) -> IcoDecision {
    IcoDecision::Reported {
        on: on.parse().expect("a day"),
        at: TimeOfDay::parse(time).expect("a time"),
        reference: None,
        late: words(late),
    }
}

#[test]
fn every_step_is_asked_for_in_its_turn_and_then_it_closes() {
    let mut facts = fresh();
    assert_eq!(next(&facts), Some(IncidentStep::People));
    facts.people_said = true;
    assert_eq!(next(&facts), Some(IncidentStep::Assess));
    facts.risk = Some(Risk::High);
    assert_eq!(next(&facts), Some(IncidentStep::Decide));
    facts.decision = Some(Decided::Reported(aware()));
    assert_eq!(next(&facts), Some(IncidentStep::Tell));
    assert_eq!(
        check_close(&facts),
        Err(IncidentRefusal::NotYet(IncidentStep::Tell))
    );
    facts.told = true;
    assert_eq!(next(&facts), Some(IncidentStep::Contain));
    facts.contained = true;
    assert_eq!(check_close(&facts), Ok(()));
    facts.closed = true;
    assert_eq!(next(&facts), None);
    assert_eq!(check_close(&facts), Err(IncidentRefusal::Closed));
}

#[test]
fn what_turns_out_a_risk_is_reported_after_all() {
    let mut facts = IncidentFacts {
        people_said: true,
        risk: Some(Risk::Unlikely),
        decision: Some(Decided::NotReported),
        ..fresh()
    };
    assert_eq!(clock(&facts, aware()).state, IncidentClockState::Stopped);
    facts.risk = Some(Risk::Risk);
    assert_eq!(next(&facts), Some(IncidentStep::Decide));
    assert_eq!(clock(&facts, aware()).state, IncidentClockState::Running);
}

#[test]
fn a_risk_is_reported_and_a_late_report_says_why() {
    let now = at("2026-11-25T12:00:00Z");
    let mut facts = IncidentFacts {
        people_said: true,
        ..fresh()
    };
    let not = IcoDecision::NotReported {
        reasons: words("The laptop was locked."),
    };
    assert_eq!(
        check_decision(&facts, &not, now),
        Err(IncidentRefusal::NotAssessed)
    );
    facts.risk = Some(Risk::Risk);
    assert_eq!(
        check_decision(&facts, &not, now),
        Err(IncidentRefusal::RiskIsReported)
    );
    for (decision, said) in [
        (reported("2026-11-23", "17:45", ""), Ok(())),
        (
            reported("2026-11-23", "17:46", ""),
            Err(IncidentRefusal::LateWithoutReasons {
                due: "2026-11-23".parse().expect("a day"),
            }),
        ),
        (reported("2026-11-23", "17:46", "Nobody was there."), Ok(())),
        (
            reported("2026-11-20", "17:44", ""),
            Err(IncidentRefusal::ReportedBeforeAware),
        ),
        (
            reported("2026-11-25", "12:01", "Late."),
            Err(IncidentRefusal::Ahead),
        ),
    ] {
        assert_eq!(check_decision(&facts, &decision, now), said, "{decision:?}");
    }
    facts.risk = Some(Risk::Unlikely);
    assert_eq!(check_decision(&facts, &not, now), Ok(()));
}

#[test]
fn what_is_first_reported_lies_behind_and_in_its_order() {
    let first = |happened: Option<&str>, noticed: &str, time: &str| FirstReport {
        kind: IncidentKind::LostOrStolen,
        facts: words("A laptop was left on a train."),
        happened_on: happened.map(|day| day.parse().expect("a day")),
        noticed_on: noticed.parse().expect("a day"),
        noticed_at: TimeOfDay::parse(time).expect("a time"),
        laptop: Some(LaptopState::Unknown),
    };
    let now = at("2026-07-10T12:00:00Z");
    assert_eq!(
        check_first(&first(None, "2026-07-10", "13:00"), now),
        Ok(now),
        "summer time"
    );
    assert_eq!(
        check_first(&first(None, "2026-07-10", "13:01"), now),
        Err(IncidentRefusal::Ahead)
    );
    assert_eq!(
        check_first(&first(Some("2026-07-10"), "2026-07-09", "13:00"), now),
        Err(IncidentRefusal::BeforeItHappened {
            happened: "2026-07-10".parse().expect("a day")
        })
    );
}

#[test]
fn awareness_is_moved_forward_only_and_with_a_reason() {
    let now = at("2026-11-21T12:00:00Z");
    let check = |by: i64, reason: &str| {
        check_awareness(
            aware(),
            aware() + TimeDelta::minutes(by),
            &words(reason),
            now,
        )
    };
    assert_eq!(check(0, ""), Ok(()));
    assert_eq!(check(60, ""), Err(IncidentRefusal::AwareWithoutReason));
    assert_eq!(check(60, "The laptop was looked for."), Ok(()));
    assert_eq!(check(-1, "Why"), Err(IncidentRefusal::AwareBeforeNoticed));
    assert_eq!(check(24 * 60, "Why"), Err(IncidentRefusal::Ahead));
}

#[test]
fn the_clock_says_how_it_stands_across_a_change_of_clocks() {
    let facts = |decision| IncidentFacts {
        aware_at: at("2026-10-24T09:00:00Z"),
        decision,
        ..fresh()
    };
    let due = at("2026-10-27T09:00:00Z");
    let running = clock(&facts(None), at("2026-10-26T10:30:00Z"));
    assert_eq!(
        (running.due_at, running.minutes_left, running.state),
        (due, 22 * 60 + 30, IncidentClockState::Running)
    );
    let late = clock(&facts(None), at("2026-10-27T09:01:00Z"));
    assert_eq!(
        (late.minutes_left, late.state),
        (-1, IncidentClockState::Late)
    );
    let met = clock(
        &facts(Some(Decided::Reported(due))),
        at("2026-12-01T09:00:00Z"),
    );
    assert_eq!((met.minutes_left, met.state), (0, IncidentClockState::Met));
    assert!(
        clock_sentence(at("2026-10-24T09:00:00Z"))
            .contains("24 October 2026, 10:00, when the organisation became aware"),
        "as clocks in London show it"
    );
    assert!(
        clock_sentence(at("2026-10-24T09:00:00Z")).contains("until 27 October 2026, 09:00."),
        "an hour less on the clock, and 72 hours all the same"
    );
}

#[test]
fn the_table_of_risks() {
    use Likelihood::{Likely, Possible, Unlikely};
    use Severity::{Grave, Serious, Slight};
    let none = BTreeSet::new();
    for (likelihood, severity, risk) in [
        (Unlikely, Slight, Risk::Unlikely),
        (Unlikely, Serious, Risk::Unlikely),
        (Unlikely, Grave, Risk::Risk),
        (Possible, Slight, Risk::Risk),
        (Possible, Serious, Risk::Risk),
        (Possible, Grave, Risk::High),
        (Likely, Slight, Risk::Risk),
        (Likely, Serious, Risk::High),
        (Likely, Grave, Risk::High),
    ] {
        let proposed = propose(likelihood, severity, &none, MANY_PEOPLE, None);
        assert_eq!(proposed.risk, risk, "{likelihood:?}, {severity:?}");
        assert_eq!(proposed.grounds.len(), 1);
    }
}

#[test]
fn sealed_classes_or_many_people_raise_one_step_and_a_locked_laptop_none() {
    let health: BTreeSet<DataClass> = [DataClass::Health, DataClass::Contact].into();
    let contact: BTreeSet<DataClass> = [DataClass::Contact].into();
    let of = |classes: &BTreeSet<DataClass>, people, laptop| {
        propose(
            Likelihood::Unlikely,
            Severity::Slight,
            classes,
            people,
            laptop,
        )
        .risk
    };
    assert_eq!(of(&contact, 100, None), Risk::Unlikely);
    assert_eq!(of(&contact, 101, None), Risk::Risk);
    assert_eq!(of(&health, 1, None), Risk::Risk);
    assert_eq!(of(&health, 5000, None), Risk::Risk, "one step for both");
    assert_eq!(of(&health, 5000, Some(LaptopState::Unknown)), Risk::Risk);
    assert_eq!(of(&health, 5000, Some(LaptopState::Locked)), Risk::Unlikely);
}

fn risk() -> impl Strategy<Value = Option<Risk>> {
    prop::option::of(prop::sample::select(Risk::ALL.to_vec()))
}

fn decided() -> impl Strategy<Value = Option<Decided>> {
    prop::option::of(prop_oneof![
        Just(Decided::NotReported),
        (0_i64..20_000)
            .prop_map(|minutes| Decided::Reported(aware() + TimeDelta::minutes(minutes))),
    ])
}

prop_compose! {
    fn facts()(
        people_said in any::<bool>(), risk in risk(), decision in decided(),
        told in any::<bool>(), contained in any::<bool>(), closed in any::<bool>(),
    ) -> IncidentFacts {
        IncidentFacts { aware_at: aware(), people_said, risk, decision, told, contained, closed }
    }
}

proptest! {
    #[test]
    fn nothing_closes_before_every_step_that_the_law_asks_for(facts in facts()) {
        if check_close(&facts).is_ok() {
            prop_assert!(facts.people_said && facts.contained && !facts.closed);
            let risk = facts.risk.expect("assessed");
            if risk != Risk::Unlikely {
                prop_assert!(matches!(facts.decision, Some(Decided::Reported(_))), "a risk was reported");
            }
            if risk == Risk::High {
                prop_assert!(facts.told, "the people were told");
            }
        } else {
            prop_assert!(next(&facts) != Some(IncidentStep::Close));
        }
    }

    #[test]
    fn the_clock_runs_until_a_decision_holds_and_never_stands_still(facts in facts(), minutes in 0_i64..20_000) {
        let now = aware() + TimeDelta::minutes(minutes);
        let found = clock(&facts, now);
        prop_assert_eq!(found.due_at.signed_duration_since(facts.aware_at), TimeDelta::hours(72));
        let open = facts.decision_that_holds().is_none();
        let runs = matches!(found.state, IncidentClockState::Running | IncidentClockState::Late);
        prop_assert_eq!(open, runs);
        if open {
            prop_assert_eq!(found.minutes_left, 72 * 60 - minutes);
            prop_assert_eq!(found.state == IncidentClockState::Late, minutes > 72 * 60);
        }
    }

    #[test]
    fn no_risk_that_was_raised_is_lower(
        likelihood in prop::sample::select(Likelihood::ALL.to_vec()),
        severity in prop::sample::select(Severity::ALL.to_vec()),
        people in 0_u64..1000,
        sealed in any::<bool>(),
    ) {
        let classes: BTreeSet<DataClass> = if sealed { [DataClass::Equality].into() } else { BTreeSet::new() };
        let plain = propose(likelihood, severity, &BTreeSet::new(), 0, None);
        let found = propose(likelihood, severity, &classes, people, None);
        prop_assert!(found.risk >= plain.risk);
        let raised = sealed || people > MANY_PEOPLE;
        prop_assert_eq!(found.grounds.len(), if raised { 2 } else { 1 });
        prop_assert_eq!(found.risk > plain.risk, raised && plain.risk != Risk::High);
    }
}
