use proptest::prelude::*;

use super::*;
use crate::retention::RetentionPolicy;
use crate::testing::day;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn given(on: &str, months: u8) -> PermissionDetails {
    PermissionDetails {
        purpose: PermissionPurpose::KeepLonger,
        given_on: date(on),
        months,
        means: PermissionMeans::Email,
        evidence: Line::parse("e-mail of that day").unwrap(),
    }
}

fn checked(on: &str, months: u8, due_on: Option<&str>) -> Result<(), PermissionError> {
    check(
        &given(on, months),
        &RetentionPolicy::default(),
        due_on.map(date),
        date("2026-11-23"),
    )
}

#[test]
fn a_permission_is_taken_only_as_the_person_could_have_given_it() {
    assert_eq!(checked("2026-11-23", 12, Some("2026-11-24")), Ok(()));
    assert_eq!(checked("2026-11-23", 24, None), Ok(()));
    assert_eq!(
        checked("2026-11-24", 12, None),
        Err(PermissionError::GivenInFuture)
    );
    assert_eq!(
        checked("2026-11-23", 0, None),
        Err(PermissionError::MonthsOutOfBounds { months: 0 })
    );
    assert_eq!(
        checked("2026-11-23", 25, None),
        Err(PermissionError::MonthsOutOfBounds { months: 25 })
    );
    let due_on = date("2026-11-20");
    assert_eq!(
        checked("2026-11-20", 12, Some("2026-11-20")),
        Err(PermissionError::TooLate { due_on })
    );
    let ended_on = date("2026-11-23");
    assert_eq!(
        checked("2026-05-23", 6, None),
        Err(PermissionError::AlreadyEnded { ended_on })
    );
}

#[test]
fn a_withdrawal_is_taken_the_same_day_and_once() {
    let (today, given_on) = (date("2026-11-23"), date("2026-11-01"));
    assert_eq!(check_withdrawal(given_on, None, today, today), Ok(()));
    assert_eq!(check_withdrawal(given_on, None, given_on, today), Ok(()));
    let before = Some(date("2026-11-02"));
    let on = date("2026-11-02");
    assert_eq!(
        check_withdrawal(given_on, before, today, today),
        Err(PermissionError::AlreadyWithdrawn { on })
    );
    let ahead = date("2026-11-24");
    assert_eq!(
        check_withdrawal(given_on, None, ahead, today),
        Err(PermissionError::WithdrawnInFuture)
    );
    let early = date("2026-10-31");
    assert_eq!(
        check_withdrawal(given_on, None, early, today),
        Err(PermissionError::WithdrawnBeforeGiven)
    );
}

#[test]
fn nobody_is_asked_during_an_application_or_within_a_year_of_a_no() {
    let today = date("2026-11-23");
    for purpose in [
        PermissionPurpose::KeepLonger,
        PermissionPurpose::ReserveList,
    ] {
        assert_eq!(
            may_ask(purpose, true, None, today),
            Err(AskRefusal::ApplicationRuns)
        );
        assert_eq!(may_ask(purpose, false, None, today), Ok(()));
        let refused_on = date("2025-11-24");
        let ask_from = date("2026-11-24");
        let refused = may_ask(purpose, false, Some(refused_on), today);
        assert_eq!(
            refused,
            Err(AskRefusal::RefusedRecently {
                refused_on,
                ask_from
            })
        );
        assert_eq!(
            may_ask(purpose, false, Some(date("2025-11-23")), today),
            Ok(())
        );
    }
}

#[test]
fn every_refusal_names_its_rule_and_says_why() {
    let due_on = date("2026-11-20");
    for error in [
        PermissionError::GivenInFuture,
        PermissionError::MonthsOutOfBounds { months: 30 },
        PermissionError::TooLate { due_on },
        PermissionError::AlreadyEnded { ended_on: due_on },
        PermissionError::AlreadyWithdrawn { on: due_on },
        PermissionError::WithdrawnBeforeGiven,
        PermissionError::WithdrawnInFuture,
    ] {
        assert!(
            error.sentence().ends_with('.') && error.rule().contains('-'),
            "{error:?}"
        );
    }
}

proptest! {
    #[test]
    fn a_permission_is_live_from_the_day_it_is_given_to_the_day_before_it_ends(
        given_on in day(), months in 1_u8..=24, today in day(), withdrawn in proptest::option::of(day()),
    ) {
        let withdrawn = withdrawn.filter(|day| *day >= given_on);
        let term = Term::new(given_on, months, withdrawn, &RetentionPolicy::default());
        prop_assert_eq!(term.is_live(today), given_on <= today && today < term.ends_on);
        prop_assert!(withdrawn.is_none_or(|day| !term.is_live(day)), "withdrawal bites the same day");
        prop_assert!(!term.may_ask_renewal(today) || term.is_live(today));
    }

    /// What may be recorded keeps the record, and what is refused as too late would have kept nothing.
    #[test]
    fn the_check_and_the_verdict_agree(outcome in day(), given_on in day(), months in 1_u8..=24, today in day()) {
        use crate::application::{OutcomeKind, RejectionReason};
        use crate::retention::{ApplicationFacts, PermissionFacts, PersonFacts, decide};
        prop_assume!(outcome <= today && given_on <= today);
        let policy = RetentionPolicy::default();
        let mut facts = PersonFacts::new(outcome, crate::source::Directness::Direct);
        facts.applications.push(ApplicationFacts {
            application: crate::id::ApplicationId::from_uuid(uuid::Uuid::nil()),
            applied_on: Some(outcome),
            outcome: Some((OutcomeKind::Rejected { reason: RejectionReason::Other }, outcome)),
            vacancy_closed_out_on: None,
            handed_over_on: None,
        });
        let due_on = decide(&facts, &policy, today).erase_on;
        let mut details = given("2026-01-01", months);
        details.given_on = given_on;
        let allowed = check(&details, &policy, due_on, today);
        facts.permissions.push(PermissionFacts {
            permission: crate::id::PermissionId::from_uuid(uuid::Uuid::nil()),
            purpose: PermissionPurpose::KeepLonger,
            application: None,
            given_on,
            months,
            withdrawn_on: None,
        });
        let kept = decide(&facts, &policy, today).erase_on;
        match allowed {
            Ok(()) => prop_assert!(kept >= due_on && kept > Some(today)),
            Err(PermissionError::TooLate { .. }) => prop_assert_eq!(kept, due_on),
            Err(_) => {}
        }
    }
}
