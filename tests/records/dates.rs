//! What moves the day a record goes: outcome, permission and reserve list, and nothing else.

use std::sync::Mutex;

use chrono::NaiveDate;
use domain::application::Stage;
use domain::consent::PermissionPurpose;
use domain::id::CandidateId;
use proptest::prelude::*;
use records::candidate::{EditCandidate, MoveApplications};
use records::permission::RecordPermission;
use records::vacancy::EditVacancy;

use crate::world::{NEARLY, World, day, details, permission, vacancy_details};

/// Something people do to a record that is no reason to keep it longer.
#[derive(Clone, Debug)]
enum Doing {
    Rename(String),
    DropContact,
    ReceivedOn(i64),
    MoveOther(Stage),
    Undo,
    EditVacancy(String),
    Look,
    Sleep(u8),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        "[A-Z][a-z]{2,8}".prop_map(Doing::Rename),
        Just(Doing::DropContact),
        (1_i64..60).prop_map(Doing::ReceivedOn),
        prop::sample::select(Stage::ALL.to_vec()).prop_map(Doing::MoveOther),
        Just(Doing::Undo),
        "[A-Z][a-z]{2,8}".prop_map(Doing::EditVacancy),
        Just(Doing::Look),
        (1_u8..20).prop_map(Doing::Sleep),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn whatever_else_is_done_to_a_record_its_date_stays(
        doings in prop::collection::vec(doing(), 1..12),
    ) {
        // One store for every case: making one costs more than all that is done in it.
        static WORLD: Mutex<Option<World>> = Mutex::new(None);
        let mut held = WORLD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let world = held.get_or_insert_with(World::new);
        world.today = day("2026-11-23");
        let (ended, running) = (world.add_person("Ended"), world.add_person("Running"));
        world.end(ended, NEARLY, "2026-10-01");
        for doing in doings {
            act(world, ended, running, &doing);
            prop_assert_eq!(
                dates(world, ended),
                (Some(day("2027-04-01")), Some(day("2027-04-01"))),
                "six months from the outcome, after {:?}",
                doing
            );
            prop_assert_eq!(
                dates(world, running),
                (None, None),
                "none while it runs, after {:?}",
                doing
            );
        }
    }
}

#[test]
fn an_outcome_a_permission_and_nothing_else_move_the_date() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    assert_eq!(dates(&mut world, candidate).0, None, "none while it runs");
    world.end(candidate, NEARLY, "2026-10-01");
    assert_eq!(
        dates(&mut world, candidate).0,
        Some(day("2027-04-01")),
        "the outcome gives one"
    );
    let details = permission(PermissionPurpose::KeepLonger, "2026-10-05");
    world.does(|desk| records::permission::record(desk, RecordPermission { candidate, details }));
    assert_eq!(
        dates(&mut world, candidate),
        (Some(day("2027-10-05")), Some(day("2027-10-05"))),
        "the permission moves it, in the strip and in the list alike"
    );
    let spare = permission(PermissionPurpose::ReserveList, "2026-10-05");
    world.undo().expect("without it again");
    world.does(|desk| {
        records::permission::record(
            desk,
            RecordPermission {
                candidate,
                details: spare,
            },
        )
    });
    assert_eq!(
        dates(&mut world, candidate).0,
        Some(day("2027-04-01")),
        "a permission for the reserve list keeps nothing of someone who is not on it"
    );
}

#[test]
fn someone_with_two_applications_goes_by_the_later() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.end(candidate, NEARLY, "2026-10-01");
    let other = world.add_vacancy("Cook");
    let application = records::candidate::NewApplication {
        vacancy: other,
        applied_on: day("2026-11-01"),
    };
    world.does(|desk| {
        records::application::add(
            desk,
            records::candidate::AddApplication {
                candidate,
                application,
            },
        )
    });
    assert_eq!(
        dates(&mut world, candidate).0,
        None,
        "one runs, so there is no date"
    );
    world.end(candidate, NEARLY, "2026-11-20");
    let strip = world.strip(candidate);
    assert_eq!(
        strip.erase_on,
        Some(day("2027-05-20")),
        "six months from the later outcome"
    );
    assert_eq!(
        strip
            .parts
            .iter()
            .map(|part| part.erase_on)
            .collect::<Vec<_>>(),
        [Some(day("2027-04-01"))],
        "while the earlier application's own material goes first"
    );
}

fn act(world: &mut World, ended: CandidateId, running: CandidateId, doing: &Doing) {
    let edit = |world: &mut World, change: &dyn Fn(&mut domain::candidate::CandidateDetails)| {
        for candidate in [ended, running] {
            let revision = world.open(candidate).revision;
            let mut details = details("Edited");
            change(&mut details);
            world.does(|desk| {
                records::candidate::edit(
                    desk,
                    EditCandidate {
                        candidate,
                        revision,
                        details,
                    },
                )
            });
        }
    };
    match doing {
        Doing::Rename(name) => edit(world, &|details| {
            details.name.family = crate::world::line(name);
        }),
        Doing::DropContact => edit(world, &|details| {
            details.contact.emails.clear();
            details.contact.phones.clear();
        }),
        Doing::ReceivedOn(days) => edit(world, &|details| {
            details.received_on = day("2026-04-01") - chrono::TimeDelta::days(*days);
        }),
        Doing::MoveOther(to) => {
            let request = MoveApplications {
                applications: vec![world.application(running)],
                to: *to,
            };
            world.does(|desk| records::application::move_to(desk, request));
        }
        Doing::Undo => {
            // An edit there and back again: what is undone here is never the outcome.
            edit(world, &|_| {});
            world.undo().expect("undone");
            world.undo().expect("undone");
        }
        Doing::EditVacancy(title) => {
            let vacancy = world.vacancy;
            let view = world
                .read(|desk| {
                    records::vacancy::open(desk, records::vacancy::OpenVacancy { vacancy })
                })
                .expect("the vacancy");
            let request = EditVacancy {
                vacancy,
                revision: view.revision,
                details: vacancy_details(title),
                team: records::vacancy::TeamChoice::Existing {
                    team: view.team.team,
                },
            };
            world.does(|desk| records::vacancy::edit(desk, request));
        }
        Doing::Look => drop(world.everyone()),
        Doing::Sleep(days) => world.today += chrono::TimeDelta::days(i64::from(*days)),
    }
}

/// The day a record goes, by its own strip and by the list.
fn dates(world: &mut World, candidate: CandidateId) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let strip = world.strip(candidate).erase_on;
    let request = records::candidate::ListCandidates {
        filter: records::candidate::CandidateFilter::default(),
        sort: records::candidate::CandidateSort {
            by: records::candidate::CandidateColumn::Name,
            descending: false,
        },
    };
    let list = world
        .read(|desk| {
            let list = records::candidate::list(desk, request)?;
            let mut rows = list.rows;
            while rows.len() < usize::try_from(list.total).unwrap_or(usize::MAX) {
                let part = records::candidate::ReadCandidates {
                    list: list.list,
                    start: u32::try_from(rows.len()).unwrap_or(u32::MAX),
                    count: 200,
                };
                rows.extend(records::candidate::read_list(desk, part)?.rows);
            }
            Ok(rows)
        })
        .expect("a list");
    let row = list
        .into_iter()
        .find(|row| row.candidate == candidate)
        .expect("the candidate is in the list");
    match row.erase_on {
        domain::access::Shown::Shown { value } => (strip, value),
        domain::access::Shown::Withheld { .. } => panic!("HR sees dates"),
    }
}

#[test]
fn an_edit_keeps_nobody_longer_who_never_applied() {
    let mut world = World::new();
    let prospect = world.add("Ann", None);
    assert_eq!(dates(&mut world, prospect).0, Some(day("2026-10-01")));
    let edit = |world: &mut World, received_on: &str| {
        let mut details = details("Ann");
        details.received_on = day(received_on);
        let revision = world.open(prospect).revision;
        world.write(|desk| {
            let candidate = prospect;
            let request = EditCandidate {
                candidate,
                revision,
                details,
            };
            records::candidate::edit(desk, request)
        })
    };
    match edit(&mut world, "2026-04-02") {
        Err(records::Error::Invalid(problems)) => {
            assert_eq!(problems[0].field, "details.receivedOn");
            assert!(problems[0].sentence.contains("RET-14"));
        }
        other => panic!("a later day would keep them longer: {other:?}"),
    }
    assert_eq!(dates(&mut world, prospect).0, Some(day("2026-10-01")));
    edit(&mut world, "2026-03-01").expect("an earlier one keeps nobody");
    assert_eq!(dates(&mut world, prospect).0, Some(day("2026-09-01")));
    world.undo().expect("what was typed wrongly is taken back");
    assert_eq!(dates(&mut world, prospect).0, Some(day("2026-10-01")));
}
