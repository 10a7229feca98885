//! Single histories, and what the sentences say of them.

use uuid::Uuid;

use super::date;
use crate::application::{OutcomeKind, RejectionReason};
use crate::consent::PermissionPurpose;
use crate::id::{ApplicationId, PermissionId, ReserveEntryId};
use crate::retention::*;
use crate::source::Directness;

fn rejected(on: &str) -> ApplicationFacts {
    ApplicationFacts {
        application: ApplicationId::from_uuid(Uuid::from_u128(1)),
        applied_on: Some(date("2026-01-05")),
        outcome: Some((
            OutcomeKind::Rejected {
                reason: RejectionReason::MetRequirementsNotSelected,
            },
            date(on),
        )),
        vacancy_closed_out_on: None,
        handed_over_on: None,
    }
}

fn permission(purpose: PermissionPurpose, given_on: &str) -> PermissionFacts {
    PermissionFacts {
        permission: PermissionId::from_uuid(Uuid::from_u128(1)),
        purpose,
        application: None,
        given_on: date(given_on),
        months: 12,
        withdrawn_on: None,
    }
}

fn applicant(outcome: &str) -> PersonFacts {
    let mut facts = PersonFacts::new(date("2026-01-05"), Directness::Direct);
    facts.applications.push(rejected(outcome));
    facts
}

fn summary(facts: &PersonFacts, today: &str) -> String {
    decide(facts, &RetentionPolicy::default(), date(today)).summary(date(today))
}

#[test]
fn the_summary_is_one_plain_sentence() {
    let mut facts = applicant("2026-11-14");
    assert_eq!(
        summary(&facts, "2026-11-23"),
        "Erase on 14 May 2027, six months after the outcome."
    );
    assert_eq!(
        summary(&facts, "2027-06-01"),
        "Due for erasure since 14 May 2027, six months after the outcome."
    );

    facts
        .permissions
        .push(permission(PermissionPurpose::KeepLonger, "2026-12-03"));
    assert_eq!(
        summary(&facts, "2026-12-23"),
        "Kept until 3 December 2027 by the permission given on 3 December 2026."
    );
    assert_eq!(
        summary(&facts, "2027-12-23"),
        "Due for erasure since 3 December 2027, as the permission given on 3 December 2026 has ended."
    );
    facts.permissions[0].withdrawn_on = Some(date("2027-08-01"));
    assert_eq!(
        summary(&facts, "2027-08-02"),
        "Due for erasure since 1 August 2027, six months after the outcome."
    );

    facts.blocks.push(Block {
        kind: BlockKind::LegalHold,
        application: None,
        from: date("2027-05-01"),
        to: None,
    });
    assert_eq!(
        summary(&facts, "2027-08-02"),
        "Kept by a legal hold since 1 May 2027 (RET-06); the date stays 14 May 2027."
    );

    let mut running = applicant("2026-11-14");
    running.applications[0].outcome = None;
    assert_eq!(
        summary(&running, "2026-11-23"),
        "No date yet: an application is running (RET-01)."
    );

    let prospect = PersonFacts::new(date("2026-05-23"), Directness::Direct);
    assert_eq!(
        summary(&prospect, "2026-06-23"),
        "Erase on 23 November 2026, six months after the details came in."
    );
    let sourced = PersonFacts::new(date("2026-10-22"), Directness::Indirect);
    assert_eq!(
        summary(&sourced, "2026-11-22"),
        "Erase on 23 November 2026, as the privacy notice was not given by 22 November 2026."
    );
}

#[test]
fn a_place_on_the_reserve_list_keeps_the_record_only_while_the_person_is_on_it() {
    let mut facts = applicant("2026-05-20");
    facts
        .permissions
        .push(permission(PermissionPurpose::ReserveList, "2026-05-22"));
    let unlisted = decide(&facts, &RetentionPolicy::default(), date("2026-06-01"));
    assert_eq!(unlisted.erase_on, Some(date("2026-11-20")));
    assert!(
        unlisted
            .because
            .iter()
            .any(|ground| matches!(ground, Ground::PermissionUnused { .. }))
    );

    facts.reserve.push(ReserveFacts {
        entry: ReserveEntryId::from_uuid(Uuid::from_u128(1)),
        application: facts.applications[0].application,
        permission: facts.permissions[0].permission,
        until: None,
        removed_on: None,
    });
    assert_eq!(
        summary(&facts, "2026-06-01"),
        "Kept until 22 May 2027 on the reserve list, by the permission given on 22 May 2026."
    );
    facts.reserve[0].removed_on = Some(date("2026-12-01"));
    assert_eq!(
        summary(&facts, "2026-12-02"),
        "Due for erasure since 1 December 2026, as the place on the reserve list has ended."
    );
    facts.reserve[0].removed_on = Some(date("2026-07-01"));
    assert_eq!(
        summary(&facts, "2026-07-02"),
        "Erase on 20 November 2026, six months after the outcome."
    );
}

#[test]
fn a_hired_persons_copy_waits_for_hr_and_shouts() {
    let mut facts = applicant("2026-05-20");
    facts.applications[0].outcome = Some((OutcomeKind::Hired, date("2026-05-20")));
    let verdict = decide(&facts, &RetentionPolicy::default(), date("2026-11-23"));
    assert_eq!(
        verdict
            .blocked_by
            .iter()
            .map(|block| block.kind)
            .collect::<Vec<_>>(),
        [BlockKind::HandoverUnconfirmed]
    );
    facts.applications[0].handed_over_on = Some(date("2026-12-01"));
    let verdict = decide(&facts, &RetentionPolicy::default(), date("2026-12-05"));
    assert_eq!(
        verdict.due_since,
        Some(date("2026-12-01")),
        "late only from the confirmation"
    );
}

#[test]
fn a_block_that_came_after_the_date_excuses_no_day_before_it() {
    let mut facts = applicant("2026-03-02");
    let (from, to) = (date("2026-10-01"), Some(date("2026-11-01")));
    facts.blocks.push(Block {
        kind: BlockKind::LegalHold,
        application: None,
        from,
        to,
    });
    let verdict = decide(&facts, &RetentionPolicy::default(), date("2026-12-01"));
    assert_eq!(verdict.due_since, Some(date("2026-09-02")));
}

#[test]
fn a_block_on_one_application_leaves_the_other_ones_material_alone() {
    let mut facts = applicant("2026-01-10");
    let other = ApplicationFacts {
        application: ApplicationId::from_uuid(Uuid::from_u128(2)),
        ..rejected("2026-01-20")
    };
    facts.applications.push(other);
    let named = Some(other.application);
    facts.blocks.push(Block {
        kind: BlockKind::Complaint,
        application: named,
        from: date("2026-02-01"),
        to: None,
    });
    let today = date("2026-09-01");
    let policy = RetentionPolicy::default();
    let due: Vec<bool> = application_verdicts(&facts, &policy, today)
        .iter()
        .map(|own| own.verdict.is_due(today))
        .collect();
    assert_eq!(due, [true, false]);
    assert!(!decide(&facts, &policy, today).is_due(today));
}

#[test]
fn a_policy_outside_its_bounds_is_refused() {
    let values = PolicyValues {
        unsuccessful_months: 7,
        ..PolicyValues::default()
    };
    let error = RetentionPolicy::new(values).unwrap_err();
    assert_eq!(
        error.to_string(),
        "unsuccessful_months is 7; the rule-book allows 1 to 6 (RET-02)"
    );
    assert!(
        serde_json::from_str::<PolicyValues>(r#"{"permissionMonths":25}"#)
            .unwrap()
            .check()
            .is_err()
    );
    assert_eq!(
        RetentionPolicy::new(PolicyValues::default()),
        Ok(RetentionPolicy::default())
    );
}

#[test]
fn a_running_application_is_stale_after_six_quiet_months() {
    let policy = RetentionPolicy::default();
    assert!(!is_stale(date("2026-05-23"), &policy, date("2026-11-22")));
    assert!(is_stale(date("2026-05-23"), &policy, date("2026-11-23")));
}

#[test]
fn an_upheld_request_does_not_lose_the_only_copy_of_someone_hired() {
    let mut facts = applicant("2026-05-20");
    facts.applications[0].outcome = Some((OutcomeKind::Hired, date("2026-05-20")));
    facts.erasure_upheld_on = Some(date("2026-06-10"));
    let policy = RetentionPolicy::default();
    let verdict = decide(&facts, &policy, date("2026-06-10"));
    assert_eq!(verdict.erase_on, Some(date("2026-06-10")));
    assert_eq!(verdict.blocked_by[0].kind, BlockKind::HandoverUnconfirmed);
    facts.applications[0].handed_over_on = Some(date("2026-06-12"));
    assert_eq!(
        decide(&facts, &policy, date("2026-06-12")).due_since,
        Some(date("2026-06-12"))
    );
}

#[test]
fn the_notice_given_on_its_last_day_is_in_time_and_a_day_later_is_not() {
    let mut facts = PersonFacts::new(date("2026-10-22"), Directness::Indirect);
    let erase_on = |facts: &PersonFacts| {
        decide(facts, &RetentionPolicy::default(), date("2026-12-01")).erase_on
    };
    facts.notice_given_on = Some(date("2026-11-22"));
    assert_eq!(erase_on(&facts), Some(date("2027-04-22")));
    facts.notice_given_on = Some(date("2026-11-23"));
    assert_eq!(erase_on(&facts), Some(date("2026-11-23")));
}

#[test]
fn criminal_record_information_goes_with_the_sooner_of_decision_and_application() {
    let outcome = Some((
        OutcomeKind::Rejected {
            reason: RejectionReason::Other,
        },
        date("2026-06-30"),
    ));
    let facts = ClassFacts {
        outcome,
        decided_on: Some(date("2026-08-31")),
        ..ClassFacts::default()
    };
    let verdict = decide_class(
        DataClass::CriminalRecord,
        &facts,
        &RetentionPolicy::default(),
        date("2026-07-01"),
    );
    assert_eq!(verdict.erase_on, Some(date("2026-12-30")));
    assert_eq!(
        verdict.because[0].sentence(),
        "The outcome was on 30 June 2026, and six months later is 30 December 2026."
    );
    assert_eq!(
        verdict.because.len(),
        2,
        "the ground that did not decide is listed too"
    );
}
