//! Cases: the clock that explains itself, what comes next, and what holds whatever was noted.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dates::{days_after, months_after};
use crate::deadline::RequestDeadline;
use crate::holidays::{BankHolidays, Calendar, Nation};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> &'static Calendar {
    BankHolidays::shipped().of(Nation::EnglandAndWales)
}

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(uuid::Uuid::from_u128(number))
}

fn case(received: &str, rights: &[Right]) -> RequestCase {
    RequestCase::new(date(received), RequestChannel::Email, rights)
}

fn decision(outcome: ItemOutcome, grounds: &[Exemption]) -> ItemDecision {
    ItemDecision {
        outcome,
        grounds: grounds.iter().copied().collect(),
        by: account(1),
        on: date("2026-12-01"),
        agreed_by: None,
    }
}

fn decide(case: &mut RequestCase, right: Right, decided: &ItemDecision) {
    for item in &mut case.items {
        if item.right == right {
            item.decision = Some(decided.clone());
        }
    }
}

fn at(case: &RequestCase, today: &str) -> CaseClock {
    clock(case, calendar(), date(today)).unwrap()
}

#[test]
fn a_clock_says_why_it_stands_where_it_does() {
    let mut case = case("2026-11-28", &[Right::Access]);
    assert_eq!(
        at(&case, "2026-11-28").sentence,
        "Answer by 29 December 2026: one month from 28 November 2026, moved from Monday 28 December 2026, a bank \
         holiday."
    );
    case.received_on = date("2026-10-05");
    case.identity = IdentityStep::Seen {
        asked_on: date("2026-10-06"),
        on: date("2026-10-19"),
    };
    case.questions.push(CaseQuestion {
        asked_on: date("2026-10-20"),
        answered_on: Some(date("2026-10-23")),
    });
    assert_eq!(
        at(&case, "2026-10-24").sentence,
        "Answer by 23 November 2026: one month from 19 October 2026, the day they showed who they are, with 3 days for \
         the time a question was open, moved from Sunday 22 November 2026."
    );
    case.extension = Some(CaseExtension {
        told_on: date("2026-11-20"),
        because: ExtensionReason::Complexity,
    });
    assert!(at(&case, "2026-11-24").sentence.starts_with(
        "Answer by 22 January 2027: three months, as the person was told in time, from"
    ));
}

#[test]
fn a_clock_is_amber_after_fourteen_days_and_red_after_twenty_one() {
    let mut case = case("2026-11-02", &[Right::Erasure]);
    for (today, tone) in [
        ("2026-11-15", ClockTone::Running),
        ("2026-11-16", ClockTone::Amber),
        ("2026-11-22", ClockTone::Amber),
        ("2026-11-23", ClockTone::Red),
        ("2026-12-02", ClockTone::Red),
        ("2026-12-03", ClockTone::Late),
    ] {
        assert_eq!(at(&case, today).tone, tone, "{today}");
    }
    for (answered, tone) in [
        ("2026-12-02", ClockTone::Answered),
        ("2026-12-03", ClockTone::AnsweredLate),
    ] {
        case.answer = Some(CaseAnswer {
            on: date(answered),
            channel: RequestChannel::Email,
        });
        assert_eq!(at(&case, "2027-03-01").tone, tone, "{answered}");
    }
}

#[test]
fn the_first_answer_due_counts_and_a_question_stops_access_alone() {
    let mut case = case("2026-11-02", &[Right::Access, Right::Erasure]);
    case.questions.push(CaseQuestion {
        asked_on: date("2026-11-04"),
        answered_on: None,
    });
    let found = at(&case, "2026-11-05");
    assert_eq!(
        (found.right, found.tone),
        (Right::Erasure, ClockTone::Running)
    );
    case.items.retain(|item| item.right == Right::Access);
    assert_eq!(at(&case, "2026-11-05").tone, ClockTone::Paused);
}

#[test]
fn steps_follow_each_other_and_none_is_skipped() {
    let mut case = case("2026-11-02", &[Right::Access, Right::Erasure]);
    case.identity = IdentityStep::Asked {
        on: date("2026-11-02"),
    };
    assert_eq!(next(&case, true), Some(CaseStep::SeeIdentity));
    case.identity = IdentityStep::Seen {
        asked_on: date("2026-11-02"),
        on: date("2026-11-05"),
    };
    assert_eq!(next(&case, false), Some(CaseStep::FindPerson));
    assert_eq!(next(&case, true), Some(CaseStep::MakePack));
    case.pack_made_on = Some(date("2026-11-06"));
    assert_eq!(
        next(&case, true),
        Some(CaseStep::Decide {
            right: Right::Access
        })
    );
    decide(
        &mut case,
        Right::Access,
        &decision(ItemOutcome::Granted, &[]),
    );
    decide(
        &mut case,
        Right::Erasure,
        &decision(ItemOutcome::Partly, &[Exemption::LegalClaims]),
    );
    assert_eq!(next(&case, true), Some(CaseStep::Erase));
    assert_eq!(
        check_close(&case, true, date("2026-11-20")),
        Err(CaseRefusal::NotYet(CaseStep::Erase))
    );
    case.erased_on = Some(date("2026-11-20"));
    assert_eq!(check_close(&case, true, date("2026-11-20")), Ok(()));
    assert_eq!(
        check_close(&case, true, date("2026-11-01")),
        Err(CaseRefusal::BeforeReceived {
            received_on: date("2026-11-02")
        })
    );
}

#[test]
fn what_they_gave_is_put_together_before_portability_is_answered() {
    let mut case = case("2026-11-02", &[Right::Portability]);
    assert_eq!(next(&case, true), Some(CaseStep::MakePortable));
    assert!(case.keeps_the_record());
    decide(
        &mut case,
        Right::Portability,
        &decision(ItemOutcome::Granted, &[]),
    );
    assert_eq!(next(&case, true), Some(CaseStep::MakePortable));
    case.portable_made_on = Some(date("2026-11-06"));
    assert_eq!(next(&case, true), Some(CaseStep::Answer));
    case.portable_made_on = None;
    decide(
        &mut case,
        Right::Portability,
        &decision(ItemOutcome::Refused, &[Exemption::NotGivenByThem]),
    );
    assert_eq!(next(&case, true), Some(CaseStep::Answer));
}

#[test]
fn what_is_manifestly_excessive_takes_two_people() {
    let mut case = case("2026-11-02", &[Right::Access]);
    let alone = decision(ItemOutcome::Refused, &[Exemption::ManifestlyExcessive]);
    assert_eq!(
        alone.check(&case, Right::Access, date("2026-11-03")),
        Ok(())
    );
    decide(&mut case, Right::Access, &alone);
    assert_eq!(
        next(&case, true),
        Some(CaseStep::Agree {
            right: Right::Access
        })
    );
    assert_eq!(alone.agreed(account(1)), Err(CaseRefusal::OwnProposal));
    decide(&mut case, Right::Access, &alone.agreed(account(2)).unwrap());
    assert_eq!(next(&case, true), Some(CaseStep::Answer));
}

#[test]
fn a_refusal_needs_a_ground_and_one_of_this_right() {
    let case = case("2026-11-02", &[Right::Erasure]);
    let check = |outcome, grounds: &[Exemption]| {
        decision(outcome, grounds).check(&case, Right::Erasure, date("2026-12-01"))
    };
    assert_eq!(check(ItemOutcome::Refused, &[]), Err(CaseRefusal::NoGround));
    assert_eq!(
        check(ItemOutcome::Partly, &[Exemption::ConfidentialReference]),
        Err(CaseRefusal::NotAGround)
    );
    assert_eq!(
        check(ItemOutcome::Granted, &[Exemption::LegalClaims]),
        Err(CaseRefusal::GroundWithoutRefusal)
    );
    assert_eq!(
        check(ItemOutcome::Partly, &[Exemption::LegalClaims]),
        Ok(())
    );
    assert_eq!(
        check(ItemOutcome::Refused, &[Exemption::NotIdentified]),
        Err(CaseRefusal::NotAGround),
        "nobody asked who they are"
    );
}

#[test]
fn who_does_not_show_who_they_are_has_a_month() {
    let mut case = case("2026-11-02", &[Right::Access]);
    case.identity = IdentityStep::Asked {
        on: date("2026-11-03"),
    };
    let refused = decision(ItemOutcome::Refused, &[Exemption::NotIdentified]);
    let from = date("2026-12-03");
    assert_eq!(
        refused.check(&case, Right::Access, date("2026-12-02")),
        Err(CaseRefusal::MayStillShow { from })
    );
    assert_eq!(refused.check(&case, Right::Access, from), Ok(()));
    decide(&mut case, Right::Access, &refused);
    assert_eq!(next(&case, true), Some(CaseStep::Answer));
}

#[test]
fn every_word_is_read_again() {
    for ground in Exemption::ALL {
        assert_eq!(Exemption::from_code(ground.code()), Some(*ground));
    }
    for right in Right::ALL {
        assert!(Exemption::of(*right).count() >= 3, "{right:?}");
    }
}

fn any_case() -> impl Strategy<Value = RequestCase> {
    let offsets = prop::collection::vec((0_u64..60, prop::option::of(0_u64..40)), 0..4);
    (
        crate::testing::day(),
        prop::sample::subsequence(Right::ALL.to_vec(), 1..=Right::ALL.len()),
        offsets,
        prop::option::of(0_u64..40),
        prop::option::of(0_u64..120),
    )
        .prop_map(|(received_on, rights, questions, seen, told)| {
            let mut case = RequestCase::new(received_on, RequestChannel::Letter, &rights);
            case.questions = questions
                .into_iter()
                .map(|(asked, answered)| CaseQuestion {
                    asked_on: days_after(received_on, asked),
                    answered_on: answered.map(|more| days_after(received_on, asked + more)),
                })
                .collect();
            if let Some(days) = seen {
                case.identity = IdentityStep::Seen {
                    asked_on: received_on,
                    on: days_after(received_on, days),
                };
            }
            case.extension = told.map(|days| CaseExtension {
                told_on: days_after(received_on, days),
                because: ExtensionReason::Number,
            });
            case
        })
}

proptest! {
    /// Stopping, resuming and extending only ever give more time, and never less than a month from the start.
    #[test]
    fn an_answer_is_never_due_before_a_month_from_the_start(case in any_case()) {
        for item in &case.items {
            if let RequestDeadline::Running(running) = clock_of(&case, item.right, calendar()) {
                prop_assert!(running.started_on >= case.received_on);
                prop_assert!(running.due_on >= months_after(running.started_on, 1));
                prop_assert!(running.due_on <= running.latest_lawful);
                prop_assert!(calendar().is_working(running.due_on) || running.beyond_data);
                prop_assert_eq!(running.extended && running.extension_void, false);
            }
        }
    }

    /// A question moves the day of access by no more than the days it was open, rolled, and of no other right.
    #[test]
    fn a_question_stops_nothing_but_access(case in any_case()) {
        let mut without = case.clone();
        without.questions.clear();
        for item in &case.items {
            let with = clock_of(&case, item.right, calendar());
            if item.right != Right::Access {
                prop_assert_eq!(with, clock_of(&without, item.right, calendar()));
            } else if let (RequestDeadline::Running(with), RequestDeadline::Running(without)) =
                (with, clock_of(&without, item.right, calendar()))
            {
                prop_assert!(with.tell_by >= without.tell_by);
                let open: u64 = case.questions.iter().filter_map(|question| {
                    let days = (question.answered_on? - question.asked_on).num_days();
                    u64::try_from(days).ok()
                }).sum();
                prop_assert!(with.paused_days <= open);
            }
        }
    }

    /// The clock of a case is the first of its rights', and tells its day in words.
    #[test]
    fn the_clock_of_a_case_is_the_first_of_its_rights(case in any_case(), days in 0_u64..200) {
        let found = clock(&case, calendar(), days_after(case.received_on, days)).unwrap();
        for item in &case.items {
            let due = clock_of(&case, item.right, calendar()).due_on();
            prop_assert!(found.deadline.due_on().is_some() || due.is_none());
            prop_assert!(due.is_none_or(|due| found.deadline.due_on().is_some_and(|first| first <= due)));
        }
        if let Some(due) = found.deadline.due_on() {
            prop_assert!(found.sentence.contains(&crate::dates::plain(due)));
        }
    }
}
