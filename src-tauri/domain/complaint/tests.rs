//! The steps of a complaint and its days.

use proptest::prelude::*;

use super::*;
use crate::holidays::{BankHolidays, Nation};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn fresh() -> ComplaintFacts {
    ComplaintFacts {
        received_on: day("2026-11-25"),
        acknowledged_on: None,
        progress_on: None,
        decided: false,
        told_on: None,
    }
}

fn on(facts: &ComplaintFacts, today: &str) -> (ComplaintClockState, NaiveDate) {
    let calendar = BankHolidays::shipped().of(Nation::default());
    let found = clock(facts, calendar, day(today));
    (found.state, found.by)
}

#[test]
fn each_step_is_asked_for_in_its_turn() {
    let mut facts = fresh();
    let today = day("2026-11-28");
    assert_eq!(next(&facts, today), Some(ComplaintStep::Acknowledge));
    facts.acknowledged_on = Some(day("2026-11-26"));
    assert_eq!(next(&facts, today), Some(ComplaintStep::Decide));
    assert_eq!(
        next(&facts, day("2026-12-24")),
        Some(ComplaintStep::Progress),
        "28 days after the last word"
    );
    facts.progress_on = Some(day("2026-12-24"));
    assert_eq!(next(&facts, day("2026-12-24")), Some(ComplaintStep::Decide));
    assert_eq!(
        check_close(&facts, day("2026-12-24"), day("2026-12-24")),
        Err(ComplaintRefusal::NotDecided)
    );
    facts.decided = true;
    assert_eq!(next(&facts, today), Some(ComplaintStep::Tell));
    facts.told_on = Some(day("2026-12-28"));
    assert_eq!(next(&facts, today), None);
}

#[test]
fn an_outcome_within_the_thirty_days_needs_no_acknowledgement() {
    let mut facts = fresh();
    facts.decided = true;
    let today = day("2026-11-28");
    assert_eq!(next(&facts, today), Some(ComplaintStep::Tell));
    assert_eq!(check_close(&facts, today, today), Ok(()));
}

#[test]
fn the_clock_warns_at_sixty_days_and_is_red_at_ninety() {
    let mut facts = fresh();
    let due = day("2026-12-25");
    assert_eq!(
        on(&facts, "2026-12-25"),
        (ComplaintClockState::Unacknowledged, due)
    );
    assert_eq!(on(&facts, "2026-12-26"), (ComplaintClockState::Late, due));
    facts.acknowledged_on = Some(day("2026-12-01"));
    let (warned, red) = (day("2027-01-24"), day("2027-02-23"));
    assert_eq!(
        on(&facts, "2027-01-23"),
        (ComplaintClockState::Running, warned)
    );
    assert_eq!(on(&facts, "2027-01-24"), (ComplaintClockState::Slow, red));
    assert_eq!(
        on(&facts, "2027-02-23"),
        (ComplaintClockState::Overdue, red)
    );
    facts.told_on = Some(day("2027-03-01"));
    assert_eq!(
        on(&facts, "2027-03-05"),
        (ComplaintClockState::Answered, day("2027-03-01"))
    );
}

#[test]
fn the_clock_says_what_the_law_allows_and_what_we_work_to() {
    let calendar = BankHolidays::shipped().of(Nation::default());
    let facts = fresh();
    let found = clock(&facts, calendar, day("2026-11-28"));
    let sentence = clock_sentence(&facts, &found);
    assert!(
        sentence.contains("by 25 December 2026")
            && sentence.contains("until 29 December 2026")
            && sentence.contains("s.164A(3)"),
        "{sentence}"
    );
    let before = ComplaintFacts {
        received_on: day("2026-06-18"),
        ..facts
    };
    let found = clock(&before, calendar, day("2026-06-20"));
    assert!(clock_sentence(&before, &found).contains("good practice"));
}

#[test]
fn nobody_answers_a_complaint_about_themselves() {
    let me = AccountId::from_uuid(uuid::Uuid::from_u128(1));
    let other = AccountId::from_uuid(uuid::Uuid::from_u128(2));
    let facts = fresh();
    assert_eq!(
        check_handler(&facts, Some(me), me),
        Err(ComplaintRefusal::AboutYou)
    );
    assert_eq!(check_handler(&facts, Some(other), me), Ok(()));
    assert_eq!(check_handler(&facts, None, me), Ok(()));
}

proptest! {
    #[test]
    fn no_day_is_taken_that_lies_ahead_or_before_it_came(ahead in 1_u64..400, back in 1_u64..400) {
        let facts = fresh();
        let today = day("2027-03-01");
        let came = facts.received_on;
        prop_assert_eq!(
            check_acknowledge(&facts, days_after(today, ahead), today),
            Err(ComplaintRefusal::Ahead)
        );
        prop_assert_eq!(
            check_acknowledge(&facts, crate::dates::days_before(came, back), today),
            Err(ComplaintRefusal::Before { day: came })
        );
    }
}
