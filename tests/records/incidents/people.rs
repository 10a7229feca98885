//! Whom an incident names: they are kept while it is open, and a lost laptop says who they are.

use domain::access::Relation;
use domain::id::AccountId;
use domain::incident::LaptopState;
use records::candidate::EditCandidate;
use records::import::UndoImport;
use records::incident::{self, AffectedChange, IncidentReachOf};
use records::vacancy::AssignPeople;

use super::{answer, change, close_without_risk, listed, name_people, report, sign_in_on};
use crate::clock::told;
use crate::importing::three;
use crate::sight::as_somebody;
use crate::world::{NEARLY, World, day, details};

#[test]
fn an_open_incident_keeps_whom_it_names_and_closing_it_lets_them_go() {
    let mut world = World::new();
    let kept = world.add_person("Quillon");
    let free = world.add_person("Brantwe");
    for candidate in [kept, free] {
        world.end(candidate, NEARLY, "2026-06-01");
    }
    let incident = report(&mut world, None);
    name_people(&mut world, incident, &[kept]);
    sign_in_on(&mut world, "2026-12-10");
    let strip = world.strip(kept);
    assert_eq!(strip.erase_on, Some(day("2026-12-01")), "the date stays");
    assert_eq!(strip.blocked_by[0].rule, "RET-09");
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!(swept.people, 1);
    assert_eq!(world.everyone(), [kept]);

    close_without_risk(&mut world, incident);
    assert!(world.strip(kept).due);
    let swept = world.does(|desk| records::retention::sweep(desk, None, None));
    assert_eq!(swept.people, 1);
    assert_eq!(world.everyone(), []);
    let answered = answer(&mut world, incident);
    assert_eq!(
        (answered.people, answered.here),
        (Some(1), 0),
        "the link is gone, and the number stays"
    );
    assert_eq!(listed(&mut world, incident).people, []);
}

#[test]
fn whom_an_incident_names_no_undo_and_no_import_that_is_taken_back_takes_out() {
    let mut world = World::new();
    let import = three(&mut world);
    let everyone = world.everyone();
    let incident = report(&mut world, None);
    name_people(&mut world, incident, &everyone[..1]);
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!(undone.removed, 2, "all but the one who is named");
    assert_eq!(world.everyone(), everyone[..1]);

    let added = world.add_person("Quillon");
    name_people(&mut world, incident, &[added]);
    assert!(world.undo().is_err(), "adding them is built on");
    assert!(world.everyone().contains(&added));
    change(
        &mut world,
        incident,
        AffectedChange::Remove { candidate: added },
    )
    .expect("taken out");
    assert_eq!(answer(&mut world, incident).people, Some(1));
    assert!(change(&mut world, incident, AffectedChange::Nobody).is_err());
}

#[test]
fn a_lost_laptop_reaches_whom_its_account_sees_and_whom_it_had_to_do_with() {
    let mut world = World::new();
    let first = world.add_person("Quillon");
    let second = world.add_person("Brantwe");
    let other = world.add_vacancy("Other role");
    let stranger = world.add("Ostmark", Some(other));
    let hr = as_somebody(&mut world, "Morgan", Relation::RecruitingManager);
    let manager: AccountId = world.session.account();
    let revision = world.open(first).revision;
    let edited = EditCandidate {
        candidate: first,
        revision,
        details: details("Quillon"),
    };
    world.does(|desk| records::candidate::edit(desk, edited));
    world.session = hr;

    let incident = report(&mut world, Some(LaptopState::Unknown));
    let reach = |world: &mut World| {
        let request = IncidentReachOf {
            incident,
            account: manager,
        };
        let view = world.read(|desk| incident::reach(desk, request));
        let view = view.expect("a count");
        (view.people, view.seen, view.opened)
    };
    assert_eq!(reach(&mut world), (2, 2, 0), "both of the role, each once");
    let vacancy = world.vacancy;
    world.does(|desk| {
        let people = Vec::new();
        records::vacancy::assign_people(desk, AssignPeople { vacancy, people })
    });
    assert_eq!(
        reach(&mut world),
        (1, 0, 1),
        "a part that ended opens nobody, and the journal remembers one"
    );
    change(
        &mut world,
        incident,
        AffectedChange::Reach { account: manager },
    )
    .expect("named");
    let named: Vec<_> = listed(&mut world, incident)
        .people
        .into_iter()
        .map(|person| person.candidate)
        .collect();
    assert_eq!(named, [first]);
    assert!(![second, stranger].contains(&first));
    assert_eq!(
        told(&mut world, "Named 1 person whose records a lost laptop"),
        1
    );
}
