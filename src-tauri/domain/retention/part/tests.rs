use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::application::RejectionReason;
use crate::consent::PermissionPurpose;
use crate::document::DocumentKind;
use crate::id::{DocumentId, PermissionId};
use crate::retention::{BlockKind, PermissionFacts, decide};
use crate::source::Directness;
use crate::testing::{day, person_facts, policy};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> ApplicationId {
    ApplicationId::from_uuid(Uuid::from_u128(number))
}

/// Someone with an application that ended on each of these days, or runs; each came in on the first of the year.
fn applicant(outcomes: &[Option<&str>]) -> PartFacts {
    let mut person = PersonFacts::new(date("2026-01-01"), Directness::Direct);
    let mut applied = Vec::new();
    for (number, outcome) in (1..).zip(outcomes) {
        let how = OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        };
        person.applications.push(ApplicationFacts {
            application: id(number),
            applied_on: Some(date("2026-01-01")),
            outcome: outcome.map(|on| (how, date(on))),
            vacancy_closed_out_on: None,
            handed_over_on: None,
        });
        applied.push(Applied {
            application: id(number),
            applied_on: date("2026-01-01"),
            offered: false,
            has_history: true,
        });
    }
    PartFacts {
        person,
        applied,
        sealed: Vec::new(),
        documents: Vec::new(),
    }
}

fn document(facts: &mut PartFacts, kind: DocumentKind, of: Option<u128>, added_on: &str) {
    facts.documents.push(DocumentFacts {
        document: DocumentId::from_uuid(Uuid::from_u128(500)),
        kind,
        application: of.map(id),
        added_on: date(added_on),
    });
}

fn sealed(facts: &mut PartFacts, kind: SealedKind, on: &str, decided_on: Option<&str>) {
    facts.sealed.push(SealedFacts {
        record: SealedRecordId::from_uuid(Uuid::from_u128(7)),
        kind,
        recorded_on: date(on),
        decided_on: decided_on.map(date),
    });
}

fn permitted(facts: &mut PartFacts, application: Option<ApplicationId>, given_on: &str) {
    facts.person.permissions.push(PermissionFacts {
        permission: PermissionId::from_uuid(Uuid::from_u128(1)),
        purpose: PermissionPurpose::KeepLonger,
        application,
        given_on: date(given_on),
        months: 12,
        withdrawn_on: None,
    });
}

/// What goes before the person, by its word and day.
fn dates(facts: &PartFacts, today: &str) -> Vec<(&'static str, String)> {
    part_dates(facts, &RetentionPolicy::default(), date(today))
        .into_iter()
        .map(|found| (found.part.code(), found.erase_on.to_string()))
        .collect()
}

fn sealed_date(facts: &PartFacts, today: &str) -> Option<String> {
    dates(facts, today)
        .into_iter()
        .find(|(part, _)| *part == "sealed-record")
        .map(|(_, on)| on)
}

/// RET-15#01 to #04: each application's own material by its own date.
#[test]
fn an_applications_own_material_goes_although_the_person_stays() {
    let both = applicant(&[Some("2026-01-10"), Some("2026-04-02")]);
    assert_eq!(
        dates(&both, "2026-09-01"),
        [("application", "2026-07-10".to_owned())],
        "#01 and #02: the later goes with the person"
    );
    let running = applicant(&[Some("2026-01-10"), None]);
    assert_eq!(
        dates(&running, "2026-11-23"),
        [("application", "2026-07-10".to_owned())],
        "#03: a live application keeps the person, not the old one's material"
    );
    let mut permission = applicant(&[Some("2026-01-10"), Some("2026-04-02")]);
    permitted(&mut permission, Some(id(2)), "2026-05-01");
    assert_eq!(
        dates(&permission, "2026-11-23"),
        [
            ("application", "2026-07-10".to_owned()),
            ("history", "2026-10-02".to_owned())
        ],
        "#04: a permission for the other keeps neither this one nor the other's history"
    );
}

#[test]
fn a_permission_keeps_an_application_and_none_of_its_history() {
    let mut facts = applicant(&[Some("2026-05-01")]);
    permitted(&mut facts, None, "2026-06-01");
    assert_eq!(
        dates(&facts, "2026-11-01"),
        [("history", "2026-11-01".to_owned())]
    );
    facts.applied[0].has_history = false;
    assert_eq!(dates(&facts, "2026-11-01"), [], "what is gone has no date");
}

/// RET-10 to RET-12 and C11: these classes go on their own dates, whatever a permission keeps.
#[test]
fn sealed_classes_go_on_their_own_dates_though_a_permission_keeps_the_person() {
    for (kind, decided_on, goes) in [
        (SealedKind::Identity, None, "2026-05-01"),
        (SealedKind::RightToWork, None, "2026-05-01"),
        (SealedKind::Adjustments, None, "2026-05-01"),
        (SealedKind::EqualityAnswers, None, "2026-11-01"),
        (SealedKind::Vetting, None, "2026-11-01"),
        (SealedKind::CriminalRecord, Some("2026-03-05"), "2026-09-05"),
        (SealedKind::CriminalRecord, Some("2026-04-30"), "2026-10-30"),
        (SealedKind::CriminalRecord, None, "2026-11-01"),
    ] {
        let mut facts = applicant(&[Some("2026-05-01")]);
        permitted(&mut facts, None, "2026-04-01");
        facts.person.permissions[0].months = 24;
        sealed(&mut facts, kind, "2026-02-01", decided_on);
        assert_eq!(
            sealed_date(&facts, "2026-05-02").as_deref(),
            Some(goes),
            "{kind:?}, decided {decided_on:?}"
        );
    }
}

#[test]
fn what_is_counted_from_an_outcome_waits_for_it_and_a_decision_does_not() {
    let mut facts = applicant(&[None]);
    sealed(&mut facts, SealedKind::Adjustments, "2026-02-01", None);
    sealed(
        &mut facts,
        SealedKind::CriminalRecord,
        "2026-02-01",
        Some("2026-02-01"),
    );
    let found = part_verdicts(&facts, &RetentionPolicy::default(), date("2026-06-01"));
    let sealed: Vec<_> = found
        .iter()
        .filter(|part| matches!(part.part, Part::Sealed(_)))
        .map(|part| (part.class, part.erase_on, part.rule))
        .collect();
    assert_eq!(
        sealed,
        [
            (DataClass::Health, None, "C11"),
            (
                DataClass::CriminalRecord,
                Some(date("2026-08-01")),
                "RET-10"
            )
        ]
    );
}

/// RET-11#01 and #03, RET-16: a check serves what was open when it was made, and nothing that comes later.
#[test]
fn applying_again_keeps_no_check_of_an_earlier_application() {
    let mut facts = applicant(&[Some("2026-11-02"), None]);
    facts.applied[0].offered = true;
    facts.applied[1].applied_on = date("2026-11-10");
    sealed(&mut facts, SealedKind::RightToWork, "2026-10-20", None);
    assert_eq!(
        sealed_date(&facts, "2026-11-23").as_deref(),
        Some("2026-11-02"),
        "the day of the outcome, although another runs"
    );
    facts.applied[1].offered = true;
    assert_eq!(
        sealed_date(&facts, "2026-11-23").as_deref(),
        Some("2026-11-02"),
        "nor when that one comes to an offer"
    );
    facts.applied[1].applied_on = date("2026-10-10");
    assert_eq!(
        sealed_date(&facts, "2026-11-23"),
        None,
        "where both were open, it serves both"
    );
    facts.person.applications[0].outcome = Some((OutcomeKind::Hired, date("2026-11-02")));
    facts.applied[1].applied_on = date("2026-11-10");
    assert_eq!(
        sealed_date(&facts, "2026-11-23"),
        None,
        "somebody hired: until the hand-over is confirmed"
    );
    facts.person.applications[0].handed_over_on = Some(date("2026-11-20"));
    assert_eq!(
        sealed_date(&facts, "2026-11-23").as_deref(),
        Some("2026-11-20"),
        "and then at once"
    );
}

#[test]
fn a_check_made_after_the_outcome_serves_the_application_that_ended() {
    let mut facts = applicant(&[Some("2026-05-01"), None]);
    facts.applied[0].offered = true;
    facts.person.applications[0].outcome = Some((OutcomeKind::Hired, date("2026-05-01")));
    facts.person.applications[0].handed_over_on = Some(date("2026-05-20"));
    sealed(&mut facts, SealedKind::RightToWork, "2026-05-05", None);
    assert_eq!(
        sealed_date(&facts, "2026-06-01").as_deref(),
        Some("2026-05-20"),
        "not the one that runs and never came to an offer"
    );
    let mut early = applicant(&[Some("2026-05-01"), None]);
    early.applied[0].applied_on = date("2026-02-01");
    early.applied[1].applied_on = date("2026-03-01");
    sealed(&mut early, SealedKind::Adjustments, "2026-01-15", None);
    assert_eq!(
        sealed_date(&early, "2026-06-01").as_deref(),
        Some("2026-05-01"),
        "recorded before anything came in: the first that did"
    );
}

#[test]
fn a_hold_on_the_person_keeps_every_part_and_one_on_an_application_that_alone() {
    let mut facts = applicant(&[Some("2026-01-10"), Some("2026-02-10"), None]);
    sealed(&mut facts, SealedKind::EqualityAnswers, "2026-02-20", None);
    let due = |facts: &PartFacts| -> Vec<Part> {
        part_verdicts(facts, &RetentionPolicy::default(), date("2026-11-23"))
            .into_iter()
            .filter(|part| part.is_due(date("2026-11-23")))
            .map(|part| part.part)
            .collect()
    };
    assert_eq!(
        due(&facts),
        [Part::Application(id(1)), Part::Application(id(2))],
        "the answers serve the one that runs"
    );
    let mut block = Block {
        kind: BlockKind::LegalHold,
        application: Some(id(1)),
        from: date("2026-06-01"),
        to: None,
    };
    facts.person.blocks.push(block);
    assert_eq!(due(&facts), [Part::Application(id(2))]);
    block.application = None;
    facts.person.blocks.push(block);
    assert_eq!(due(&facts), []);
}

#[test]
fn somebody_kept_by_a_hand_over_keeps_nothing_of_another_application() {
    let mut facts = applicant(&[Some("2026-01-10"), Some("2026-01-10")]);
    facts.person.applications[1].outcome = Some((OutcomeKind::Hired, date("2026-01-10")));
    assert_eq!(
        dates(&facts, "2026-08-01"),
        [("application", "2026-07-10".to_owned())],
        "of the same day, and the person is kept"
    );
    let kept = decide(
        &facts.person,
        &RetentionPolicy::default(),
        date("2026-08-01"),
    );
    assert!(!kept.is_due(date("2026-08-01")));
}

#[test]
fn a_reference_goes_before_what_a_permission_keeps_and_a_cv_stays_with_it() {
    let mut facts = applicant(&[Some("2026-01-20"), None]);
    permitted(&mut facts, Some(id(1)), "2026-01-21");
    document(&mut facts, DocumentKind::Reference, Some(1), "2026-01-10");
    document(&mut facts, DocumentKind::Cv, Some(1), "2026-01-10");
    let mut today = dates(&facts, "2026-08-01");
    today.retain(|(part, _)| *part == "document");
    assert_eq!(today, [("document", "2026-07-20".to_owned())]);
}

#[test]
fn a_document_of_ones_own_goes_with_the_last_application_that_was_open_when_it_came() {
    let mut facts = applicant(&[Some("2026-01-20"), Some("2026-02-20"), None]);
    facts.applied[2].applied_on = date("2026-06-01");
    for kind in DocumentKind::ALL {
        facts.documents.clear();
        document(&mut facts, *kind, None, "2026-01-10");
        let mut found = dates(&facts, "2026-08-01");
        found.retain(|(part, _)| *part == "document");
        assert_eq!(found, [("document", "2026-08-20".to_owned())], "{kind:?}");
    }
}

#[test]
fn a_document_of_somebody_who_never_applied_goes_with_them() {
    let mut facts = applicant(&[]);
    document(&mut facts, DocumentKind::Cv, None, "2026-01-10");
    assert_eq!(dates(&facts, "2026-08-01"), []);
    let verdicts = part_verdicts(&facts, &RetentionPolicy::default(), date("2026-08-01"));
    assert_eq!(verdicts[0].erase_on, None, "{verdicts:?}");
}

/// A history with sealed records and documents of every kind.
fn part_facts() -> impl Strategy<Value = PartFacts> {
    (
        person_facts(),
        proptest::collection::vec((day(), any::<bool>(), any::<bool>()), 8),
        proptest::collection::vec(
            (
                proptest::sample::select(SealedKind::ALL),
                day(),
                proptest::option::of(day()),
            ),
            0..4,
        ),
        proptest::collection::vec(
            (
                proptest::sample::select(DocumentKind::ALL),
                day(),
                proptest::option::of(0_usize..8),
            ),
            0..4,
        ),
    )
        .prop_map(|(person, applied, sealed, documents)| PartFacts {
            documents: (1000..)
                .zip(documents)
                .map(|(number, (kind, added_on, of))| DocumentFacts {
                    document: DocumentId::from_uuid(Uuid::from_u128(number)),
                    kind,
                    application: of
                        .and_then(|of| person.applications.get(of))
                        .map(|application| application.application),
                    added_on,
                })
                .collect(),
            applied: person
                .applications
                .iter()
                .zip(applied.into_iter().cycle_to(person.applications.len()))
                .map(
                    |(application, (applied_on, offered, has_history))| Applied {
                        application: application.application,
                        applied_on,
                        offered,
                        has_history,
                    },
                )
                .collect(),
            sealed: (1..)
                .zip(sealed)
                .map(|(number, (kind, recorded_on, decided_on))| SealedFacts {
                    record: SealedRecordId::from_uuid(Uuid::from_u128(number)),
                    kind,
                    recorded_on,
                    decided_on,
                })
                .collect(),
            person,
        })
}

/// As many as are wanted, beginning again where there are fewer.
trait CycleTo: Iterator + Sized {
    fn cycle_to(self, number: usize) -> impl Iterator<Item = Self::Item>
    where
        Self::Item: Clone,
    {
        let all: Vec<_> = self.collect();
        (0..number).map(move |place| all[place % all.len()].clone())
    }
}

impl<I: Iterator> CycleTo for I {}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_dates_kept_beside_the_records_are_those_of_the_verdicts(facts in part_facts(), policy in policy(), today in day()) {
        let verdicts: Vec<(Part, NaiveDate)> = part_verdicts(&facts, &policy, today)
            .into_iter()
            .filter_map(|found| Some((found.part, found.erase_on?)))
            .collect();
        let dates: Vec<(Part, NaiveDate)> = part_dates(&facts, &policy, today)
            .into_iter()
            .map(|found| (found.part, found.erase_on))
            .collect();
        prop_assert_eq!(verdicts, dates);
    }

    #[test]
    fn every_part_says_why_and_names_its_rule(facts in part_facts(), policy in policy(), today in day()) {
        for part in part_verdicts(&facts, &policy, today) {
            prop_assert!(part.because.ends_with('.'), "{:?}", part);
            prop_assert!(!part.rule.is_empty());
        }
    }

    #[test]
    fn applying_again_after_it_was_sealed_moves_no_date(facts in part_facts(), policy in policy(), today in day()) {
        let mut facts = facts;
        // What was recorded before anything came in serves the first that does, whichever it is.
        let came_in = |facts: &PartFacts| -> Vec<NaiveDate> {
            let sealed = facts.sealed.iter().map(|record| record.recorded_on);
            sealed.chain(facts.documents.iter().map(|document| document.added_on)).collect()
        };
        let first = came_in(&facts).into_iter().min();
        for applied in &mut facts.applied {
            applied.applied_on = applied.applied_on.min(first.unwrap_or(today));
        }
        let before = part_verdicts(&facts, &policy, today);
        let mut again = facts.clone();
        let late = came_in(&facts).into_iter().max();
        let new = ApplicationId::from_uuid(Uuid::from_u128(u128::MAX));
        again.person.applications.push(ApplicationFacts {
            application: new,
            applied_on: late.unwrap_or(today).succ_opt(),
            outcome: None,
            vacancy_closed_out_on: None,
            handed_over_on: None,
        });
        again.applied.push(Applied {
            application: new,
            applied_on: late.unwrap_or(today).succ_opt().unwrap(),
            offered: false,
            has_history: false,
        });
        prop_assume!(!facts.person.applications.is_empty());
        let after = part_verdicts(&again, &policy, today);
        for part in before {
            let now = after.iter().find(|found| found.part == part.part);
            let date = now.and_then(|found| found.erase_on);
            // What went with the person now goes by itself, since the person stays.
            prop_assert!(part.erase_on.is_none() || part.erase_on == date, "{:?} and {:?}", part, date);
        }
    }

    #[test]
    fn a_hold_keeps_every_part(facts in part_facts(), policy in policy(), today in day()) {
        let mut held = facts;
        held.person.blocks.push(Block { kind: BlockKind::LegalHold, application: None, from: today, to: None });
        prop_assert!(part_verdicts(&held, &policy, today).iter().all(|part| !part.is_due(today)));
    }
}
