//! Versions of the policy (RET-21): shorter at once for everyone, longer only for what comes in from the day on.

use proptest::prelude::*;
use uuid::Uuid;

use super::{date, known_on};
use crate::application::{OutcomeKind, RejectionReason};
use crate::consent::PermissionPurpose;
use crate::dates::days_before;
use crate::id::{ApplicationId, PermissionId};
use crate::retention::*;
use crate::source::Directness;
use crate::testing::{day, person_facts, policy_values, policy_with_versions};

/// As the facts were the day before: nobody in them came in later.
fn here_before(facts: PersonFacts, from: NaiveDate) -> PersonFacts {
    let before = days_before(from, 1);
    let mut facts = known_on(facts, before);
    facts.received_on = facts.received_on.min(before);
    for application in &mut facts.applications {
        application.applied_on = application.applied_on.map(|on| on.min(before));
    }
    facts
}

fn lasting(values: PolicyValues, than: &PolicyValues) -> PolicyValues {
    PolicyValues {
        unsuccessful_months: values.unsuccessful_months.max(than.unsuccessful_months),
        hired_grace_days: values.hired_grace_days.max(than.hired_grace_days),
        prospect_months: values.prospect_months.max(than.prospect_months),
        criminal_record_months: values
            .criminal_record_months
            .max(than.criminal_record_months),
        health_months: values.health_months.max(than.health_months),
        recording_months: values.recording_months.max(than.recording_months),
        device_days: values.device_days.max(than.device_days),
        ..values
    }
}

/// A class of an application that came in before the version and ended.
fn of_class(applied_on: NaiveDate, outcome: NaiveDate) -> ClassFacts {
    ClassFacts {
        applied_on: Some(applied_on),
        outcome: Some((OutcomeKind::Withdrawn, outcome)),
        decided_on: Some(outcome),
        collected_on: Some(applied_on),
        ..ClassFacts::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_longer_version_moves_no_date_of_anyone_who_is_here(
        facts in person_facts(), policy in policy_with_versions(), from in day(), values in policy_values(), today in day(),
    ) {
        let last = policy.clone().followed_by(from, *policy.values()).unwrap();
        let facts = here_before(facts, from);
        let longer = policy.followed_by(from, lasting(values, policy.values())).unwrap();
        prop_assert_eq!(erase_on(&facts, &policy, today), erase_on(&facts, &longer, today));
        prop_assert_eq!(erase_on(&facts, &last, today), erase_on(&facts, &longer, today), "nor does setting the same again");
        let class = of_class(days_before(from, 40), days_before(from, 9));
        for kind in DataClass::ALL {
            prop_assert_eq!(
                decide_class(kind, &class, &policy, today).erase_on,
                decide_class(kind, &class, &longer, today).erase_on
            );
        }
    }

    #[test]
    fn no_version_makes_a_date_later_for_anyone_who_is_here(
        facts in person_facts(), policy in policy_with_versions(), from in day(), values in policy_values(), today in day(),
    ) {
        let facts = here_before(facts, from);
        let next = policy.followed_by(from, values).unwrap();
        let (before, after) = (erase_on(&facts, &policy, today), erase_on(&facts, &next, today));
        prop_assert_eq!(before.is_none(), after.is_none());
        prop_assert!(after <= before);
        let class = of_class(days_before(from, 40), days_before(from, 9));
        for kind in DataClass::ALL {
            prop_assert!(
                decide_class(kind, &class, &next, today).erase_on <= decide_class(kind, &class, &policy, today).erase_on
            );
        }
    }

    #[test]
    fn what_comes_in_later_knows_nothing_of_earlier_versions(
        policy in policy_with_versions(), from in day(), values in policy_values(), after in 0_u64..900,
    ) {
        let next = policy.followed_by(from, values).unwrap();
        let latest = policy.later.last().map_or(from, |last| last.from.max(from));
        prop_assert_eq!(next.values_for(Some(days_after(latest, after))), values);
    }

    #[test]
    fn a_record_is_kept_for_the_shortest_that_was_promised_since_it_came_in(
        policy in policy_with_versions(), came_in in day(),
    ) {
        let in_use = |on: NaiveDate| {
            policy.later.iter().rfind(|version| version.from <= on).map_or(policy.first, |version| version.values)
        };
        // In whatever order the days are walked.
        let mut days: Vec<NaiveDate> = policy.later.iter().map(|version| version.from).filter(|from| *from > came_in).collect();
        days.reverse();
        days.push(came_in);
        for period in PolicyPeriod::ALL {
            // Of two versions of one day the first was in use too, for what was here that day.
            let that_day = policy.later.iter().filter(|version| version.from > came_in).map(|version| period.of(&version.values));
            let shortest = days.iter().map(|day| period.of(&in_use(*day))).chain(that_day).min().unwrap();
            let expected = if period.keeps() { shortest } else { period.of(policy.values()) };
            prop_assert_eq!(period.of(&policy.values_for(Some(came_in))), expected, "{:?}", period);
        }
    }

    #[test]
    fn the_order_in_which_facts_are_told_changes_nothing(
        facts in person_facts(), policy in policy_with_versions(), today in day(),
    ) {
        let mut turned = facts.clone();
        turned.applications.reverse();
        turned.blocks.reverse();
        let (one, other) = (decide(&facts, &policy, today), decide(&turned, &policy, today));
        prop_assert_eq!(one.erase_on, other.erase_on);
        prop_assert_eq!(one.is_due(today), other.is_due(today));
        prop_assert_eq!(one.due_since, other.due_since);
    }

    #[test]
    fn nobody_is_late_before_the_version_that_makes_them_due(
        facts in person_facts(), policy in policy_with_versions(), from in day(), values in policy_values(), later in 0_u64..400,
    ) {
        let from = policy.later.last().map_or(from, |last| last.from.max(from));
        let facts = here_before(facts, from);
        let (before, today) = (days_before(from, 1), days_after(from, later));
        let next = policy.followed_by(from, values).unwrap();
        let due = decide(&facts, &next, today);
        if let (Some(since), false) = (due.due_since, decide(&facts, &policy, before).is_due(before)) {
            prop_assert!(since >= from, "due since {}, set on {}", since, from);
        }
    }
}

fn months(unsuccessful_months: u8) -> PolicyValues {
    PolicyValues {
        unsuccessful_months,
        ..PolicyValues::default()
    }
}

fn rejected(applied: &str, outcome: &str) -> PersonFacts {
    let mut facts = PersonFacts::new(date(applied), Directness::Direct);
    facts.applications.push(ApplicationFacts {
        application: ApplicationId::from_uuid(Uuid::from_u128(1)),
        applied_on: Some(date(applied)),
        outcome: Some((
            OutcomeKind::Rejected {
                reason: RejectionReason::Other,
            },
            date(outcome),
        )),
        vacancy_closed_out_on: None,
        handed_over_on: None,
    });
    facts
}

#[test]
fn shortened_and_lengthened_again_binds_by_the_day_of_the_application() {
    let policy = RetentionPolicy::default()
        .followed_by(date("2026-02-01"), months(3))
        .and_then(|policy| policy.followed_by(date("2026-06-01"), months(5)))
        .unwrap();
    let goes = |applied: &str| {
        erase_on(
            &rejected(applied, "2026-07-10"),
            &policy,
            date("2026-07-11"),
        )
    };
    assert_eq!(goes("2026-01-31"), Some(date("2026-10-10")), "shortened");
    assert_eq!(
        goes("2026-02-01"),
        Some(date("2026-10-10")),
        "came in under three"
    );
    assert_eq!(
        goes("2026-05-31"),
        Some(date("2026-10-10")),
        "the day before"
    );
    assert_eq!(
        goes("2026-06-01"),
        Some(date("2026-12-10")),
        "the day itself"
    );
    let mut undated = rejected("2026-06-02", "2026-07-10");
    undated.applications[0].applied_on = None;
    assert_eq!(
        erase_on(&undated, &policy, date("2026-07-11")),
        Some(date("2026-10-10")),
        "without a day it counts as before every version"
    );
}

#[test]
fn a_shorter_version_makes_nobody_late_for_the_time_before_it() {
    let policy = RetentionPolicy::default()
        .followed_by(date("2026-10-01"), months(1))
        .unwrap();
    let verdict = decide(
        &rejected("2026-05-01", "2026-06-10"),
        &policy,
        date("2026-10-05"),
    );
    assert_eq!(verdict.erase_on, Some(date("2026-07-10")));
    assert_eq!(verdict.due_since, Some(date("2026-10-01")));
    assert!(verdict.summary(date("2026-10-05")).contains("one month"));
}

#[test]
fn a_permission_that_came_in_time_keeps_when_the_period_is_shortened_after_it() {
    let mut facts = rejected("2026-01-05", "2026-01-10");
    facts.permissions.push(PermissionFacts {
        permission: PermissionId::from_uuid(Uuid::from_u128(1)),
        purpose: PermissionPurpose::KeepLonger,
        application: None,
        given_on: date("2026-05-01"),
        months: 12,
        withdrawn_on: None,
    });
    let shorter = |from: &str| {
        RetentionPolicy::default()
            .followed_by(date(from), months(2))
            .unwrap()
    };
    let today = date("2026-08-01");
    assert_eq!(
        erase_on(&facts, &shorter("2026-06-01"), today),
        Some(date("2027-05-01")),
        "the person gave it while the record was here to keep"
    );
    assert_eq!(
        erase_on(&facts, &shorter("2026-04-01"), today),
        Some(date("2026-03-10")),
        "given when the record was due already, it keeps nothing"
    );
}

#[test]
fn more_than_the_notice_promises_is_refused_with_the_rule() {
    let asked = PolicyValues {
        unsuccessful_months: 7,
        stale_months: 2,
        ..PolicyValues::default()
    };
    let said: Vec<String> = asked.problems().iter().map(PolicyError::sentence).collect();
    assert_eq!(
        said,
        [
            "More than six months would break the notice; a new notice must come first (rules RET-02 and NTC-02).",
            "Choose from 3 to 12 months (rule RET-01).",
        ]
    );
    assert!(RetentionPolicy::new(asked).is_err());
    assert!(
        RetentionPolicy::default()
            .followed_by(date("2026-01-01"), asked)
            .is_err()
    );
}

#[test]
fn only_a_longer_period_needs_a_reason() {
    let notice = PolicyValues::default();
    let asked = PolicyValues {
        unsuccessful_months: 5,
        health_months: 2,
        permission_months: 18,
        permission_reminder_days: 60,
        ..notice
    };
    assert_eq!(
        asked.longer_than(&notice),
        [PolicyPeriod::HealthMonths, PolicyPeriod::PermissionMonths]
    );
    assert_eq!(
        notice.longer_than(&asked),
        [PolicyPeriod::UnsuccessfulMonths]
    );
}
