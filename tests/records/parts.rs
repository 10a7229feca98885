//! What is due goes although the person stays: an application whose own day has come, a sealed record, the history of
//! an application that a permission keeps (RULEBOOK 4.2, RET-10 to RET-12, RET-15).

use std::collections::BTreeMap;

use domain::access::{ReadJournal, Relation, Role, Shown, Subject, decide};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::consent::PermissionPurpose;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{ApplicationId, CandidateId};
use domain::retention::{DataClass, RetentionPolicy, part_verdicts};
use domain::sealed::{
    CheckLevel, EqualityAnswers, EqualityQuestion, RightToWorkDocument, SealedContent, Suitability,
};
use domain::statistics::Ending;
use proptest::prelude::*;
use records::candidate::{AddApplication, EndApplications, MoveApplications, NewApplication};
use records::hold::PlaceHold;
use records::permission::{RecordPermission, WithdrawPermission};
use records::reserve::{AddToReserve, ReservePermission};
use records::retention::{Erase, ErasureReceipt};
use records::sealed::AddSealed;
use records::today::TodayWhat;
use records::view::{Nothing, UndoneWhat};

use crate::erasing::preview;
use crate::sealed::{account, as_somebody, name_for_the_role};
use crate::world::{NEARLY, World, day, line, permission};

/// Adds an application for another vacancy, which came in on a day.
fn apply(
    world: &mut World,
    candidate: CandidateId,
    title: &str,
    applied_on: &str,
) -> ApplicationId {
    let application = NewApplication {
        vacancy: world.add_vacancy(title),
        applied_on: day(applied_on),
    };
    world.does(|desk| {
        records::application::add(
            desk,
            AddApplication {
                candidate,
                application,
            },
        )
    });
    world.application(candidate)
}

fn end(world: &mut World, application: ApplicationId, how: OutcomeKind, on: &str) {
    let outcome = Outcome { how, on: day(on) };
    world.does(|desk| {
        records::application::end(
            desk,
            EndApplications {
                applications: vec![application],
                outcome,
                confirmed: std::collections::BTreeSet::new(),
            },
        )
    });
}

fn seal(world: &mut World, candidate: CandidateId, content: SealedContent) {
    world.does(|desk| records::sealed::add(desk, AddSealed { candidate, content }));
}

fn to_offer(world: &mut World, application: ApplicationId) {
    world.does(|desk| {
        records::application::move_to(
            desk,
            MoveApplications {
                applications: vec![application],
                to: Stage::Offer,
            },
        )
    });
}

fn right_to_work() -> SealedContent {
    SealedContent::RightToWork {
        document: RightToWorkDocument::ShareCode,
        checked_on: day("2026-04-20"),
        expires_on: None,
    }
}

fn criminal_record(decided_on: &str) -> SealedContent {
    SealedContent::CriminalRecord {
        level: CheckLevel::Basic,
        suitability: Suitability::Cleared,
        decided_on: Some(day(decided_on)),
        issued_on: None,
        certificate: None,
    }
}

fn equality() -> SealedContent {
    let answers = BTreeMap::from([(EqualityQuestion::Religion, "sikh".to_owned())]);
    SealedContent::EqualityAnswers {
        answers: EqualityAnswers::try_from(answers).expect("an answer"),
    }
}

fn erase(world: &mut World, shown: &records::retention::ErasurePreview) -> ErasureReceipt {
    let request = Erase {
        preview: shown.preview,
        typed: shown.confirm.clone(),
        second: None,
        do_not_approach: false,
        job: 1,
    };
    world
        .write(|desk| records::retention::erase(desk, request))
        .expect("erased")
}

fn applications(world: &mut World, candidate: CandidateId) -> Vec<ApplicationId> {
    let view = world.open(candidate);
    view.applications
        .iter()
        .map(|application| application.application)
        .collect()
}

/// By quarter and how it ended, once everything that was counted may be told.
fn statistics(world: &mut World) -> Vec<(String, Ending, u64)> {
    let account = world.session.account();
    let today = world.today;
    world
        .store
        .read(|records| {
            let viewer = records.viewer(account)?;
            let permit =
                decide::<ReadJournal>(&viewer, Subject::Organisation, today).expect("HR reads it");
            records.statistics(&permit, day("2099-01-01"))
        })
        .expect("the counts")
        .into_iter()
        .map(|each| (each.quarter.to_string(), each.ending, each.number))
        .collect()
}

/// Somebody whose first application ended on 1 May and is due since 1 November, and whose second runs.
fn with_an_old_application(world: &mut World, name: &str) -> (CandidateId, ApplicationId) {
    let candidate = world.add_person(name);
    let old = world.application(candidate);
    world.end(candidate, NEARLY, "2026-05-01");
    apply(world, candidate, &format!("Second of {name}"), "2026-10-01");
    (candidate, old)
}

/// RET-15#03: a live application keeps the person, not the old one's material.
#[test]
fn an_old_application_goes_and_the_person_stays_for_the_one_that_runs() {
    let mut world = World::new();
    let (candidate, old) = with_an_old_application(&mut world, "Ann");
    let strip = world.strip(candidate);
    assert_eq!(
        (strip.erase_on, strip.parts.len()),
        (None, 1),
        "no date of their own"
    );
    assert_eq!(
        (
            strip.parts[0].class,
            strip.parts[0].vacancy_title.as_deref(),
            strip.parts[0].erase_on,
            strip.parts[0].due
        ),
        (
            DataClass::Form,
            Some("Press Officer"),
            Some(day("2026-11-01")),
            true
        ),
        "and the strip says what goes, since when"
    );
    let overview = world
        .read(|desk| records::retention::overview(desk, Nothing {}))
        .expect("the calendar");
    assert_eq!(
        (overview.due, overview.parts[0].count),
        (0, 1),
        "nobody is due, and one part is"
    );
    let today = world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today");
    assert!(
        today
            .tasks
            .iter()
            .any(|task| task.what == TodayWhat::EraseDue { count: 0, parts: 1 }),
        "Today says so: {:?}",
        today.tasks
    );
    let shown = preview(&mut world, None);
    assert_eq!(
        (shown.total, shown.parts_total, shown.confirm.as_str()),
        (0, 1, "ERASE 1"),
        "one part"
    );
    let part = &shown.parts[0];
    assert_eq!(
        (
            part.candidate,
            part.name.as_str(),
            part.vacancy_title.as_deref(),
            part.because.rule.as_str()
        ),
        (
            candidate,
            "GivenAnn FamilyAnn",
            Some("Press Officer"),
            "RET-02"
        ),
        "whose, of what, by which rule"
    );
    let receipt = erase(&mut world, &shown);
    assert_eq!(
        (
            receipt.people,
            receipt.parts,
            receipt.left,
            receipt.verified
        ),
        (0, 1, 0, true),
        "{receipt:?}"
    );
    assert_eq!(world.everyone(), [candidate], "the person stays");
    assert!(
        !applications(&mut world, candidate).contains(&old),
        "without the old application"
    );
    assert_eq!(world.strip(candidate).parts, [], "nothing more is due");
    assert_eq!(preview(&mut world, None).parts_total, 0, "nor to erase");
    assert_eq!(
        statistics(&mut world),
        [("2026-Q2".to_owned(), Ending::Untold, 1)],
        "and it is counted"
    );
}

/// RET-15#01 and #02: of two that ended, the earlier goes first and the person with the later.
#[test]
fn of_two_that_ended_the_earlier_goes_first_and_each_is_counted_once() {
    let mut world = World::new();
    let (candidate, old) = with_an_old_application(&mut world, "Ann");
    world.end(candidate, NEARLY, "2026-11-20");
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!((swept.people, swept.parts), (0, 1), "{swept:?}");
    assert!(!applications(&mut world, candidate).contains(&old));
    assert_eq!(
        world.strip(candidate).erase_on,
        Some(day("2027-05-20")),
        "the person's own day stays where it was"
    );
    let swept = world.does(|desk| records::retention::sweep(desk, Some(day("2027-05-20")), None));
    assert_eq!((swept.people, swept.parts), (1, 0), "they go whole");
    assert!(world.everyone().is_empty());
    assert_eq!(
        statistics(&mut world),
        [
            ("2026-Q2".to_owned(), Ending::Untold, 1),
            ("2026-Q4".to_owned(), Ending::Untold, 1)
        ],
        "each once"
    );
}

/// RET-03, RET-10, RET-11, RET-12: a permission keeps the person and the application, and neither what is sealed nor
/// the history.
#[test]
fn a_permission_keeps_the_person_and_none_of_the_classes_it_does_not_reach() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    to_offer(&mut world, application);
    for content in [right_to_work(), criminal_record("2026-11-20"), equality()] {
        seal(&mut world, candidate, content);
    }
    world.end(candidate, NEARLY, "2026-11-23");
    let details = permission(PermissionPurpose::KeepLonger, "2026-11-23");
    world.does(|desk| records::permission::record(desk, RecordPermission { candidate, details }));
    let strip = world.strip(candidate);
    assert_eq!(strip.erase_on, Some(day("2027-11-23")), "kept for a year");
    let goes: Vec<_> = strip
        .parts
        .iter()
        .map(|part| {
            (
                part.class,
                part.erase_on.expect("a day").to_string(),
                part.because.rule.as_str(),
            )
        })
        .collect();
    assert_eq!(
        goes,
        [
            (DataClass::ToolUse, "2027-05-23".to_owned(), "RET-02"),
            (DataClass::RightToWork, "2026-11-23".to_owned(), "RET-11"),
            (DataClass::CriminalRecord, "2027-05-20".to_owned(), "RET-10"),
            (DataClass::Equality, "2027-05-23".to_owned(), "RET-12"),
        ],
        "each on its own day"
    );
    assert_eq!(
        strip.parts[1].because.sentence, "It goes on the day of the outcome, 23 November 2026.",
        "and says why"
    );
    let shown = preview(&mut world, None);
    let classes: Vec<_> = shown.parts.iter().map(|part| part.class).collect();
    assert_eq!(classes, [DataClass::RightToWork], "the day of the outcome");
    let receipt = erase(&mut world, &shown);
    assert_eq!((receipt.parts, receipt.verified), (1, true), "{receipt:?}");
    for (on, classes) in [
        ("2027-05-19", vec![]),
        ("2027-05-20", vec![DataClass::CriminalRecord]),
        ("2027-05-23", vec![DataClass::Equality, DataClass::ToolUse]),
    ] {
        let swept = world.does(|desk| records::retention::sweep(desk, Some(day(on)), None));
        let mut went: Vec<_> = swept.parts_by_class.iter().map(|each| each.class).collect();
        went.sort_by_key(|class| class.code());
        assert_eq!(
            (swept.people, went, swept.verified),
            (0, classes, true),
            "on {on}"
        );
    }
    let view = world.open(candidate);
    assert_eq!(view.applications.len(), 1, "the application stays");
    assert!(
        view.applications[0].history.is_empty(),
        "without its history"
    );
    assert_eq!(world.strip(candidate).erase_on, Some(day("2027-11-23")));
    assert!(
        statistics(&mut world).is_empty(),
        "nothing is counted: the application is still there"
    );
}

/// RULES A3: who may know how a check stands is told when it goes, and who is not told of answers is not told of a day.
#[test]
fn the_strip_names_a_part_only_to_those_who_may_know_that_it_is_there() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    to_offer(&mut world, application);
    for content in [right_to_work(), equality()] {
        seal(&mut world, candidate, content);
    }
    world.end(candidate, NEARLY, "2026-11-23");
    let details = permission(PermissionPurpose::KeepLonger, "2026-11-23");
    world.does(|desk| records::permission::record(desk, RecordPermission { candidate, details }));
    let manager = account(&mut world, "Mo", Role::Member);
    name_for_the_role(&mut world, &[(manager, Relation::RecruitingManager)]);
    let classes = |world: &mut World| {
        let strip = world.strip(candidate);
        strip
            .parts
            .iter()
            .map(|part| part.class)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        classes(&mut world),
        [
            DataClass::ToolUse,
            DataClass::RightToWork,
            DataClass::Equality
        ],
        "HR"
    );
    assert_eq!(
        as_somebody(&mut world, manager, classes),
        [DataClass::ToolUse, DataClass::RightToWork],
        "the recruiting manager"
    );
}

#[test]
fn a_legal_hold_on_the_person_keeps_every_part_until_it_is_released() {
    let mut world = World::new();
    let (candidate, old) = with_an_old_application(&mut world, "Ann");
    let shown = preview(&mut world, None);
    world.does(|desk| {
        records::hold::place(
            desk,
            PlaceHold {
                application: None,
                candidate,
                details: HoldDetails {
                    reason: HoldReason::Claim,
                    reference: None,
                    review_by: day("2027-01-10"),
                },
            },
        )
    });
    let receipt = erase(&mut world, &shown);
    assert_eq!(
        (receipt.parts, receipt.left),
        (0, 1),
        "not even by a preview from before: {receipt:?}"
    );
    let shown = preview(&mut world, Some(vec![candidate]));
    assert_eq!(
        (shown.parts_total, shown.parts_kept[0].because.rule.as_str()),
        (0, "RET-06"),
        "and the preview says what keeps it"
    );
    assert_eq!(preview(&mut world, None).parts_total, 0, "nor is it due");
    let swept = world.does(|desk| records::retention::sweep(desk, Some(day("2026-11-02")), None));
    assert_eq!(swept.parts, 0, "nor on a day before it was placed");
    assert!(applications(&mut world, candidate).contains(&old));
}

#[test]
fn what_of_an_erased_application_was_found_somewhere_is_a_fault() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let old = world.application(candidate);
    world.end(candidate, NEARLY, "2026-05-01");
    let details = permission(PermissionPurpose::ReserveList, "2026-05-05");
    world.does(|desk| {
        records::reserve::add(
            desk,
            AddToReserve {
                candidate,
                application: old,
                permission: Some(ReservePermission::New { details }),
                roles: line("Keeper of the rhododendrons"),
                merit: domain::text::Prose::default(),
                offers: domain::reserve::ReserveOffers::default(),
                until: None,
            },
        )
    });
    let Shown::Shown { value: permissions } = world.open(candidate).permissions else {
        panic!("HR sees them");
    };
    let permission = permissions[0].permission;
    apply(&mut world, candidate, "Cook", "2026-10-01");
    assert_eq!(
        preview(&mut world, None).parts_total,
        1,
        "the history alone"
    );
    world.does(|desk| {
        records::permission::withdraw(
            desk,
            WithdrawPermission {
                candidate,
                permission,
            },
        )
    });
    std::fs::write(
        world.folder.path().join("store/notes.txt"),
        "keeper of the rhododendrons",
    )
    .expect("a stray file");
    let shown = preview(&mut world, None);
    assert_eq!(shown.parts_total, 1, "the application");
    let receipt = erase(&mut world, &shown);
    assert_eq!(
        (receipt.parts, receipt.verified, receipt.found > 0),
        (1, false, true),
        "{receipt:?}"
    );
}

#[test]
fn nothing_that_was_done_to_an_erased_application_can_be_taken_back() {
    let mut world = World::new();
    with_an_old_application(&mut world, "Ann");
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!(swept.parts, 1);
    let undone: Vec<UndoneWhat> =
        std::iter::from_fn(|| world.undo().ok().map(|undone| undone.what)).collect();
    assert_eq!(
        undone,
        [
            UndoneWhat::AddedApplication,
            UndoneWhat::ChangedVacancy,
            UndoneWhat::ChangedVacancy
        ],
        "how it ended and that it came in are forgotten; what came before can still be taken back"
    );
}

#[test]
fn the_journal_says_how_many_parts_went_and_of_whom_nothing() {
    let mut world = World::new();
    with_an_old_application(&mut world, "Ann");
    world.does(|desk| records::retention::sweep(desk, None, None));
    let page = world
        .read(|desk| records::journal::read(desk, records::journal::ReadJournal::default()))
        .expect("the journal");
    let said: Vec<_> = page.rows.iter().map(|row| row.sentence.as_str()).collect();
    assert!(
        said.contains(&"Erased 1 part of the records of people who stay"),
        "{said:?}"
    );
}

/// One application of a random history: the day it ended, and whether somebody gave permission a week after.
#[derive(Clone, Debug)]
struct Ended {
    after: u64,
    permitted: bool,
}

fn histories() -> impl Strategy<Value = Vec<Vec<Ended>>> {
    let ended = (1_u64..230, proptest::bool::weighted(0.3))
        .prop_map(|(after, permitted)| Ended { after, permitted });
    proptest::collection::vec(proptest::collection::vec(ended, 1..4), 1..5)
}

fn filled(histories: &[Vec<Ended>]) -> World {
    let mut world = World::new();
    let first = day("2026-04-01");
    for (number, history) in histories.iter().enumerate() {
        let candidate = world.add(&format!("Person{number}"), None);
        for (place, ended) in history.iter().enumerate() {
            let title = format!("Role {number} {place}");
            let application = apply(&mut world, candidate, &title, "2026-04-01");
            let on = first + chrono::Days::new(ended.after);
            end(&mut world, application, NEARLY, &on.to_string());
            if ended.permitted {
                let given = (on + chrono::Days::new(7)).min(world.today);
                let details = permission(PermissionPurpose::KeepLonger, &given.to_string());
                // What comes too late is refused, and keeps nothing.
                drop(world.write(|desk| {
                    records::permission::record(desk, RecordPermission { candidate, details })
                }));
            }
        }
    }
    world
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn no_part_outlives_its_day_and_going_in_parts_counts_as_going_at_once(histories in histories()) {
        let mut in_parts = filled(&histories);
        let mut at_once = filled(&histories);
        for on in ["2026-11-23", "2027-01-15", "2027-04-01", "2027-06-30", "2028-06-30"] {
            in_parts.does(|desk| records::retention::sweep(desk, Some(day(on)), None));
            let people = in_parts.everyone();
            let facts = in_parts.store.read(|records| records.part_facts(&people)).expect("facts");
            for facts in facts.values() {
                for part in part_verdicts(facts, &RetentionPolicy::default(), day(on)) {
                    prop_assert!(!part.is_due(day(on)), "on {} there is still {:?}", on, part);
                }
            }
        }
        at_once.does(|desk| records::retention::sweep(desk, Some(day("2028-06-30")), None));
        prop_assert!(in_parts.everyone().is_empty() && at_once.everyone().is_empty());
        // How much is told of each depends on how many went with them, how many there were does not.
        let by_quarter = |world: &mut World| {
            statistics(world).into_iter().fold(BTreeMap::new(), |mut sums, (quarter, _, number)| {
                *sums.entry(quarter).or_insert(0) += number;
                sums
            })
        };
        prop_assert_eq!(by_quarter(&mut in_parts), by_quarter(&mut at_once));
    }
}
