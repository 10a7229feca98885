use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::golden::ASKS;
use super::model::{Event, History, may_read, viewer_after};
use super::*;

fn some_vacancy() -> impl Strategy<Value = VacancyFacts> {
    (
        1_u128..4,
        option::weighted(0.3, crate::testing::day()),
        option::weighted(0.3, select(&Stage::ALL[..])),
    )
        .prop_map(|(number, closed_out_on, blind_until)| VacancyFacts {
            closed_out_on,
            blind_until,
            // The third shares its team with the second.
            ..vacancy(number, number.min(2))
        })
}

fn some_application() -> impl Strategy<Value = Applied> {
    (some_vacancy(), select(&Stage::ALL[..]))
        .prop_map(|(vacancy, reached)| Applied { vacancy, reached })
}

fn some_scope() -> impl Strategy<Value = GrantScope> {
    prop_oneof![
        4 => (1_u128..4).prop_map(|number| GrantScope::Vacancy(vacancy(number, 1).vacancy)),
        3 => (1_u128..3).prop_map(|number| GrantScope::Team(vacancy(1, number).team)),
        1 => Just(GrantScope::Organisation),
    ]
}

/// Days of a year around today, so that much of what is drawn is in force.
fn near() -> impl Strategy<Value = NaiveDate> {
    (0_u64..500).prop_map(|days| crate::dates::days_after(date("2026-01-01"), days))
}

fn some_grant() -> impl Strategy<Value = Grant> {
    (
        select(&Relation::ALL[..]),
        some_scope(),
        near(),
        option::weighted(0.6, 0_u64..120),
    )
        .prop_map(|(relation, scope, from, days)| Grant {
            relation,
            scope,
            from,
            until: days.map(|days| crate::dates::days_after(from, days)),
        })
}

fn some_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => some_grant().prop_map(Event::Given),
        2 => (0_usize..4).prop_map(Event::Revoked),
        2 => (select(&Role::ALL[..]), option::of(near())).prop_map(|(role, until)| Event::Role(role, until)),
        3 => Just(Event::Inducted),
        1 => Just(Event::Refreshed),
        1 => Just(Event::Conflict),
        1 => Just(Event::ConflictOver),
        1 => select(&Compartment::ALL[..]).prop_map(Event::KeyGiven),
    ]
}

fn some_history() -> impl Strategy<Value = History> {
    vec((near(), some_event()), 0..10).prop_map(|mut history| {
        history.sort_by_key(|(on, _)| *on);
        history
    })
}

fn some_subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        vec(some_application(), 0..3).prop_map(|applied| Subject::Candidate {
            candidate: candidate(),
            applied,
        }),
        some_application().prop_map(|applied| Subject::Application {
            candidate: candidate(),
            vacancy: applied.vacancy,
            applied: vec![applied],
        }),
        some_vacancy().prop_map(Subject::Vacancy),
        vec(some_vacancy(), 0..4).prop_map(|vacancies| Subject::Everyone { vacancies }),
        (1_u128..3).prop_map(|number| Subject::Account(account(number))),
        Just(Subject::Organisation),
    ]
}

fn answers(viewer: &Viewer, subject: &Subject) -> Vec<(ActionKind, String)> {
    ASKS.iter()
        .map(|(action, ask)| (*action, ask(viewer, subject.clone())))
        .collect()
}

fn reads(viewer: &Viewer, applied: &[Applied], class: DataClass, day: NaiveDate) -> bool {
    let subject = Subject::Candidate {
        candidate: candidate(),
        applied: applied.to_vec(),
    };
    decide::<ReadCandidate>(viewer, subject, day).is_ok_and(|permit| permit.class(class).reads())
}

/// Which classes a viewer reads of a subject on a day; none where it is refused.
fn shown(viewer: &Viewer, subject: &Subject, on: NaiveDate) -> Vec<(DataClass, bool)> {
    match decide::<ReadCandidate>(viewer, subject.clone(), on) {
        Ok(permit) => permit
            .classes()
            .iter()
            .map(|(class, access)| (class, access.reads()))
            .collect(),
        Err(_) => Vec::new(),
    }
}

fn sealed() -> impl Strategy<Value = DataClass> {
    select(&Compartment::ALL[..]).prop_map(DataClass::Sealed)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_reads_what_the_table_denies(
        history in some_history(),
        applied in vec(some_application(), 0..3),
        class in select(&DataClass::ALL[..]),
        day in near(),
    ) {
        let viewer = viewer_after(&history, day);
        prop_assert_eq!(
            reads(&viewer, &applied, class, day),
            may_read(&history, &applied, class, day),
            "{:?} on {}", class, day
        );
    }

    #[test]
    fn no_role_and_no_grant_opens_a_sealed_class_without_its_key(
        history in some_history(),
        more in some_grant(),
        role in select(&Role::ALL[..]),
        applied in vec(some_application(), 1..3),
        class in sealed(),
        day in near(),
    ) {
        let before = viewer_after(&history, day);
        let mut after = before.clone();
        after.grants.push(more);
        prop_assert!(
            !reads(&after, &applied, class, day) || reads(&before, &applied, class, day),
            "a grant opened {:?}", class
        );
        after.role = RoleHeld::for_good(role);
        after.compartments.clear();
        prop_assert!(!reads(&after, &applied, class, day), "{:?} opened {:?}", role, class);
    }

    #[test]
    fn a_role_that_is_added_opens_a_sealed_class_to_none_but_hr_who_hold_its_key(
        history in some_history(),
        (role, until) in (select(&Role::ALL[..]), option::of(near())),
        more in vec(some_grant(), 0..3),
        keys in vec(select(&Compartment::ALL[..]), 0..4),
        applied in vec(some_application(), 1..3),
        compartment in select(&Compartment::ALL[..]),
        day in near(),
    ) {
        let mut viewer = viewer_after(&history, day);
        viewer.role = RoleHeld { role, until };
        viewer.grants.extend(more);
        viewer.compartments.extend(keys);
        if reads(&viewer, &applied, DataClass::Sealed(compartment), day) {
            prop_assert_eq!(viewer.role_on(day), Role::HrAdministrator);
            prop_assert!(viewer.compartments.contains(&compartment), "without its key");
            prop_assert_ne!(compartment, Compartment::EqualityMonitoring);
        }
    }

    #[test]
    fn whoever_decides_on_a_role_is_refused_the_equality_answers_there_whatever_else_they_are(
        history in some_history(),
        part in select(vec![Relation::RecruitingManager, Relation::Stakeholder, Relation::Interviewer, Relation::Approver]),
        role in select(vec![Role::HrAdministrator, Role::Member]),
        more in vec(some_grant(), 0..3),
        day in near(),
    ) {
        let mut viewer = viewer_after(&history, day);
        viewer.role = RoleHeld::for_good(role);
        viewer.grants.extend(more);
        viewer.grants.push(Grant { relation: part, scope: GrantScope::Vacancy(here().vacancy), from: day, until: None });
        viewer.compartments.extend(Compartment::ALL);
        // Whoever audits the whole organisation decides nothing meanwhile.
        prop_assume!(!viewer.audits_everything(day));
        if let Ok(permit) = decide::<ReadCandidate>(&viewer, of(&[here()]), day) {
            let class = DataClass::Sealed(Compartment::EqualityMonitoring);
            prop_assert_eq!(permit.class(class), ClassAccess::Withheld(Refusal::Decides));
        }
    }

    #[test]
    fn a_role_is_held_through_its_last_day_and_then_is_none(
        history in some_history(),
        role in select(vec![Role::HrAdministrator, Role::DataProtectionOfficer, Role::Auditor]),
        subject in some_subject(),
        last in near(),
    ) {
        let held = |until, on| {
            let mut viewer = viewer_after(&history, last);
            viewer.role = RoleHeld { role, until: Some(until) };
            shown(&viewer, &subject, on)
        };
        let none = |on| {
            let viewer = Viewer { role: RoleHeld::for_good(Role::Member), ..viewer_after(&history, last) };
            shown(&viewer, &subject, on)
        };
        let after = crate::dates::days_after(last, 1);
        prop_assert_eq!(held(last, last), held(crate::dates::days_after(last, 30), last), "the last day is one of them");
        prop_assert_eq!(held(last, after), none(after), "the day after is not");
    }

    #[test]
    fn time_alone_opens_nothing(
        history in some_history(),
        more in vec(some_grant(), 0..6),
        mut applied in vec(some_application(), 1..4),
        class in select(&DataClass::ALL[..]),
        day in near(),
        later in 1_u64..400,
    ) {
        let mut viewer = viewer_after(&history, day);
        viewer.grants.extend(more);
        viewer.grants.retain(|grant| grant.from <= day);
        // Or little would be read on either day.
        viewer.inducted_on = Some(day);
        viewer.conflicts.clear();
        let later = crate::dates::days_after(day, later);
        // What takes something away gives it back when it ends: an office or an audit that has no part in
        // vacancies, and a part that hides a name from who also audits.
        prop_assume!(viewer.role_on(day).takes_part() && !viewer.audits_everything(day));
        for application in &mut applied {
            application.vacancy.blind_until = None;
        }
        prop_assert!(
            !reads(&viewer, &applied, class, later) || reads(&viewer, &applied, class, day),
            "{:?} on {} but not on {}", class, later, day
        );
    }

    #[test]
    fn equality_answers_are_nobodys_to_read(
        history in some_history(),
        applied in vec(some_application(), 0..3),
        day in near(),
    ) {
        let viewer = viewer_after(&history, day);
        let class = DataClass::Sealed(Compartment::EqualityMonitoring);
        prop_assert!(!reads(&viewer, &applied, class, day));
    }

    #[test]
    fn a_conflict_always_refuses(history in some_history(), subject in some_subject(), day in near()) {
        let mut viewer = viewer_after(&history, day);
        viewer.conflicts.insert(candidate());
        if subject.candidate().is_some() {
            for (action, answer) in answers(&viewer, &subject) {
                prop_assert!(answer.starts_with('✘'), "{:?}: {}", action, answer);
            }
        } else if let Ok(permit) = decide::<ListCandidates>(&viewer, subject, today()) {
            prop_assert!(permit.scope().without().contains(&candidate()), "lists leave them out");
        }
    }

    #[test]
    fn what_is_restricted_is_stored_and_nothing_else(
        history in some_history(),
        subject in some_subject(),
        day in near(),
    ) {
        let mut viewer = viewer_after(&history, day);
        viewer.conflicts.clear();
        let before = answers(&viewer, &subject);
        viewer.restricted.insert(candidate());
        let watches = matches!(
            viewer.role_on(today()),
            Role::HrAdministrator | Role::DataProtectionOfficer
        );
        let stored = [
            ActionKind::ListCandidates,
            ActionKind::ReadCandidate,
            ActionKind::OpenSealed,
            ActionKind::DeclareConflict,
            ActionKind::ReviewRetention,
            ActionKind::ManageHolds,
            ActionKind::Erase,
            ActionKind::Sweep,
            ActionKind::ReviewAccess,
        ];
        if subject.candidate().is_some() {
            for ((action, answer), (_, unrestricted)) in answers(&viewer, &subject).into_iter().zip(before) {
                if watches && stored.contains(&action) {
                    prop_assert_eq!(answer, unrestricted, "{:?}", action);
                } else {
                    prop_assert!(answer.starts_with('✘'), "{:?}: {}", action, answer);
                }
            }
        } else if let Ok(permit) = decide::<ListCandidates>(&viewer, subject, today()) {
            prop_assert_eq!(permit.scope().without().contains(&candidate()), !watches);
        }
    }

    #[test]
    fn nobody_gives_access_to_themselves(history in some_history(), day in near()) {
        let viewer = viewer_after(&history, day);
        prop_assert!(decide::<GrantAccess>(&viewer, Subject::Account(viewer.account), day).is_err());
    }

    #[test]
    fn without_training_nothing_of_a_candidate_is_opened(history in some_history(), subject in some_subject()) {
        let mut viewer = viewer_after(&history, today());
        viewer.inducted_on = None;
        for (action, answer) in answers(&viewer, &subject) {
            prop_assert!(!action.opens_personal_data() || answer.starts_with('✘'), "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn without_a_grant_a_member_reports_incidents_and_gets_nothing_but_empty_lists(subject in some_subject()) {
        for (action, answer) in answers(&viewer(Role::Member, vec![]), &subject) {
            let may = action == ActionKind::ReportIncident || matches!(subject, Subject::Everyone { .. });
            let listed = may && answer == "✔ empty";
            prop_assert!(answer.starts_with('✘') || listed, "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn who_needs_no_contact_details_never_has_full_sight(subject in some_subject(), grants in vec(some_grant(), 0..5)) {
        let parts = [Relation::Stakeholder, Relation::Interviewer, Relation::Approver];
        let grants = grants
            .into_iter()
            .enumerate()
            .map(|(place, grant)| Grant { relation: parts[place % parts.len()], ..grant })
            .collect();
        for (action, answer) in answers(&viewer(Role::Member, grants), &subject) {
            prop_assert!(answer != "✔", "{:?}", action);
        }
    }

    #[test]
    fn who_only_audits_changes_nothing(subject in some_subject(), grants in vec(some_grant(), 0..5), role in select(vec![Role::Member, Role::Auditor])) {
        let grants = grants
            .into_iter()
            .map(|grant| Grant { relation: Relation::Auditor, ..grant })
            .collect();
        for (action, answer) in answers(&viewer(role, grants), &subject) {
            let changes = matches!(
                action,
                ActionKind::AddCandidate
                    | ActionKind::EditCandidate
                    | ActionKind::RecordPermission
                    | ActionKind::RecordDisclosure
                    | ActionKind::DecideApplication
                    | ActionKind::AssessCandidate
                    | ActionKind::ApproveOffer
                    | ActionKind::AddVacancy
                    | ActionKind::EditVacancy
                    | ActionKind::AssignPeople
                    | ActionKind::ManageHolds
                    | ActionKind::Erase
                    | ActionKind::Import
                    | ActionKind::ManageAccounts
                    | ActionKind::GrantAccess
            );
            prop_assert!(!changes || answer.starts_with('✘'), "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn a_grant_that_has_ended_or_not_begun_gives_nothing(subject in some_subject(), grants in vec(some_grant(), 0..5), future in any::<bool>()) {
        let over = grants
            .into_iter()
            .map(|grant| if future {
                Grant { from: date("2026-11-24"), until: Some(date("2026-12-24")), ..grant }
            } else {
                Grant { from: date("2026-11-01"), until: Some(date("2026-11-22")), ..grant }
            })
            .collect();
        for (action, answer) in answers(&viewer(Role::Member, over), &subject) {
            prop_assert!(answer.starts_with('✘') || answer == "✔ empty", "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn the_review_finds_a_way_exactly_for_those_who_read(history in some_history(), applied in vec(some_application(), 0..3), day in near()) {
        let viewer = viewer_after(&history, day);
        let subject = Subject::Candidate { candidate: candidate(), applied };
        let read = decide::<ReadCandidate>(&viewer, subject.clone(), day).is_ok();
        prop_assert_eq!(!ways(&viewer, &subject, day).is_empty(), read);
    }
}
