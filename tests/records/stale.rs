//! Edits of what was changed meanwhile.

use domain::application::{Outcome, OutcomeKind, Stage};
use records::Error;
use records::candidate::{EditCandidate, EndApplications, MoveApplications};
use records::vacancy::{EditVacancy, TeamChoice};

use crate::world::{NEARLY, World, day, details, line, refused, vacancy_details};

#[test]
fn an_edit_of_an_older_version_of_a_candidate_is_refused() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let revision = world.open(candidate).revision;
    let edit = |name: &str| EditCandidate {
        candidate,
        revision,
        details: details(name),
    };
    let (first, second) = (edit("First"), edit("Second"));
    world.does(|desk| records::candidate::edit(desk, first));
    let before = world.open(candidate);
    assert!(
        matches!(
            world.write(|desk| records::candidate::edit(desk, second)),
            Err(Error::Stale)
        ),
        "whoever opened it earlier is told"
    );
    assert_eq!(
        world.open(candidate),
        before,
        "and the first edit stays, to the letter"
    );
}

#[test]
fn an_edit_of_an_older_version_of_a_vacancy_is_refused_and_leaves_no_team_behind() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let edit = |title: &str, team: &str| EditVacancy {
        vacancy,
        revision: 1,
        details: vacancy_details(title),
        team: TeamChoice::New { name: line(team) },
    };
    let (first, second) = (edit("First", "Team one"), edit("Second", "Team two"));
    world.does(|desk| records::vacancy::edit(desk, first));
    let before = world.vacancy_stands(vacancy);
    assert!(
        matches!(
            world.write(|desk| records::vacancy::edit(desk, second)),
            Err(Error::Stale)
        ),
        "whoever opened it earlier is told"
    );
    assert_eq!(
        world.vacancy_stands(vacancy),
        before,
        "the first edit stays"
    );
    let teams = world
        .read(|desk| records::vacancy::teams(desk, records::view::Nothing {}))
        .expect("teams");
    assert!(
        teams.teams.iter().all(|team| team.name != "Team two"),
        "the team that came with the refused edit is not there: {teams:?}"
    );
}

#[test]
fn what_has_ended_is_neither_moved_nor_ended_again() {
    let mut world = World::new();
    let (ann, ben) = (world.add_person("Ann"), world.add_person("Ben"));
    world.end(ann, NEARLY, "2026-10-01");
    let both = vec![world.application(ben), world.application(ann)];
    let before = [world.stands(ann), world.stands(ben)];
    let moved = MoveApplications {
        applications: both.clone(),
        to: Stage::Offer,
    };
    assert_eq!(
        refused(world.write(|desk| records::application::move_to(desk, moved))),
        (
            "RET-02",
            "An application that has ended can't be moved; take its outcome back first.".to_owned()
        ),
        "one of two is enough"
    );
    let ended = EndApplications {
        applications: both,
        outcome: Outcome {
            how: OutcomeKind::Withdrawn,
            on: day("2026-11-01"),
        },
        confirmed: std::collections::BTreeSet::new(),
    };
    assert_eq!(
        refused(world.write(|desk| records::application::end(desk, ended))).0,
        "RET-02",
        "the day of an outcome is not written over"
    );
    assert_eq!(
        [world.stands(ann), world.stands(ben)],
        before,
        "and neither was changed"
    );
}

#[test]
fn a_day_that_has_not_come_or_lies_before_the_application_ends_nothing() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let before = world.open(candidate);
    for (on, sentence) in [
        ("2026-11-24", "Enter today's date or an earlier one."),
        (
            "2026-03-31",
            "Enter a day on or after the application came in.",
        ),
    ] {
        let applications = vec![world.application(candidate)];
        let outcome = Outcome {
            how: NEARLY,
            on: day(on),
        };
        let answer = world.write(|desk| {
            records::application::end(
                desk,
                EndApplications {
                    applications,
                    outcome,
                    confirmed: std::collections::BTreeSet::new(),
                },
            )
        });
        match answer {
            Err(Error::Invalid(problems)) => {
                assert_eq!(
                    (problems[0].field, problems[0].sentence.as_str()),
                    ("outcome.on", sentence),
                    "{on}"
                );
            }
            other => panic!("{on} is no day for it: {other:?}"),
        }
    }
    assert_eq!(world.open(candidate), before, "nothing was written");
}
