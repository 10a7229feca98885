//! What no vector file shows: pauses that overlap, and what holds for any request.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dates::{days_after, months_after};
use crate::holidays::{BankHolidays, Calendar, Nation};
use crate::testing::day;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> &'static Calendar {
    BankHolidays::shipped().of(Nation::EnglandAndWales)
}

fn access(received: &str, pauses: &[(&str, &str)]) -> RequestFacts {
    RequestFacts {
        right: Right::Access,
        received_on: date(received),
        identity: Identity::NotInDoubt,
        fee: Fee::None,
        clarifications: pauses
            .iter()
            .map(|(asked, answered)| Clarification {
                asked_on: date(asked),
                answered_on: Some(date(answered)),
            })
            .collect(),
        large_amount: false,
        extension_told_on: None,
    }
}

fn running(facts: &RequestFacts) -> Running {
    match request(facts, calendar()) {
        RequestDeadline::Running(running) => running,
        other @ (RequestDeadline::WaitingIdentity
        | RequestDeadline::WaitingFee
        | RequestDeadline::Paused { .. }) => panic!("the clock runs: {other:?}"),
    }
}

#[test]
fn overlapping_pauses_count_a_day_once() {
    let facts = access(
        "2026-10-05",
        &[("2026-10-08", "2026-10-15"), ("2026-10-12", "2026-10-20")],
    );
    assert_eq!(running(&facts).paused_days, 12);
    let nested = access(
        "2026-10-05",
        &[("2026-10-08", "2026-10-20"), ("2026-10-10", "2026-10-12")],
    );
    assert_eq!(running(&nested).paused_days, 12);
}

#[test]
fn only_days_after_the_start_count() {
    let mut facts = access("2026-10-05", &[("2026-10-06", "2026-10-22")]);
    facts.identity = Identity::ShownOn(date("2026-10-19"));
    assert_eq!(running(&facts).paused_days, 3);
    let before = access("2026-10-05", &[("2026-10-01", "2026-10-05")]);
    assert_eq!(running(&before).paused_days, 0);
}

#[test]
fn a_question_stops_the_clock_of_an_access_request_only() {
    let mut facts = access("2026-10-05", &[("2026-10-08", "2026-10-15")]);
    facts.right = Right::Erasure;
    assert_eq!(running(&facts).paused_days, 0);
    facts.clarifications[0].answered_on = None;
    assert_eq!(running(&facts).due_on, date("2026-11-05"));
    facts.right = Right::Access;
    assert_eq!(request(&facts, calendar()).due_on(), None);
}

#[test]
fn before_february_2026_a_question_stopped_it_only_where_much_was_held() {
    let mut facts = access("2026-02-04", &[("2026-02-05", "2026-02-12")]);
    assert_eq!(running(&facts).paused_days, 0);
    facts.large_amount = true;
    assert_eq!(running(&facts).paused_days, 7);
    facts.received_on = date("2026-02-05");
    facts.large_amount = false;
    assert_eq!(running(&facts).paused_days, 7);
}

#[test]
fn marks_wait_for_the_results_but_not_for_ever() {
    let start = date("2026-09-01");
    let ordinary = date("2026-10-01");
    assert_eq!(
        exam_marks_due(start, None, ordinary, calendar()),
        date("2027-02-01")
    );
    assert_eq!(
        exam_marks_due(start, Some(date("2026-10-01")), ordinary, calendar()),
        date("2026-11-10")
    );
    assert_eq!(
        exam_marks_due(start, Some(date("2027-06-01")), ordinary, calendar()),
        date("2027-02-01")
    );
    assert_eq!(
        exam_marks_due(start, Some(date("2026-08-01")), ordinary, calendar()),
        ordinary
    );
}

#[test]
fn an_auditors_grant_has_a_bound_and_an_order() {
    let today = date("2026-11-23");
    assert!(auditor_grant(today, days_after(today, 89), 90, today).accepted);
    assert!(!auditor_grant(today, days_after(today, 90), 90, today).accepted);
    assert!(!auditor_grant(days_after(today, 1), today, 90, today).accepted);
}

#[test]
fn conciliation_that_goes_on_has_no_last_day() {
    let facts = TribunalFacts {
        act_on: date("2026-05-23"),
        limit_months: 3,
        contacted_on: Some(date("2026-06-01")),
        certificate_on: None,
    };
    assert_eq!(tribunal_window(&facts).last_day, None);
}

proptest! {
    #[test]
    fn every_answer_is_due_on_a_working_day_and_no_sooner_than_a_month(
        received in day(), shown in proptest::option::of(0_u64..60), paused in proptest::collection::vec((0_u64..60, 0_u64..30), 0..4),
        told in proptest::option::of(0_u64..60),
    ) {
        let mut facts = access("2026-01-01", &[]);
        facts.received_on = received;
        facts.large_amount = true;
        facts.identity = shown.map_or(Identity::NotInDoubt, |days| Identity::ShownOn(days_after(received, days)));
        facts.clarifications = paused
            .into_iter()
            .map(|(asked, length)| Clarification {
                asked_on: days_after(received, asked),
                answered_on: Some(days_after(received, asked + length)),
            })
            .collect();
        facts.extension_told_on = told.map(|days| days_after(received, days));
        let found = running(&facts);
        prop_assert!(calendar().is_working(found.due_on) && calendar().is_working(found.latest_lawful));
        prop_assert!(found.due_on >= months_after(found.started_on, 1));
        prop_assert!(found.due_on <= found.latest_lawful);
        prop_assert!(found.tell_by <= found.due_on);
        prop_assert!(!(found.extended && found.extension_void));

        // The days that stood still, counted one by one.
        let counted = (1..400).map(|days| days_after(found.started_on, days)).filter(|day| {
            facts.clarifications.iter().any(|pause| pause.asked_on < *day && pause.answered_on.is_some_and(|answered| *day <= answered))
        });
        prop_assert_eq!(found.paused_days, u64::try_from(counted.count()).unwrap());
    }
}
