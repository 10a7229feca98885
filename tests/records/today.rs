//! What needs doing today.

use domain::application::OutcomeKind;
use domain::consent::PermissionPurpose;
use records::reserve::{AddToReserve, ReservePermission};
use records::today::{TodayTask, TodayWhat};
use records::vacancy::EditVacancy;
use records::view::Nothing;

use crate::world::{NEARLY, World, day, line, permission, vacancy_details};

#[test]
fn a_quiet_day_has_no_tasks() {
    let mut world = World::new();
    world.add_person("Ann");
    let view = world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today");
    assert_eq!(
        (view.today, view.candidates, view.vacancies),
        (day("2026-11-23"), 1, 1),
    );
    assert_eq!(tasks(&mut world), [], "nothing but the notice to give");
}

#[test]
fn what_is_due_and_what_is_due_soon_are_told_apart() {
    let mut world = World::new();
    for (name, on) in [
        ("Past", "2026-05-01"),
        ("Soon", "2026-06-10"),
        ("Later", "2026-11-01"),
    ] {
        let candidate = world.add_person(name);
        world.end(candidate, NEARLY, on);
    }
    assert_eq!(
        tasks(&mut world),
        [
            (TodayWhat::EraseDue { count: 1, parts: 0 }, -22),
            (TodayWhat::EraseSoon { count: 1 }, 17),
        ],
        "one is due, one goes within thirty days, one is far off"
    );
    world.today = day("2027-06-01");
    assert_eq!(
        tasks(&mut world),
        [(TodayWhat::EraseDue { count: 3, parts: 0 }, -212)],
        "later all are due"
    );
}

#[test]
fn a_place_on_the_reserve_list_that_ends_soon_is_named() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, NEARLY, "2026-10-01");
    let application = world.application(candidate);
    let request = AddToReserve {
        candidate,
        application,
        permission: Some(ReservePermission::New {
            details: permission(PermissionPurpose::ReserveList, "2026-10-05"),
        }),
        roles: line("Press"),
        merit: domain::text::Prose::default(),
        offers: domain::reserve::ReserveOffers::default(),
        until: None,
    };
    world.does(|desk| records::reserve::add(desk, request));
    assert_eq!(tasks(&mut world), [], "it has most of a year to run");
    world.today = day("2027-09-15");
    let name = "GivenAnn FamilyAnn".to_owned();
    assert!(
        tasks(&mut world).contains(&(TodayWhat::ReserveEnding { candidate, name }, 20)),
        "twenty days before its end: {:?}",
        tasks(&mut world)
    );
}

#[test]
fn a_vacancy_that_closed_waits_for_its_applications_and_then_to_be_closed_out() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let candidate = world.add_person("Ann");
    let mut details = vacancy_details("Press Officer");
    details.closes_on = Some(day("2026-11-20"));
    let team = world
        .read(|desk| records::vacancy::open(desk, records::vacancy::OpenVacancy { vacancy }))
        .expect("the vacancy")
        .team
        .team;
    let edit = EditVacancy {
        vacancy,
        revision: 1,
        details,
        team: records::vacancy::TeamChoice::Existing { team },
    };
    world.does(|desk| records::vacancy::edit(desk, edit));
    let title = "Press Officer".to_owned();
    assert_eq!(
        tasks(&mut world),
        [(
            TodayWhat::ApplicationsWaiting {
                vacancy,
                title: title.clone(),
                count: 1
            },
            -3
        )],
        "somebody waits since the day it closed"
    );
    world.end(candidate, NEARLY, "2026-11-21");
    assert_eq!(
        tasks(&mut world),
        [(TodayWhat::CloseOut { vacancy, title }, -3)],
        "nothing runs any more"
    );
    let close = records::vacancy::CloseOutVacancy {
        vacancy,
        cancelled: false,
        on: day("2026-11-23"),
    };
    world.does(|desk| records::vacancy::close_out(desk, close));
    assert_eq!(tasks(&mut world), [], "closed out, it is done");
}

#[test]
fn a_hired_person_waits_for_the_hand_over() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, OutcomeKind::Hired, "2026-11-01");
    let name = "GivenAnn FamilyAnn".to_owned();
    assert_eq!(
        tasks(&mut world)
            .into_iter()
            .map(|(what, _)| what)
            .collect::<Vec<_>>(),
        [TodayWhat::HandOver { candidate, name }],
        "HR is reminded"
    );
    let application = world.application(candidate);
    let confirm = records::candidate::ConfirmHandOver {
        application,
        on: day("2026-11-20"),
    };
    world.does(|desk| records::application::confirm_hand_over(desk, confirm));
    assert!(
        tasks(&mut world)
            .iter()
            .all(|(what, _)| !matches!(what, TodayWhat::HandOver { .. })),
        "once it is confirmed no more"
    );
}

fn tasks(world: &mut World) -> Vec<(TodayWhat, i32)> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter(|task| !matches!(task.what, TodayWhat::NoticesMissing { .. }))
        .map(
            |TodayTask {
                 what, days_left, ..
             }| (what, days_left),
        )
        .collect()
}
