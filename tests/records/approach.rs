//! Those who asked not to be approached: known again as prospects, never held up as applicants, and off the list when
//! they ask for it.

use domain::id::CandidateId;
use domain::text::Email;
use records::Error;
use records::approach::{AllowApproach, ApproachReason, DoNotApproach};
use records::candidate::AddCandidate;
use records::import::{ImportChoices, ImportReceipt, RunImport};
use records::retention::{Erase, ErasureReceipt};
use records::view::Nothing;

use crate::erasing::{due, preview};
use crate::world::{World, details};

fn erase(
    world: &mut World,
    candidates: Option<Vec<CandidateId>>,
    do_not_approach: bool,
) -> Result<ErasureReceipt, Error> {
    let seen = preview(world, candidates);
    let request = Erase {
        preview: seen.preview,
        typed: seen.confirm,
        do_not_approach,
        second: None,
        job: 1,
    };
    world.write(|desk| records::retention::erase(desk, request))
}

fn listed(world: &mut World) -> DoNotApproach {
    world
        .read(|desk| records::approach::list(desk, Nothing {}))
        .expect("the list")
}

fn address(name: &str) -> String {
    details(name)
        .contact
        .emails
        .first()
        .expect("an address")
        .as_str()
        .to_owned()
}

fn import(world: &mut World, text: &str) -> ImportReceipt {
    let file = world.folder.path().join("list.csv");
    std::fs::write(&file, text).expect("a file");
    let seen = world
        .read(|desk| records::import::choose(desk, file))
        .expect("a preview");
    assert_eq!(
        seen.would_add + seen.here_already + seen.not_to_approach,
        2,
        "both are counted once: {seen:?}"
    );
    world.does(|desk| {
        let request = RunImport {
            file: seen.file,
            choices: ImportChoices::default(),
            job: 1,
        };
        records::import::run(desk, request)
    })
}

/// Erases somebody called Gone, who asked not to be approached again.
pub(crate) fn somebody_gone(world: &mut World) {
    let gone = due(world, &["Gone"]);
    let receipt = erase(world, Some(gone), true).expect("erased");
    assert_eq!(
        (receipt.people, receipt.found, receipt.verified),
        (1, 0, true),
        "nothing of them is left, the mark is none: {receipt:?}"
    );
}

#[test]
fn whoever_is_erased_and_asked_for_it_is_listed_without_a_name() {
    let mut world = World::new();
    assert_eq!(listed(&mut world).total, 0);
    somebody_gone(&mut world);
    let list = listed(&mut world);
    assert_eq!((list.total, list.rows.len()), (1, 1));
    assert_eq!(list.rows[0].because, ApproachReason::Asked);
    let words = format!("{list:?}").to_lowercase();
    assert!(!words.contains("gone"), "nobody is named: {words}");
}

#[test]
fn a_file_of_prospects_leaves_them_out_with_a_count_and_an_application_is_never_held_up() {
    let mut world = World::new();
    somebody_gone(&mut world);
    let email = address("Gone");
    let prospects = format!(
        "Name,Email,Received on\nWalt Gone,{email},2026-11-01\nAnn Lee,ann@example.org,2026-11-01\n"
    );
    let receipt = import(&mut world, &prospects);
    assert_eq!(
        (receipt.added, receipt.not_to_approach),
        (1, 1),
        "{receipt:?}"
    );
    let applicants = format!(
        "Name,Email,Job,Applied on\nWalt Gone,{email},Cook,2026-11-02\nBen Kay,ben@example.org,Cook,2026-11-02\n"
    );
    let receipt = import(&mut world, &applicants);
    assert_eq!(
        (receipt.added, receipt.not_to_approach),
        (2, 0),
        "they applied: {receipt:?}"
    );
}

#[test]
fn nobody_adds_them_by_hand_as_somebody_to_approach() {
    let mut world = World::new();
    somebody_gone(&mut world);
    let refused = world.write(|desk| {
        records::candidate::add(
            desk,
            AddCandidate {
                details: details("Gone"),
                application: None,
                notice: None,
            },
        )
    });
    assert!(
        matches!(refused, Err(Error::Rule { rule: "ERA-09", .. })),
        "{refused:?}"
    );
    let vacancy = world.vacancy;
    let applied = world.add("Gone", Some(vacancy));
    assert!(
        world.everyone().contains(&applied),
        "with a vacancy they are let in"
    );
}

#[test]
fn they_come_off_when_their_address_is_typed_and_by_no_other() {
    let mut world = World::new();
    somebody_gone(&mut world);
    let mut allow = |email: &str| {
        world.write(|desk| {
            records::approach::allow(
                desk,
                AllowApproach {
                    email: Email::parse(email).expect("an address"),
                },
            )
        })
    };
    assert!(matches!(
        allow("nobody@example.org"),
        Err(Error::Invalid(_))
    ));
    allow(&address("Gone").to_uppercase()).expect("off the list, however it is spelt");
    assert_eq!(listed(&mut world).total, 0, "with their number too");
}

#[test]
fn it_is_noted_of_one_person_alone() {
    let mut world = World::new();
    due(&mut world, &["Gone", "Also"]);
    let refused = erase(&mut world, None, true);
    assert!(
        matches!(&refused, Err(Error::Invalid(problems)) if problems[0].field == "doNotApproach"),
        "{refused:?}"
    );
    assert_eq!(world.everyone().len(), 2, "and nobody was erased");
    assert_eq!(listed(&mut world).total, 0);
}
