//! The pipeline in figures: counted over what the viewer may see, and nothing from which somebody could be told.

use domain::access::Relation;
use domain::application::{OutcomeKind, Stage};
use domain::consent::PermissionPurpose;
use domain::figure::Figure;
use domain::id::{CandidateId, VacancyId};
use domain::pipeline::{StayLength, Step};
use domain::source::SourceCategory;
use records::Error;
use records::candidate::{AddCandidate, MoveApplications, NewApplication};
use records::permission::RecordPermission;
use records::pipeline::{PipelineView, ReadPipeline};

use crate::sight::{as_interviewer, as_somebody};
use crate::world::{NEARLY, World, day, details, permission};

#[test]
fn a_funnel_counts_who_came_that_far_and_hides_the_few() {
    let mut world = World::new();
    let people = crowd(&mut world, "P", 12);
    let vacancy = world.vacancy;
    move_to(&mut world, &people[..6], Stage::Interview);
    move_to(&mut world, &people[..5], Stage::Offer);
    for person in &people[..5] {
        world.end(*person, OutcomeKind::Hired, "2026-11-20");
    }
    let funnel = counts(&of(&mut world, Some(vacancy)));
    assert_eq!(
        funnel,
        [Some(12), Some(6), Some(6), Some(6), None, None],
        "one of six fell away before an offer: the five who did not would tell of them"
    );
}

#[test]
fn the_time_at_a_stage_is_that_of_those_who_left_it() {
    let mut world = World::new();
    let people = crowd(&mut world, "P", 6);
    let vacancy = world.vacancy;
    world.today = day("2026-04-11");
    move_to(&mut world, &people[..5], Stage::Sift);
    world.today = day("2026-04-13");
    world.end(people[0], NEARLY, "2026-04-12");
    let stays: Vec<(Stage, Option<StayLength>)> = of(&mut world, Some(vacancy))
        .stays
        .into_iter()
        .map(|stay| (stay.stage, stay.length))
        .collect();
    let ten = StayLength {
        lower: 10,
        median: 10,
        upper: 10,
    };
    assert_eq!(
        stays,
        [
            (Stage::Applied, Some(ten)),
            (Stage::Sift, None),
            (Stage::Shortlisted, None),
            (Stage::Interview, None),
            (Stage::Offer, None)
        ],
        "five waited from 1 to 11 April; one left the sift, and one alone is not told of"
    );
}

#[test]
fn sources_are_counted_without_telling_of_few() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    crowd(&mut world, "W", 9);
    for name in ["One", "Two"] {
        let mut details = details(name);
        details.source.category = SourceCategory::Survey;
        let application = Some(NewApplication {
            vacancy,
            applied_on: day("2026-04-01"),
        });
        world.does(|desk| {
            records::candidate::add(
                desk,
                AddCandidate {
                    details,
                    application,
                    notice: None,
                },
            )
        });
    }
    let sources = of(&mut world, None).sources.expect("HR sees sources");
    assert_eq!(sources.total, Figure::Exactly(11));
    let shown: Vec<_> = sources
        .sources
        .iter()
        .map(|one| (one.source, one.figure))
        .collect();
    assert_eq!(
        shown,
        [
            (SourceCategory::Website, Figure::FiveOrMore),
            (SourceCategory::Survey, Figure::FewerThanFive)
        ],
        "nine of eleven would tell the two"
    );
}

#[test]
fn permissions_are_counted_in_the_month_they_end() {
    let mut world = World::new();
    let people = crowd(&mut world, "P", 6);
    for candidate in people {
        world.end(candidate, NEARLY, "2026-10-01");
        let details = permission(PermissionPurpose::KeepLonger, "2026-03-10");
        world.does(|desk| {
            records::permission::record(desk, RecordPermission { candidate, details })
        });
    }
    let permissions = of(&mut world, None).permissions.expect("HR knows of them");
    assert_eq!(permissions.months.len(), 12, "a year ahead");
    assert_eq!(permissions.months[0].from, world.today, "from today on");
    let ending: Vec<_> = permissions
        .months
        .iter()
        .filter(|month| month.figure != Figure::Exactly(0))
        .map(|month| (month.from, month.figure))
        .collect();
    assert_eq!(ending, [(day("2027-03-01"), Figure::Exactly(6))]);
}

#[test]
fn nobodys_figures_count_candidates_that_are_not_theirs_to_see() {
    let mut world = World::new();
    let ours = world.vacancy;
    crowd(&mut world, "Ours", 7);
    let theirs = world.add_vacancy("Cook");
    crowd_of(&mut world, "Theirs", 9, theirs);
    assert_eq!(
        counts(&of(&mut world, None))[0],
        Some(16),
        "HR sees all of them"
    );

    let hr = as_interviewer(&mut world);
    let view = of(&mut world, None);
    assert_eq!(
        counts(&view)[0],
        Some(7),
        "an interviewer counts their own role's"
    );
    assert_eq!(view.sources, None, "knows nobody's source");
    assert_eq!(view.permissions, None, "nor of permissions");
    let theirs_of = |world: &mut World| {
        world.read(|desk| {
            records::pipeline::read(
                desk,
                ReadPipeline {
                    vacancy: Some(theirs),
                },
            )
        })
    };
    assert!(
        matches!(theirs_of(&mut world), Err(Error::Refused(_))),
        "and is refused another's"
    );

    world.session = hr;
    as_somebody(&mut world, "Mo", Relation::RecruitingManager);
    let view = of(&mut world, None);
    assert_eq!(
        (counts(&view)[0], view.sources.map(|mix| mix.total)),
        (Some(7), Some(Figure::Exactly(7))),
        "a manager counts their own role's, sources too"
    );
    assert_eq!(counts(&of(&mut world, Some(ours)))[0], Some(7));
    assert!(matches!(theirs_of(&mut world), Err(Error::Refused(_))));
}

fn of(world: &mut World, vacancy: Option<VacancyId>) -> PipelineView {
    world
        .read(|desk| records::pipeline::read(desk, ReadPipeline { vacancy }))
        .expect("a pipeline")
}

fn counts(view: &PipelineView) -> Vec<Option<u32>> {
    assert_eq!(
        view.funnel.iter().map(|one| one.step).collect::<Vec<_>>(),
        Step::ALL
    );
    view.funnel.iter().map(|one| one.count).collect()
}

fn crowd(world: &mut World, name: &str, number: usize) -> Vec<CandidateId> {
    let vacancy = world.vacancy;
    crowd_of(world, name, number, vacancy)
}

fn crowd_of(world: &mut World, name: &str, number: usize, vacancy: VacancyId) -> Vec<CandidateId> {
    (0..number)
        .map(|place| world.add(&format!("{name}{place}"), Some(vacancy)))
        .collect()
}

fn move_to(world: &mut World, people: &[CandidateId], to: Stage) {
    let applications = people
        .iter()
        .map(|person| world.application(*person))
        .collect();
    world.does(|desk| records::application::move_to(desk, MoveApplications { applications, to }));
}
