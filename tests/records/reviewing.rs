//! A look at records before they go: by whom, for which day, and that it moves none.

use domain::access::{Relation, Role};
use domain::consent::PermissionPurpose;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{AccountId, CandidateId};
use records::hold::PlaceHold;
use records::permission::RecordPermission;
use records::retention::{self, ReviewRecords};
use records::today::TodayWhat;
use records::vacancy::{AssignPeople, Assignment};
use records::view::Nothing;
use records::{Error, Session};

use crate::clock::add;
use crate::world::{NEARLY, World, day, permission};

/// Everybody here goes on 20 May 2027.
const DAY: &str = "2027-05-20";

fn ended(world: &mut World, name: &str) -> CandidateId {
    let candidate = world.add_person(name);
    world.end(candidate, NEARLY, "2026-11-20");
    candidate
}

fn parts(world: &mut World, parts: &[(AccountId, Relation)]) {
    let vacancy = world.vacancy;
    let people = parts
        .iter()
        .map(|&(account, relation)| Assignment {
            account,
            relation,
            from: None,
            until: None,
        })
        .collect();
    world.does(|desk| records::vacancy::assign_people(desk, AssignPeople { vacancy, people }));
}

/// Who waits for a look on a day, and whether the viewer may say that they looked.
fn waiting(world: &mut World, on: &str) -> Vec<(CandidateId, bool)> {
    world.today = day(on);
    let reviews = world
        .read(|desk| retention::reviews(desk, Nothing {}))
        .expect("the list");
    assert_eq!(usize::try_from(reviews.total), Ok(reviews.rows.len()));
    reviews
        .rows
        .iter()
        .map(|row| (row.candidate, row.may_review))
        .collect()
}

fn look(world: &mut World, candidates: &[CandidateId]) -> Result<Option<u32>, Error> {
    let candidates = candidates.to_vec();
    world
        .write(|desk| retention::review(desk, ReviewRecords { candidates }))
        .map(|done| done.undo)
}

#[test]
fn a_record_waits_from_thirty_days_before_until_somebody_looked() {
    let mut world = World::new();
    let goes = ended(&mut world, "Goes");
    assert_eq!(waiting(&mut world, "2027-04-19"), []);
    assert_eq!(waiting(&mut world, "2027-04-20"), [(goes, true)]);
    let before = world.strip(goes).erase_on;

    look(&mut world, &[goes]).expect("looked at");
    assert_eq!(waiting(&mut world, "2027-04-20"), []);
    assert_eq!(world.strip(goes).erase_on, before, "a look moves no date");
    assert!(matches!(look(&mut world, &[goes]), Err(Error::Stale)));

    world.undo().expect("taken back");
    assert_eq!(waiting(&mut world, "2027-05-19"), [(goes, true)]);
    assert_eq!(
        waiting(&mut world, DAY),
        [],
        "it is due, and nobody is waited for"
    );
}

#[test]
fn today_tells_of_those_nobody_looked_at() {
    let mut world = World::new();
    let [first, second] = ["First", "Second"].map(|name| ended(&mut world, name));
    let count = |world: &mut World| {
        let today = world
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("Today");
        today.tasks.into_iter().find_map(|task| {
            let TodayWhat::EraseSoon { count } = task.what else {
                return None;
            };
            Some((count, task.by))
        })
    };
    world.today = day("2027-05-01");
    assert_eq!(count(&mut world), Some((2, day(DAY))));
    look(&mut world, &[first]).expect("looked at");
    assert_eq!(count(&mut world), Some((1, day(DAY))));
    look(&mut world, &[second]).expect("looked at");
    assert_eq!(count(&mut world), None);
}

#[test]
fn the_manager_of_the_role_looks_and_a_director_or_an_interviewer_does_not() {
    let mut world = World::new();
    let [manager, director, interviewer] =
        ["Max", "Dee", "Ira"].map(|name| add(&mut world, name, Role::Member));
    let goes = ended(&mut world, "Goes");
    parts(
        &mut world,
        &[
            (manager, Relation::RecruitingManager),
            (director, Relation::Director),
            (interviewer, Relation::Interviewer),
        ],
    );
    let on = "2027-05-01";
    for (who, sees) in [
        (director, vec![(goes, false)]),
        (interviewer, vec![]),
        (manager, vec![(goes, true)]),
    ] {
        world.session = Session::new(who);
        assert_eq!(waiting(&mut world, on), sees);
        let looked = look(&mut world, &[goes]);
        assert_eq!(looked.is_ok(), who == manager, "{looked:?}");
    }
}

#[test]
fn what_a_hold_keeps_waits_for_nobody_and_a_new_day_is_looked_at_anew() {
    let mut world = World::new();
    let [held, moved] = ["Held", "Moved"].map(|name| ended(&mut world, name));
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2027-02-23"),
    };
    world.does(|desk| {
        records::hold::place(
            desk,
            PlaceHold {
                application: None,
                candidate: held,
                details,
            },
        )
    });
    assert_eq!(waiting(&mut world, "2027-05-01"), [(moved, true)]);
    look(&mut world, &[moved]).expect("looked at");

    let mut details = permission(PermissionPurpose::KeepLonger, "2027-05-01");
    details.months = 2;
    world.does(|desk| {
        records::permission::record(
            desk,
            RecordPermission {
                candidate: moved,
                details,
            },
        )
    });
    let later = world.strip(moved).erase_on.expect("a date");
    assert!(later > day(DAY));
    let eve = later.pred_opt().expect("a day");
    world.today = eve;
    assert!(waiting(&mut world, &eve.to_string()).contains(&(moved, true)));
}
