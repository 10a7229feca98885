use super::*;

fn closed(on: &str) -> VacancyFacts {
    VacancyFacts {
        closed_out_on: Some(date(on)),
        ..here()
    }
}

fn reads(viewer: &Viewer, subject: Subject, day: &str) -> Result<Sight, Refusal> {
    decide::<ReadCandidate>(viewer, subject, date(day)).map(|permit| permit.sight())
}

#[test]
fn people_of_a_vacancy_keep_access_for_fourteen_days_after_it_was_closed_out() {
    for relation in [
        Relation::RecruitingManager,
        Relation::Stakeholder,
        Relation::Interviewer,
        Relation::Approver,
    ] {
        let viewer = viewer(
            Role::Member,
            vec![grant(relation, &here(), "2026-01-01", None)],
        );
        assert!(
            decide::<ReadVacancy>(&viewer, Subject::Vacancy(closed("2026-11-09")), today()).is_ok()
        );
        let refused =
            decide::<ReadVacancy>(&viewer, Subject::Vacancy(closed("2026-11-08")), today());
        assert_eq!(refused.unwrap_err(), Refusal::Ended);
    }
}

#[test]
fn the_organisation_may_set_other_days_after_the_close_out() {
    let mut viewer = with(Relation::Interviewer);
    viewer.policy.panel_grace_days = 0;
    let last_day = closed("2026-11-23");
    assert_eq!(
        reads(&viewer, of(&[last_day]), "2026-11-23"),
        Ok(Sight::NameOnly)
    );
    assert_eq!(
        reads(&viewer, of(&[last_day]), "2026-11-24"),
        Err(Refusal::Ended)
    );
}

#[test]
fn training_is_valid_to_the_day_two_years_on_and_off_the_day_after() {
    let inducted = |on: &str| Viewer {
        inducted_on: Some(date(on)),
        ..viewer(Role::HrAdministrator, vec![])
    };
    let read = |viewer: &Viewer, day| reads(viewer, of(&[here()]), day);
    assert!(read(&inducted("2024-11-23"), "2026-11-23").is_ok());
    assert_eq!(
        read(&inducted("2024-11-22"), "2026-11-23"),
        Err(Refusal::TrainingLapsed)
    );
    assert!(read(&inducted("2024-02-29"), "2026-02-28").is_ok());
    assert_eq!(
        read(&inducted("2024-02-29"), "2026-03-01"),
        Err(Refusal::TrainingLapsed)
    );
    let refreshed = Viewer {
        trained_on: Some(date("2026-11-01")),
        ..inducted("2024-01-10")
    };
    assert!(
        read(&refreshed, "2028-11-01").is_ok(),
        "a refresher renews it"
    );
    let never_inducted = Viewer {
        inducted_on: None,
        ..refreshed
    };
    assert_eq!(
        read(&never_inducted, "2026-11-23"),
        Err(Refusal::NoInduction)
    );
}

#[test]
fn grace_after_training_is_none_unless_the_organisation_sets_it() {
    let mut viewer = viewer(Role::HrAdministrator, vec![]);
    viewer.inducted_on = Some(date("2024-11-20"));
    assert_eq!(
        reads(&viewer, of(&[]), "2026-11-23"),
        Err(Refusal::TrainingLapsed)
    );
    viewer.policy.training_grace_days = 3;
    assert!(reads(&viewer, of(&[]), "2026-11-23").is_ok());
    assert_eq!(
        reads(&viewer, of(&[]), "2026-11-24"),
        Err(Refusal::TrainingLapsed)
    );
}

#[test]
fn those_whose_training_lapsed_can_still_put_it_right_for_each_other() {
    let lapsed = Viewer {
        inducted_on: None,
        ..viewer(Role::HrAdministrator, vec![])
    };
    assert!(decide::<GrantAccess>(&lapsed, Subject::Account(account(2)), today()).is_ok());
    assert_eq!(
        decide::<GrantAccess>(&lapsed, Subject::Account(account(1)), today()).unwrap_err(),
        Refusal::OwnAccess,
        "and nobody for themselves"
    );
}

#[test]
fn an_auditor_without_an_end_or_beyond_ninety_days_sees_nothing() {
    let audit = |until: Option<&str>| {
        viewer(
            Role::Member,
            vec![grant(Relation::Auditor, &here(), "2026-11-02", until)],
        )
    };
    assert!(reads(&audit(Some("2026-11-23")), of(&[here()]), "2026-11-23").is_ok());
    assert_eq!(
        reads(&audit(Some("2026-11-23")), of(&[here()]), "2026-11-24"),
        Err(Refusal::Ended)
    );
    assert_eq!(
        reads(&audit(Some("2026-11-23")), of(&[here()]), "2026-11-01"),
        Err(Refusal::NoRelation),
        "not begun"
    );
    assert!(reads(&audit(None), of(&[here()]), "2026-11-23").is_err());
    assert!(reads(&audit(Some("2027-01-31")), of(&[here()]), "2026-11-23").is_err());
}

#[test]
fn being_nameless_in_one_role_hides_the_name_in_every_other() {
    let manager_of_both = viewer(
        Role::Member,
        vec![
            grant(Relation::RecruitingManager, &here(), "2026-11-01", None),
            grant(
                Relation::RecruitingManager,
                &vacancy(2, 2),
                "2026-11-01",
                None,
            ),
        ],
    );
    let subject = of(&[blind_here(), vacancy(2, 2)]);
    assert_eq!(
        reads(&manager_of_both, subject.clone(), "2026-11-23"),
        Ok(Sight::Blind)
    );
    assert_eq!(
        decide::<EditCandidate>(&manager_of_both, subject, today()).unwrap_err(),
        Refusal::Blind
    );
    let manager_there = viewer(
        Role::Member,
        vec![grant(
            Relation::RecruitingManager,
            &vacancy(2, 2),
            "2026-11-01",
            None,
        )],
    );
    assert_eq!(
        reads(
            &manager_there,
            of(&[blind_here(), vacancy(2, 2)]),
            "2026-11-23"
        ),
        Ok(Sight::Full),
        "who has no part in the blind one knows the person from their own"
    );
}

#[test]
fn an_application_that_reached_the_stage_has_a_name() {
    let subject = |reached| Subject::Candidate {
        candidate: candidate(),
        applied: vec![Applied {
            vacancy: blind_here(),
            reached,
        }],
    };
    let manager = with(Relation::RecruitingManager);
    for (reached, sight) in [
        (Stage::Applied, Sight::Blind),
        (Stage::Sift, Sight::Blind),
        (Stage::Shortlisted, Sight::Full),
        (Stage::Offer, Sight::Full),
    ] {
        assert_eq!(reads(&manager, subject(reached), "2026-11-23"), Ok(sight));
    }
}

#[test]
fn whoever_watches_over_the_others_has_no_part_in_deciding() {
    let dpo = viewer(
        Role::DataProtectionOfficer,
        with(Relation::RecruitingManager).grants,
    );
    let subject = || Subject::Application {
        candidate: candidate(),
        vacancy: here(),
        applied: vec![applied(here())],
    };
    assert!(decide::<DecideApplication>(&dpo, subject(), today()).is_err());
    let mut grants = with(Relation::RecruitingManager).grants;
    grants.push(Grant {
        relation: Relation::Auditor,
        scope: GrantScope::Organisation,
        from: date("2026-11-01"),
        until: Some(date("2026-11-30")),
    });
    let auditor = viewer(Role::Member, grants);
    assert!(decide::<DecideApplication>(&auditor, subject(), today()).is_err());
    assert!(
        decide::<DecideApplication>(&auditor, subject(), date("2026-12-01")).is_ok(),
        "the audit is over and the part is still there"
    );
}

#[test]
fn the_review_names_every_way_and_its_end() {
    let mut manager = with(Relation::RecruitingManager);
    manager
        .grants
        .push(grant(Relation::Director, &here(), "2026-11-01", None));
    let found = ways(&manager, &of(&[closed("2026-11-20")]), today());
    let ends: Vec<_> = found
        .iter()
        .map(|way| match way {
            Way::Role { until, .. } | Way::Part { until, .. } => *until,
        })
        .collect();
    assert_eq!(ends, [Some(date("2026-12-04")), None]);
    manager.conflicts.insert(candidate());
    assert!(ways(&manager, &of(&[here()]), today()).is_empty());
}

#[test]
fn an_alias_reads_back_and_has_no_vowels() {
    for bytes in [[0, 1, 2, 3], [255, 254, 28, 27], [7, 7, 7, 7]] {
        let alias = Alias::from_random(bytes);
        assert_eq!(Alias::parse(alias.code()), Some(alias.clone()));
        assert!(!alias.code().contains(['A', 'E', 'I', 'O', 'U', '0', '1']));
        assert_eq!(alias.to_string(), format!("Candidate {}", alias.code()));
    }
    for wrong in ["", "7KQ", "7KQ22", "7KA2", "7kq2", "é2"] {
        assert_eq!(Alias::parse(wrong), None, "{wrong}");
    }
}

fn seals(viewer: &Viewer, compartment: Compartment) -> Result<(), Refusal> {
    decide::<SealRecord>(viewer, of(&[here()]), today())?.seals(compartment)
}

fn opens(viewer: &Viewer, compartment: Compartment) -> Result<(), Refusal> {
    decide::<OpenSealed>(viewer, of(&[here()]), today())?.opens(compartment)
}

fn unseals(viewer: &Viewer, compartment: Compartment) -> Result<(), Refusal> {
    decide::<SealRecord>(viewer, of(&[here()]), today())?.unseals(compartment)
}

#[test]
fn hr_records_without_a_key_and_opens_and_erases_with_it() {
    let without = viewer(Role::HrAdministrator, vec![]);
    let with_keys = Viewer {
        compartments: Compartment::ALL.into(),
        ..without.clone()
    };
    for compartment in Compartment::ALL {
        assert_eq!(seals(&without, compartment), Ok(()), "{compartment:?}");
        if compartment == Compartment::EqualityMonitoring {
            assert_eq!(opens(&with_keys, compartment), Err(Refusal::CountedOnly));
            assert_eq!(
                unseals(&without, compartment),
                Ok(()),
                "who asks to stop is heard"
            );
        } else {
            assert_eq!(opens(&without, compartment), Err(Refusal::Sealed));
            assert_eq!(unseals(&without, compartment), Err(Refusal::Sealed));
            assert_eq!(opens(&with_keys, compartment), Ok(()));
            assert_eq!(unseals(&with_keys, compartment), Ok(()));
        }
    }
}

#[test]
fn who_decides_on_the_role_does_not_collect_equality_answers_for_it() {
    let panel = viewer(
        Role::HrAdministrator,
        vec![grant(Relation::Interviewer, &here(), "2026-11-01", None)],
    );
    let equality = Compartment::EqualityMonitoring;
    assert_eq!(seals(&panel, equality), Err(Refusal::Decides));
    assert_eq!(unseals(&panel, equality), Err(Refusal::Decides));
    assert_eq!(seals(&panel, Compartment::HealthAndAdjustments), Ok(()));
}

#[test]
fn nobody_but_hr_records_or_opens_what_is_sealed() {
    for relation in Relation::ALL {
        for compartment in Compartment::ALL {
            assert!(seals(&with(relation), compartment).is_err(), "{relation:?}");
            assert!(opens(&with(relation), compartment).is_err(), "{relation:?}");
        }
    }
}

#[test]
fn a_need_is_told_to_an_interviewer_only_when_names_are() {
    let health = DataClass::Sealed(Compartment::HealthAndAdjustments);
    let told = |facts: VacancyFacts| {
        decide::<ReadCandidate>(&with(Relation::Interviewer), of(&[facts]), today())
            .map(|permit| permit.class(health))
    };
    assert_eq!(told(here()), Ok(ClassAccess::Status));
    assert_eq!(
        told(blind_here()),
        Ok(ClassAccess::Withheld(Refusal::Blind))
    );
}
