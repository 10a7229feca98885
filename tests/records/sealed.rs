//! What is sealed of candidates: who records, opens and erases it, and what the others are told.

use std::collections::BTreeMap;

use domain::access::{Relation, Role};
use domain::application::Stage;
use domain::clock::FixedClock;
use domain::compartment::Compartment;
use domain::id::{AccountId, CandidateId};
use domain::sealed::{
    Adjustment, CheckLevel, EqualityAnswers, EqualityQuestion, OpeningPurpose, RightToWorkDocument,
    SealedContent, SealedKind, SealedStatus, Suitability,
};
use domain::text::Prose;
use records::candidate::{
    CandidateColumn, CandidateFilter, CandidateSort, ListCandidates, MoveApplications, Progress,
};
use records::demo::Demo;
use records::organisation::{AddAccount, Passphrase};
use records::people::{TakeCompartment, WhyNot};
use records::sealed::{
    AddSealed, CompartmentView, ListSealed, OneSealed, OpenSealed, SealedRow, SealedView,
};
use records::vacancy::{AssignPeople, Assignment, EditVacancy, OpenVacancy, TeamChoice};
use records::view::Nothing;
use records::{Error, ReadDesk, Session};

use crate::world::{World, day, line, noon, refused, vacancy_details};

const WORDS: &str = "Lip-reads: sit facing the window, says Zyxwvut";

fn adjustments() -> SealedContent {
    SealedContent::Adjustments {
        adjustments: [Adjustment::ExtraTime, Adjustment::StepFree].into(),
        details: Prose::parse(WORDS).expect("words"),
    }
}

fn check(decided_on: Option<&str>) -> SealedContent {
    SealedContent::CriminalRecord {
        level: CheckLevel::Standard,
        suitability: if decided_on.is_some() {
            Suitability::NotCleared
        } else {
            Suitability::Pending
        },
        decided_on: decided_on.map(day),
        issued_on: Some(day("2026-11-02")),
        certificate: Some(line("001234567890")),
    }
}

fn right_to_work() -> SealedContent {
    SealedContent::RightToWork {
        document: RightToWorkDocument::ShareCode,
        checked_on: day("2026-11-20"),
        expires_on: Some(day("2028-01-31")),
    }
}

fn equality() -> SealedContent {
    let answers = BTreeMap::from([(EqualityQuestion::Religion, "sikh".to_owned())]);
    SealedContent::EqualityAnswers {
        answers: EqualityAnswers::try_from(answers).expect("an answer"),
    }
}

fn add(world: &mut World, candidate: CandidateId, content: SealedContent) -> Result<(), Error> {
    world
        .write(|desk| records::sealed::add(desk, AddSealed { candidate, content }))
        .map(|_| ())
}

fn list(world: &mut World, candidate: CandidateId) -> SealedView {
    world
        .read(|desk| records::sealed::list(desk, ListSealed { candidate }))
        .expect("a list")
}

fn of(view: &SealedView, compartment: Compartment) -> &CompartmentView {
    view.compartments
        .iter()
        .find(|each| each.compartment == compartment)
        .expect("every compartment")
}

fn only(view: &SealedView, compartment: Compartment) -> SealedRow {
    let [row] = &of(view, compartment).records[..] else {
        panic!("one record of {compartment:?}: {view:?}")
    };
    row.clone()
}

fn open(
    world: &mut World,
    candidate: CandidateId,
    row: &SealedRow,
    purpose: OpeningPurpose,
) -> Result<SealedContent, Error> {
    let record = row.record;
    world
        .write(|desk| {
            records::sealed::open(
                desk,
                OpenSealed {
                    candidate,
                    record,
                    purpose,
                },
            )
        })
        .map(|opened| opened.content)
}

fn offer(world: &mut World, candidate: CandidateId) {
    let applications = vec![world.application(candidate)];
    let to = Stage::Offer;
    world.does(|desk| records::application::move_to(desk, MoveApplications { applications, to }));
}

pub(crate) fn account(world: &mut World, name: &str, role: Role) -> AccountId {
    let request = AddAccount {
        name: line(name),
        role,
        until: None,
        inducted_on: Some(day("2026-01-05")),
        passphrase: Passphrase::new("copper lantern tidal orchard".to_owned().into()),
    };
    world.does(|desk| records::organisation::add_account(desk, request));
    world
        .read(|desk| records::organisation::accounts(desk, Nothing {}))
        .expect("accounts")
        .rows
        .into_iter()
        .find(|row| row.name == name)
        .expect("the account")
        .account
}

pub(crate) fn name_for_the_role(world: &mut World, people: &[(AccountId, Relation)]) {
    let vacancy = world.vacancy;
    let people = people
        .iter()
        .map(|(account, relation)| Assignment {
            account: *account,
            relation: *relation,
            from: None,
            until: None,
        })
        .collect();
    world.does(|desk| records::vacancy::assign_people(desk, AssignPeople { vacancy, people }));
}

/// Works as somebody, and goes back to HR.
pub(crate) fn as_somebody<T>(
    world: &mut World,
    account: AccountId,
    work: impl FnOnce(&mut World) -> T,
) -> T {
    let hr = std::mem::replace(&mut world.session, Session::new(account));
    let answer = work(world);
    world.session = hr;
    answer
}

/// What the journal tells, newest first.
pub(crate) fn journal(world: &mut World) -> Vec<String> {
    world
        .read(|desk| records::journal::read(desk, records::journal::ReadJournal::default()))
        .expect("the journal")
        .rows
        .into_iter()
        .map(|row| row.sentence)
        .collect()
}

#[test]
fn hr_records_opens_for_a_purpose_and_erases_and_each_is_journalled() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    add(&mut world, candidate, adjustments()).expect("recorded");
    let row = only(
        &list(&mut world, candidate),
        Compartment::HealthAndAdjustments,
    );
    assert_eq!(
        (
            row.kind,
            row.recorded_on,
            row.recorded_by.as_str(),
            row.may_erase
        ),
        (
            SealedKind::Adjustments,
            day("2026-11-23"),
            "Alex of HR",
            true
        )
    );
    let opened = open(
        &mut world,
        candidate,
        &row,
        OpeningPurpose::ArrangeAdjustments,
    );
    assert_eq!(opened.expect("opened"), adjustments());
    assert_eq!(
        journal(&mut world)[0],
        "Opened something sealed under health and adjustments, to arrange adjustments"
    );
    let record = row.record;
    world.does(|desk| records::sealed::erase(desk, OneSealed { candidate, record }));
    assert_eq!(
        of(
            &list(&mut world, candidate),
            Compartment::HealthAndAdjustments
        )
        .records,
        []
    );
    assert_eq!(
        journal(&mut world)[..3],
        [
            "Erased something sealed under health and adjustments",
            "Opened something sealed under health and adjustments, to arrange adjustments",
            "Sealed something under health and adjustments",
        ]
    );
    let gone = open(&mut world, candidate, &row, OpeningPurpose::CheckRecord);
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
}

#[test]
fn a_purpose_must_be_one_of_the_kind() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    add(&mut world, candidate, adjustments()).expect("recorded");
    let row = only(
        &list(&mut world, candidate),
        Compartment::HealthAndAdjustments,
    );
    let opened = open(
        &mut world,
        candidate,
        &row,
        OpeningPurpose::DecideSuitability,
    );
    assert!(
        matches!(&opened, Err(Error::Invalid(problems)) if problems[0].field == "purpose"),
        "{opened:?}"
    );
    assert_eq!(
        journal(&mut world)[0],
        "Sealed something under health and adjustments",
        "and nothing was opened"
    );
}

#[test]
fn checks_wait_for_an_offer() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let kinds = |world: &mut World| -> Vec<(SealedKind, bool)> {
        list(world, candidate)
            .recordable
            .into_iter()
            .map(|each| (each.kind, each.because.is_none()))
            .collect()
    };
    assert_eq!(
        kinds(&mut world),
        [
            (SealedKind::Adjustments, true),
            (SealedKind::Identity, false),
            (SealedKind::RightToWork, false),
            (SealedKind::CriminalRecord, false),
            (SealedKind::Vetting, false),
            (SealedKind::EqualityAnswers, true),
        ]
    );
    assert_eq!(
        refused(add(&mut world, candidate, right_to_work())).0,
        "COL-04"
    );
    assert_eq!(refused(add(&mut world, candidate, check(None))).0, "COL-09");
    offer(&mut world, candidate);
    assert!(kinds(&mut world).iter().all(|(_, may)| *may));
    add(&mut world, candidate, right_to_work()).expect("from an offer on");
    add(&mut world, candidate, check(Some("2026-11-20"))).expect("from an offer on");
}

#[test]
fn a_decision_has_its_day_and_no_day_has_yet_to_come() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    offer(&mut world, candidate);
    let vetting = |requested, result, decided: Option<&str>| SealedContent::Vetting {
        requested_on: day(requested),
        result,
        decided_on: decided.map(day),
    };
    for (content, field) in [
        (
            vetting("2026-11-01", Suitability::Cleared, None),
            "content.decidedOn",
        ),
        (
            vetting("2026-11-01", Suitability::Pending, Some("2026-11-20")),
            "content.decidedOn",
        ),
        (
            vetting("2026-11-01", Suitability::Cleared, Some("2026-11-24")),
            "content.decidedOn",
        ),
        (
            vetting("2026-11-24", Suitability::Pending, None),
            "content.requestedOn",
        ),
        (
            SealedContent::RightToWork {
                document: RightToWorkDocument::Passport,
                checked_on: day("2026-11-20"),
                expires_on: Some(day("2026-11-19")),
            },
            "content.expiresOn",
        ),
        (
            SealedContent::Adjustments {
                adjustments: [].into(),
                details: Prose::default(),
            },
            "content.adjustments",
        ),
        (
            SealedContent::EqualityAnswers {
                answers: EqualityAnswers::default(),
            },
            "content.answers",
        ),
    ] {
        let answer = add(&mut world, candidate, content);
        assert!(
            matches!(&answer, Err(Error::Invalid(problems)) if problems[0].field == field),
            "{field}: {answer:?}"
        );
    }
    assert!(
        list(&mut world, candidate)
            .compartments
            .iter()
            .all(|each| each.records.is_empty())
    );
}

#[test]
fn equality_answers_are_opened_for_nobody_and_can_be_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    add(&mut world, candidate, equality()).expect("recorded");
    let view = list(&mut world, candidate);
    let row = only(&view, Compartment::EqualityMonitoring);
    assert_eq!(row.purposes, [], "there is nothing to open it for");
    let because = of(&view, Compartment::EqualityMonitoring).because.clone();
    assert_eq!(because.expect("a rule").rule, "ACC-04");
    for purpose in OpeningPurpose::ALL {
        let opened = open(&mut world, candidate, &row, *purpose);
        assert!(matches!(opened, Err(Error::Refused(_))), "{opened:?}");
    }
    let said = serde_json::to_string(&list(&mut world, candidate)).expect("JSON");
    assert!(
        !said.contains("sikh") && !said.contains("religion"),
        "{said}"
    );
    let record = row.record;
    world.does(|desk| records::sealed::erase(desk, OneSealed { candidate, record }));
}

#[test]
fn the_people_of_a_role_are_told_how_things_stand_and_no_more() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    offer(&mut world, candidate);
    for content in [
        adjustments(),
        right_to_work(),
        check(Some("2026-11-20")),
        equality(),
    ] {
        add(&mut world, candidate, content).expect("recorded");
    }
    let hr = list(&mut world, candidate);
    let manager = account(&mut world, "Morgan", Role::Member);
    let interviewer = account(&mut world, "Iris", Role::Member);
    let approver = account(&mut world, "Pat", Role::Member);
    name_for_the_role(
        &mut world,
        &[
            (manager, Relation::RecruitingManager),
            (interviewer, Relation::Interviewer),
            (approver, Relation::Approver),
        ],
    );
    let needed = SealedStatus::AdjustmentNeeded {
        adjustments: [Adjustment::ExtraTime, Adjustment::StepFree].into(),
    };
    let seen = as_somebody(&mut world, manager, |world| list(world, candidate));
    assert_eq!(
        Compartment::ALL.map(|each| of(&seen, each)
            .records
            .first()
            .map(|row| row.status.clone())),
        [
            Some(SealedStatus::Checked),
            Some(needed.clone()),
            None,
            Some(SealedStatus::NotCleared),
        ],
        "a manager: that it was checked, what is needed, what came of it; no equality answers"
    );
    let seen = as_somebody(&mut world, interviewer, |world| list(world, candidate));
    assert_eq!(
        Compartment::ALL.map(|each| of(&seen, each)
            .records
            .first()
            .map(|row| row.status.clone())),
        [None, Some(needed), None, None],
        "an interviewer: what is needed at the interview"
    );
    let seen = as_somebody(&mut world, approver, |world| list(world, candidate));
    for each in &seen.compartments {
        assert!(!each.told && each.records.is_empty(), "{each:?}");
        assert!(each.because.is_some(), "and why: {each:?}");
    }
    for who in [manager, interviewer, approver] {
        let said = as_somebody(&mut world, who, |world| {
            let seen = list(world, candidate);
            assert!(seen.recordable.is_empty(), "and records nothing");
            for compartment in Compartment::ALL {
                let Some(row) = of(&hr, compartment).records.first() else {
                    continue;
                };
                let opened = open(world, candidate, row, OpeningPurpose::CheckRecord);
                assert!(matches!(opened, Err(Error::Refused(_))), "{opened:?}");
                let record = row.record;
                let erased = world
                    .write(|desk| records::sealed::erase(desk, OneSealed { candidate, record }));
                assert!(matches!(erased, Err(Error::Refused(_))), "{erased:?}");
            }
            assert!(matches!(
                add(world, candidate, adjustments()),
                Err(Error::Refused(_))
            ));
            serde_json::to_string(&seen).expect("JSON")
        });
        for hidden in ["Zyxwvut", "001234567890", "shareCode", "2028", "sikh"] {
            assert!(!said.contains(hidden), "{hidden} in {said}");
        }
    }
}

#[test]
fn hr_without_the_key_records_and_does_not_open() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let other = account(&mut world, "Bo of HR", Role::HrAdministrator);
    let taken = TakeCompartment {
        account: other,
        compartment: Compartment::HealthAndAdjustments,
    };
    world
        .write(|desk| records::people::take_compartment(desk, taken))
        .expect("taken away");
    as_somebody(&mut world, other, |world| {
        add(world, candidate, adjustments()).expect("anyone in HR may seal");
        let view = list(world, candidate);
        let health = of(&view, Compartment::HealthAndAdjustments);
        assert_eq!(health.sealed_to, ["Alex of HR"], "whom to ask");
        assert_eq!(health.because.as_ref().expect("a rule").rule, "ACC-03");
        let row = only(&view, Compartment::HealthAndAdjustments);
        assert!(row.purposes.is_empty() && !row.may_erase);
        assert_eq!(row.recorded_by, "Bo of HR");
        let opened = open(world, candidate, &row, OpeningPurpose::ArrangeAdjustments);
        assert!(matches!(opened, Err(Error::Refused(_))), "{opened:?}");
    });
}

#[test]
fn nothing_is_told_while_a_role_is_shortlisted_without_names() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let view = world
        .read(|desk| records::vacancy::open(desk, OpenVacancy { vacancy }))
        .expect("the vacancy");
    let mut details = vacancy_details("Press Officer");
    details.blind_until = Some(Stage::Shortlisted);
    world.does(|desk| {
        records::vacancy::edit(
            desk,
            EditVacancy {
                vacancy,
                revision: view.revision,
                details,
                team: TeamChoice::Existing {
                    team: view.team.team,
                },
            },
        )
    });
    let candidate = world.add_person("Ann");
    add(&mut world, candidate, adjustments()).expect("recorded");
    let interviewer = account(&mut world, "Iris", Role::Member);
    name_for_the_role(&mut world, &[(interviewer, Relation::Interviewer)]);
    let seen = as_somebody(&mut world, interviewer, |world| list(world, candidate));
    for each in &seen.compartments {
        assert!(!each.told && each.records.is_empty(), "{each:?}");
    }
    let because = of(&seen, Compartment::HealthAndAdjustments).because.clone();
    assert_eq!(because.clone().expect("a rule").rule, "ACC-01");
    let why_not = as_somebody(&mut world, interviewer, |world| {
        world
            .read(|desk| records::people::why_not(desk, WhyNot::Candidate { candidate }))
            .expect("an answer")
    });
    assert_eq!(
        why_not.because, because,
        "and the name is withheld by the same"
    );
}

#[test]
fn another_candidates_record_is_not_found_under_this_one() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let bob = world.add_person("Bob");
    add(&mut world, ann, adjustments()).expect("recorded");
    let row = only(&list(&mut world, ann), Compartment::HealthAndAdjustments);
    let opened = open(&mut world, bob, &row, OpeningPurpose::CheckRecord);
    assert!(matches!(opened, Err(Error::NotFound)), "{opened:?}");
    let record = row.record;
    let erased = world.write(|desk| {
        records::sealed::erase(
            desk,
            OneSealed {
                candidate: bob,
                record,
            },
        )
    });
    assert!(matches!(erased, Err(Error::NotFound)), "{erased:?}");
}

#[test]
fn the_sample_has_something_sealed_at_the_interview_and_at_the_offer() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = FixedClock(noon(day("2026-11-23")));
    // As the window makes it.
    let sample = Demo {
        people: 240,
        seed: 7,
    };
    let made = sample.make(&folder.path().join("sample"), None, &clock);
    let (mut store, account) = made.expect("a sample");
    let session = Session::new(account);
    let offers: Vec<_> = ReadDesk::with_store(&mut store, &session, &clock, |desk| {
        records::today::overview(desk, Nothing {})
    })
    .expect("today")
    .tasks
    .into_iter()
    .filter(|task| matches!(task.what, records::today::TodayWhat::MakeOffer { .. }))
    .collect();
    assert_eq!(offers.len(), 1, "and one offer that was approved");
    let mut kinds = |stage| -> Vec<SealedKind> {
        let request = ListCandidates {
            filter: CandidateFilter {
                stage: Some(stage),
                progress: Progress::Live,
                ..CandidateFilter::default()
            },
            sort: CandidateSort {
                by: CandidateColumn::Name,
                descending: false,
            },
        };
        ReadDesk::with_store(&mut store, &session, &clock, |desk| {
            let mut kinds = Vec::new();
            for row in records::candidate::list(desk, request)?.rows {
                let candidate = row.candidate;
                let view = records::sealed::list(desk, ListSealed { candidate })?;
                let records = view.compartments.into_iter().flat_map(|each| each.records);
                kinds.extend(records.map(|record| record.kind));
            }
            kinds.sort();
            kinds.dedup();
            Ok(kinds)
        })
        .expect("a list")
    };
    assert_eq!(
        kinds(Stage::Interview),
        [SealedKind::Adjustments, SealedKind::EqualityAnswers]
    );
    assert_eq!(
        kinds(Stage::Offer),
        [
            SealedKind::Identity,
            SealedKind::RightToWork,
            SealedKind::CriminalRecord
        ]
    );
}
