//! What holds for any history; `examples` has single histories and what is said of them.

mod examples;
mod versions;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dates::days_before;
use crate::testing::{
    application_facts, block, day, permission_facts, person_facts, policy, policy_with_versions,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Everything that happened after a day, left out: what was known on it.
fn known_on(mut facts: PersonFacts, today: NaiveDate) -> PersonFacts {
    let past = |day: &NaiveDate| *day <= today;
    facts.notice_given_on = facts.notice_given_on.filter(past);
    facts.objected_on = facts.objected_on.filter(past);
    facts.erasure_upheld_on = facts.erasure_upheld_on.filter(past);
    for application in &mut facts.applications {
        application.outcome = application.outcome.filter(|(_, on)| past(on));
        application.vacancy_closed_out_on = application.vacancy_closed_out_on.filter(past);
        application.handed_over_on = application.handed_over_on.filter(past);
    }
    facts
        .permissions
        .retain(|permission| past(&permission.given_on));
    for permission in &mut facts.permissions {
        permission.withdrawn_on = permission.withdrawn_on.filter(past);
    }
    for entry in &mut facts.reserve {
        entry.removed_on = entry.removed_on.filter(past);
    }
    facts.blocks.retain(|block| past(&block.from));
    for block in &mut facts.blocks {
        block.to = block.to.filter(past);
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_verdict_has_a_ground_that_names_its_rule_and_explains_itself(facts in person_facts(), policy in policy_with_versions(), today in day()) {
        let verdict = decide(&facts, &policy, today);
        prop_assert!(!verdict.because.is_empty());
        for ground in &verdict.because {
            prop_assert!(ground.rule().starts_with("RET-"));
            prop_assert!(ground.sentence().ends_with('.'));
        }
        for block in &verdict.blocked_by {
            prop_assert!(block.rule().starts_with("RET-"));
            prop_assert!(block.sentence().ends_with('.'));
        }
        prop_assert!(verdict.summary(today).ends_with('.'));
    }

    #[test]
    fn the_first_ground_is_the_one_that_leads_to_the_date(facts in person_facts(), policy in policy_with_versions(), today in day()) {
        let verdict = decide(&facts, &policy, today);
        let decided = match verdict.because[0] {
            Ground::Running { .. } => None,
            Ground::Ended { until, .. } | Ground::Hired { until, .. } | Ground::NeverApplied { until, .. }
            | Ground::NoticeNotGiven { until, .. } | Ground::Permitted { until, .. } | Ground::OnReserveList { until, .. } => Some(until),
            Ground::Objected { on } | Ground::OffReserveList { on, .. } | Ground::ErasureUpheld { on } => Some(on),
            Ground::PermissionWithdrawn { .. } | Ground::PermissionTooLate { .. } | Ground::PermissionUnused { .. }
            | Ground::ReserveVoid { .. } => { prop_assert!(false, "{:?} decides nothing", verdict.because[0]); None }
        };
        prop_assert_eq!(decided, verdict.erase_on);
    }

    #[test]
    fn asked_twice_it_says_the_same_and_the_fast_way_agrees(facts in person_facts(), policy in policy_with_versions(), today in day()) {
        let verdict = decide(&facts, &policy, today);
        prop_assert_eq!(&verdict, &decide(&facts, &policy, today));
        prop_assert_eq!(verdict.erase_on, erase_on(&facts, &policy, today));
    }

    #[test]
    fn due_means_that_the_date_has_come_and_nothing_blocks(facts in person_facts(), policy in policy_with_versions(), today in day()) {
        let verdict = decide(&facts, &policy, today);
        prop_assert_eq!(verdict.is_due(today), verdict.due_since.is_some());
        if verdict.is_due(today) {
            prop_assert!(verdict.blocked_by.is_empty());
            prop_assert!(facts.blocks.iter().all(|block| !block.stands_on(today)));
            let since = verdict.due_since.unwrap();
            prop_assert!(verdict.erase_on.unwrap() <= since && since <= today);
        }
    }

    #[test]
    fn once_due_it_stays_due_while_nothing_new_happens(facts in person_facts(), policy in policy(), today in day(), later in 1_u64..900) {
        let facts = known_on(facts, today);
        let before = decide(&facts, &policy, today);
        let after = decide(&facts, &policy, days_after(today, later));
        prop_assert_eq!(before.erase_on, after.erase_on);
        if before.is_due(today) {
            prop_assert!(after.is_due(days_after(today, later)));
            prop_assert_eq!(before.due_since, after.due_since);
        }
    }

    #[test]
    fn a_block_moves_no_date(mut facts in person_facts(), policy in policy(), today in day(), block in block()) {
        let before = decide(&facts, &policy, today);
        facts.blocks.push(block);
        let after = decide(&facts, &policy, today);
        prop_assert_eq!(before.erase_on, after.erase_on);
        prop_assert_eq!(&before.because, &after.because);
        prop_assert!(!after.is_due(today) || !block.stands_on(today));
    }

    #[test]
    fn what_is_about_people_who_never_applied_moves_nothing_for_one_who_did(
        mut facts in person_facts(), policy in policy(), today in day(), other in day(),
    ) {
        prop_assume!(!facts.applications.is_empty());
        let before = decide(&facts, &policy, today);
        facts.received_on = other;
        facts.notice_given_on = Some(other);
        facts.objected_on = Some(other);
        prop_assert_eq!(before, decide(&facts, &policy, today));
    }

    #[test]
    fn an_older_application_never_brings_a_date_forward_and_a_running_one_takes_it_away(
        mut facts in person_facts(), policy in policy(), today in day(), older in application_facts(9),
    ) {
        prop_assume!(!facts.applications.is_empty());
        facts.erasure_upheld_on = None;
        let before = decide(&facts, &policy, today).erase_on;
        let runs = older.ended().is_none();
        facts.applications.push(older);
        let after = decide(&facts, &policy, today).erase_on;
        match (before, after) {
            (_, None) => prop_assert!(before.is_none() || runs),
            (None, Some(_)) => prop_assert!(false, "a running application still runs"),
            (Some(before), Some(after)) => prop_assert!(before <= after),
        }
    }

    #[test]
    fn a_person_goes_with_the_last_of_their_applications(facts in person_facts(), policy in policy(), today in day()) {
        prop_assume!(!facts.applications.is_empty());
        let own = application_verdicts(&facts, &policy, today);
        prop_assert_eq!(own.len(), facts.applications.len());
        let dates: Option<Vec<NaiveDate>> = own.iter().map(|own| own.verdict.erase_on).collect();
        // An upheld request also dates what runs, so that every date there is lies no later than it.
        let expected = dates.and_then(|dates| dates.into_iter().max());
        prop_assert_eq!(decide(&facts, &policy, today).erase_on, expected);
        for own in own {
            prop_assert!(!own.verdict.because.is_empty());
        }
    }

    #[test]
    fn without_permission_nothing_passes_the_months_of_the_notice(mut facts in person_facts(), policy in policy(), today in day()) {
        facts.permissions.clear();
        facts.erasure_upheld_on = None;
        let six_months = facts.applications.iter().map(|application| {
            application.ended().map(|(_, on)| months_after(on, 6))
        }).collect::<Option<Vec<_>>>().and_then(|dates| dates.into_iter().max());
        let limit = if facts.applications.is_empty() { Some(months_after(facts.received_on, 6)) } else { six_months };
        let found = decide(&facts, &policy, today).erase_on;
        prop_assert_eq!(found.is_none(), limit.is_none());
        prop_assert!(found <= limit);
    }

    #[test]
    fn a_permission_never_shortens_and_withdrawn_keeps_nothing(
        mut facts in person_facts(), policy in policy(), today in day(), mut permission in permission_facts(9, 3),
    ) {
        facts.erasure_upheld_on = None;
        facts.permissions.clear();
        let before = decide(&facts, &policy, today).erase_on;
        facts.permissions.push(permission);
        let with = decide(&facts, &policy, today).erase_on;
        prop_assert!(before <= with);
        prop_assert_eq!(before.is_none(), with.is_none());
        permission.withdrawn_on = Some(permission.given_on.min(today));
        facts.permissions = vec![permission];
        prop_assert_eq!(decide(&facts, &policy, today).erase_on, before);
    }

    #[test]
    fn no_permission_keeps_a_class_that_the_notice_says_goes(
        permissions in (permission_facts(0, 1), permission_facts(1, 1)), outcome in (crate::testing::outcome_kind(), day()),
        decided in day(), policy in policy(), today in day(),
    ) {
        let without = ClassFacts { outcome: Some(outcome), decided_on: Some(decided), collected_on: Some(decided), ..ClassFacts::default() };
        let with = ClassFacts { permissions: vec![permissions.0, permissions.1], ..without };
        for class in DataClass::ALL {
            let (plain, kept) = (decide_class(class, &without, &policy, today), decide_class(class, &with, &policy, today));
            prop_assert!(!plain.because.is_empty() && !kept.because.is_empty());
            prop_assert_eq!(kept.because[0].until(), kept.erase_on);
            if class.permission_extends() {
                prop_assert!(plain.erase_on <= kept.erase_on);
            } else {
                prop_assert_eq!(plain, kept);
            }
        }
    }

    #[test]
    fn the_day_before_the_date_nothing_is_due(facts in person_facts(), policy in policy(), today in day()) {
        let facts = known_on(facts, today);
        if let Some(date) = decide(&facts, &policy, today).erase_on.filter(|date| *date > today) {
            prop_assert!(!decide(&facts, &policy, days_before(date, 1)).is_due(days_before(date, 1)));
        }
    }
}
