//! Changes taken back.

use domain::application::{Outcome, OutcomeKind, Stage};
use domain::consent::PermissionPurpose;
use records::Error;
use records::candidate::{
    AddApplication, AddCandidate, EditCandidate, EndApplications, MoveApplications, NewApplication,
};
use records::permission::{RecordPermission, WithdrawPermission};
use records::reserve::{AddToReserve, RemoveFromReserve, ReservePermission};
use records::vacancy::{AddVacancy, CloseOutVacancy, EditVacancy, ListVacancies, TeamChoice};
use records::view::UndoneWhat;

use crate::world::{NEARLY, World, day, details, line, permission, vacancy_details};

#[test]
fn an_added_candidate_is_taken_back_whole() {
    let mut world = World::new();
    let stays = world.add_person("Stays");
    let before = world.everyone();
    let gone = world.add_person("Gone");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::AddedCandidate
    );
    assert_eq!(world.everyone(), before, "the list is as it was");
    assert!(world.found("familygone").is_empty(), "and so is the search");
    assert!(
        matches!(
            world.read(|desk| records::candidate::open(
                desk,
                records::candidate::OpenCandidate { candidate: gone }
            )),
            Err(Error::NotFound)
        ),
        "nobody can be opened"
    );
    assert_eq!(before, [stays], "and the other one stays");
}

#[test]
fn a_candidate_on_whom_something_was_built_is_not_taken_back() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let request = AddCandidate {
        details: details("Ann"),
        application: Some(NewApplication {
            vacancy,
            applied_on: day("2026-09-01"),
        }),
        notice: None,
    };
    let added = world.does(|desk| records::candidate::add(desk, request));
    world.end(added.candidate, NEARLY, "2026-10-01");
    let given = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    let candidate = added.candidate;
    world.does(|desk| {
        records::permission::record(
            desk,
            RecordPermission {
                candidate,
                details: given,
            },
        )
    });
    let before = world.stands(added.candidate);
    assert!(
        matches!(world.undo_numbered(added.undo), Err(Error::Stale)),
        "a permission record does not go by an undo of something else"
    );
    assert_eq!(world.stands(added.candidate), before, "nothing was changed");
}

#[test]
fn an_edit_is_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let before = world.stands(candidate);
    let revision = world.open(candidate).revision;
    let mut changed = details("Changed");
    changed.contact.phones.clear();
    world.does(|desk| {
        records::candidate::edit(
            desk,
            EditCandidate {
                candidate,
                revision,
                details: changed,
            },
        )
    });
    assert_ne!(world.stands(candidate), before, "it was changed");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::EditedCandidate
    );
    assert_eq!(world.stands(candidate), before, "and is as it was");
    assert_eq!(world.found("familyann"), [candidate], "to the search too");
    assert!(
        world.found("familychanged").is_empty(),
        "which forgot the other name"
    );
}

#[test]
fn an_added_application_is_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let other = world.add_vacancy("Cook");
    let before = world.stands(candidate);
    let application = NewApplication {
        vacancy: other,
        applied_on: day("2026-11-01"),
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
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::AddedApplication
    );
    assert_eq!(world.stands(candidate), before, "as it was");
}

#[test]
fn moves_are_taken_back_each_to_where_it_came_from() {
    let mut world = World::new();
    let people = [
        world.add_person("Ann"),
        world.add_person("Ben"),
        world.add_person("Col"),
    ];
    let first = world.application(people[0]);
    move_to(&mut world, vec![first], Stage::Interview);
    let all = people.map(|person| world.application(person)).to_vec();
    let before = people.map(|person| world.stands(person));
    let vacancy = world.vacancy;
    let board = world.vacancy_stands(vacancy);
    move_to(&mut world, all, Stage::Offer);
    assert_ne!(world.vacancy_stands(vacancy), board, "they were moved");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::MovedApplications
    );
    assert_eq!(
        people.map(|person| world.stands(person)),
        before,
        "each where it was"
    );
    assert_eq!(world.vacancy_stands(vacancy), board, "on the board too");
}

#[test]
fn an_end_is_taken_back_and_the_date_with_it() {
    let mut world = World::new();
    let people = [world.add_person("Ann"), world.add_person("Ben")];
    let before = people.map(|person| world.stands(person));
    let applications = people.map(|person| world.application(person)).to_vec();
    let outcome = Outcome {
        how: NEARLY,
        on: day("2026-10-01"),
    };
    world.does(|desk| {
        records::application::end(
            desk,
            EndApplications {
                applications: applications.clone(),
                outcome,
                confirmed: applications.iter().copied().collect(),
            },
        )
    });
    assert_eq!(
        world.strip(people[0]).erase_on,
        Some(day("2027-04-01")),
        "six months from the outcome"
    );
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::EndedApplications
    );
    assert_eq!(
        people.map(|person| world.stands(person)),
        before,
        "both run again, without a date"
    );
}

#[test]
fn vacancies_added_changed_and_closed_out_are_taken_back() {
    let mut world = World::new();
    let vacancy = world.vacancy;
    let people = [
        world.add_person("Ann"),
        world.add_person("Ben"),
        world.add_person("Col"),
    ];
    world.end(people[2], NEARLY, "2026-10-01");
    let before = world.vacancy_stands(vacancy);
    let persons = people.map(|person| world.stands(person));

    let revision = revision(&mut world);
    let edit = EditVacancy {
        vacancy,
        revision,
        details: vacancy_details("Another title"),
        team: TeamChoice::New {
            name: line("Another team"),
        },
    };
    world.does(|desk| records::vacancy::edit(desk, edit));
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::ChangedVacancy
    );
    assert_eq!(
        world.vacancy_stands(vacancy),
        before,
        "its title and team are as they were"
    );

    for cancelled in [false, true] {
        let close = CloseOutVacancy {
            vacancy,
            cancelled,
            on: day("2026-11-20"),
        };
        world.does(|desk| records::vacancy::close_out(desk, close));
        assert!(
            world.strip(people[0]).erase_on.is_some(),
            "cancelled {cancelled}: whoever was undecided has a date now"
        );
        assert_eq!(
            world.strip(people[2]).erase_on,
            Some(day("2027-04-01")),
            "cancelled {cancelled}: whoever had one keeps it"
        );
        assert_eq!(
            world.undo().expect("undone").what,
            UndoneWhat::ChangedVacancy
        );
        assert_eq!(
            world.vacancy_stands(vacancy),
            before,
            "cancelled {cancelled}: open again"
        );
        assert_eq!(
            people.map(|person| world.stands(person)),
            persons,
            "cancelled {cancelled}: and its people as they were"
        );
    }

    let listed = titles(&mut world);
    let add = AddVacancy {
        details: vacancy_details("Cook"),
        team: TeamChoice::New {
            name: line("Kitchen"),
        },
    };
    let added = world.does(|desk| records::vacancy::add(desk, add));
    assert_eq!(
        world.undo_numbered(added.undo).expect("undone").what,
        UndoneWhat::ChangedVacancy
    );
    assert_eq!(titles(&mut world), listed, "the list is as it was");
}

#[test]
fn a_vacancy_that_somebody_applied_for_is_not_taken_back() {
    let mut world = World::new();
    let add = AddVacancy {
        details: vacancy_details("Cook"),
        team: TeamChoice::New {
            name: line("Kitchen"),
        },
    };
    let added = world.does(|desk| records::vacancy::add(desk, add));
    world.add("Ann", Some(added.vacancy));
    assert!(
        matches!(world.undo_numbered(added.undo), Err(Error::Stale)),
        "it is in use"
    );
    assert_eq!(titles(&mut world).len(), 2, "and stays");
}

#[test]
fn permissions_given_and_withdrawn_are_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, NEARLY, "2026-10-01");
    let without = world.stands(candidate);
    let details = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    world.does(|desk| records::permission::record(desk, RecordPermission { candidate, details }));
    let with = world.stands(candidate);
    assert_ne!(with, without, "it was recorded");
    let given = given(&with);
    world.does(|desk| {
        records::permission::withdraw(
            desk,
            WithdrawPermission {
                candidate,
                permission: given,
            },
        )
    });
    assert_ne!(world.stands(candidate), with, "it was withdrawn");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::ChangedPermission
    );
    assert_eq!(world.stands(candidate), with, "it stands again");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::ChangedPermission
    );
    assert_eq!(world.stands(candidate), without, "and was never given");
}

#[test]
fn places_on_the_reserve_list_given_and_taken_are_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, NEARLY, "2026-10-01");
    let application = world.application(candidate);
    let without = world.stands(candidate);
    let add = AddToReserve {
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
    world.does(|desk| records::reserve::add(desk, add));
    let with = world.stands(candidate);
    assert_eq!(reserve_list(&mut world), 1, "on the list");
    let entry = match &with.reserve {
        domain::access::Shown::Shown { value } => value[0].entry,
        domain::access::Shown::Withheld { .. } => panic!("HR sees the list"),
    };
    world.does(|desk| records::reserve::remove(desk, RemoveFromReserve { candidate, entry }));
    assert_eq!(reserve_list(&mut world), 0, "off it");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::ChangedReserveList
    );
    assert_eq!(world.stands(candidate), with, "on it again");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::ChangedReserveList
    );
    assert_eq!(
        world.stands(candidate),
        without,
        "the place went, and the permission with it"
    );
}

#[test]
fn changes_are_taken_back_one_after_another_to_the_beginning() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let mut states = vec![world.stands(candidate)];
    for stage in [Stage::Sift, Stage::Interview, Stage::Offer] {
        let application = world.application(candidate);
        move_to(&mut world, vec![application], stage);
        states.push(world.stands(candidate));
    }
    world.end(candidate, OutcomeKind::OfferDeclined, "2026-11-01");
    while let Some(before) = states.pop() {
        world.undo().expect("undone");
        assert_eq!(world.stands(candidate), before, "one step back");
    }
    world.undo().expect("the adding itself");
    assert!(world.everyone().is_empty(), "and nobody is left");
    world.undo().expect("the vacancy too");
    assert!(
        matches!(world.undo(), Err(Error::NotFound)),
        "then there is nothing to take back"
    );
}

#[test]
fn a_close_out_taken_back_leaves_the_steps_before_it_to_be_taken_back() {
    for cancelled in [false, true] {
        let mut world = World::new();
        let vacancy = world.vacancy;
        let candidate = world.add_person("Ann");
        let added = world.stands(candidate);
        let application = world.application(candidate);
        move_to(&mut world, vec![application], Stage::Offer);
        let moved = world.stands(candidate);
        let close = CloseOutVacancy {
            vacancy,
            cancelled,
            on: day("2026-11-20"),
        };
        world.does(|desk| records::vacancy::close_out(desk, close));
        for before in [moved, added] {
            world.undo().expect("undone");
            assert_eq!(
                world.stands(candidate),
                before,
                "cancelled {cancelled}: one step back"
            );
        }
    }
}

#[test]
fn edits_are_taken_back_one_after_another() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let mut states = vec![world.stands(candidate)];
    for name in ["Bea", "Col", "Dee"] {
        let edit = EditCandidate {
            candidate,
            revision: world.open(candidate).revision,
            details: details(name),
        };
        world.does(|desk| records::candidate::edit(desk, edit));
        states.push(world.stands(candidate));
    }
    states.pop();
    while let Some(before) = states.pop() {
        world.undo().expect("undone");
        assert_eq!(world.stands(candidate), before, "one step back");
    }
    world.undo().expect("the adding itself");
    assert!(world.everyone().is_empty(), "and nobody is left");
}

#[test]
fn a_change_that_was_changed_again_is_not_taken_back() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let moved = move_to(&mut world, vec![application], Stage::Sift);
    move_to(&mut world, vec![application], Stage::Offer);
    let before = world.stands(candidate);
    assert!(
        matches!(world.undo_numbered(moved), Err(Error::Stale)),
        "the older move is not taken back over the newer"
    );
    assert_eq!(world.stands(candidate), before, "nothing was changed");
}

#[test]
fn taking_back_somebody_who_was_added_leaves_the_open_list_and_the_chosen_file() {
    let mut world = World::new();
    world.add_person("Stays");
    world.add_person("Gone");
    let file = world.folder.path().join("people.csv");
    std::fs::write(
        &file,
        "Name,Email,Job,Applied on\nBea Kay,bea@example.org,Cook,2026-11-01\n",
    )
    .expect("a file");
    let chosen = world
        .read(|desk| records::import::choose(desk, file))
        .expect("a preview");
    let list = world
        .read(|desk| {
            let sort = records::candidate::CandidateSort {
                by: records::candidate::CandidateColumn::Name,
                descending: false,
            };
            let filter = records::candidate::CandidateFilter::default();
            records::candidate::list(desk, records::candidate::ListCandidates { filter, sort })
        })
        .expect("a list");
    world.undo().expect("undone");
    let rows = world
        .read(|desk| {
            let request = records::candidate::ReadCandidates {
                list: list.list,
                start: 0,
                count: 10,
            };
            records::candidate::read_list(desk, request)
        })
        .expect("the list is open still")
        .rows;
    assert_eq!(rows.len(), 1, "without the one who was taken back");
    let again = records::import::PreviewImport {
        file: chosen.file,
        choices: records::import::ImportChoices::default(),
    };
    let preview = world
        .read(|desk| records::import::preview(desk, again))
        .expect("the file has nothing to do with it");
    assert_eq!(preview.would_add, 1, "and can be brought in");
}

fn move_to(
    world: &mut World,
    applications: Vec<domain::id::ApplicationId>,
    to: Stage,
) -> Option<u32> {
    world
        .does(|desk| records::application::move_to(desk, MoveApplications { applications, to }))
        .undo
}

fn revision(world: &mut World) -> u32 {
    let vacancy = world.vacancy;
    world
        .read(|desk| records::vacancy::open(desk, records::vacancy::OpenVacancy { vacancy }))
        .expect("the vacancy")
        .revision
}

fn titles(world: &mut World) -> Vec<String> {
    world
        .read(|desk| records::vacancy::list(desk, ListVacancies { closed_out: true }))
        .expect("vacancies")
        .rows
        .into_iter()
        .map(|row| row.title)
        .collect()
}

fn given(view: &records::candidate::CandidateView) -> domain::id::PermissionId {
    match &view.permissions {
        domain::access::Shown::Shown { value } => value[0].permission,
        domain::access::Shown::Withheld { .. } => panic!("HR sees permissions"),
    }
}

fn reserve_list(world: &mut World) -> usize {
    let request = records::reserve::ListReserve {
        text: String::new(),
    };
    world
        .read(|desk| records::reserve::list(desk, request))
        .expect("the list")
        .rows
        .len()
}
